using WaterSim.Hydraulics;

namespace WaterSim.Simulation;

/// <summary>
/// Adds up, link by link and node by node, what <see cref="BalanceMeter"/> adds up for the whole network. Between two solutions
/// all flows are constant, so that the sums are exact.
/// </summary>
internal sealed class VolumeMeter(NetworkArrays arrays, TankLevels tanks)
{
    private readonly bool _pressureDriven = arrays.Network.Options.DemandModel == Model.DemandModel.PressureDriven;

    /// <summary>What has passed each solver link from start to end, m3.</summary>
    public double[] Passed { get; } = new double[arrays.ModelLink.Length];

    /// <summary>Demand of each solver node, m3.</summary>
    public double[] Required { get; } = new double[arrays.ModelNode.Length];

    /// <summary>What of that was delivered, m3.</summary>
    public double[] Delivered { get; } = new double[arrays.ModelNode.Length];

    /// <summary>What each entry of <see cref="NetworkArrays.Discharges"/> has let out, m3.</summary>
    public double[] Discharged { get; } = new double[arrays.Discharges.Count];

    /// <summary>Net inflow of each solver node of fixed head, m3; 0 of the nodes before them.</summary>
    public double[] Gained { get; } = new double[arrays.FixedEnd];

    /// <summary>Water in each tank at the start, m3; one per solver node up to the last fixed head, 0 of others.</summary>
    public double[] Before { get; } = new double[arrays.FixedEnd];

    /// <summary>Steps so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Iterations so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>What a tank has stored, m3; 0 of what is none.</summary>
    public double StoredAt(int node) => node < Before.Length && tanks.IsTank(node) ? tanks.VolumeOf(node) - Before[node] : 0;

    /// <summary>Begins anew with the water that is in the tanks.</summary>
    public void Restart()
    {
        for (var i = arrays.UnknownCount; i < Before.Length; i++)
        {
            Before[i] = tanks.IsTank(i) ? tanks.VolumeOf(i) : 0;
        }

        Array.Clear(Passed);
        Array.Clear(Required);
        Array.Clear(Delivered);
        Array.Clear(Discharged);
        Array.Clear(Gained);
        (Steps, Iterations) = (0, 0);
    }

    /// <summary>Adds a step of some length, s.</summary>
    public void Add(HydraulicState state, int iterations, double step)
    {
        var states = state.All;
        Add(Passed, states.Flow, step);
        Add(Required, states.Demand, step);

        // What is delivered is worked out only where it may differ from what is asked for.
        Add(Delivered, _pressureDriven || state.HasUnsupplied ? states.Delivered : states.Demand, step);
        Add(Discharged, states.Discharge, step);
        for (var i = arrays.UnknownCount; i < Gained.Length; i++)
        {
            Gained[i] += state.Inflow[i] * step;
        }

        Steps++;
        Iterations += iterations;
    }

    private static void Add(double[] sums, double[] rates, double step)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += rates[i] * step;
        }
    }
}
