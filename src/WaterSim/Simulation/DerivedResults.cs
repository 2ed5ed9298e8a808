using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>What follows from heads, flows and statuses: pressures, velocities, headlosses and powers.</summary>
internal sealed class DerivedResults(
    CompiledNetwork compiled, EnergyMeter energy, ResultTable table, Reconstruction reconstruction)
{
    private readonly NetworkArrays _arrays = compiled.Arrays;
    private readonly Network _network = compiled.Network;

    /// <summary>Tells the tables how to work out the rows that are left open.</summary>
    public void Attach()
    {
        table.Pressures.DeriveBy(Pressures);
        table.Heads.DeriveBy(k => reconstruction.At(k).Heads);
        table.Demands.DeriveBy(k => reconstruction.At(k).Demands);
        table.Required.DeriveBy(k => reconstruction.At(k).Required);
        table.Leaks.DeriveBy(k => reconstruction.At(k).Leaks);
        table.Flows.DeriveBy(k => reconstruction.At(k).Flows);
        table.States.DeriveBy(k => reconstruction.At(k).States);
        table.Settings.DeriveBy(k => reconstruction.At(k).Settings);
        table.HeadLosses.DeriveBy(HeadLosses);
        table.Velocities.DeriveBy(Velocities);
        table.Statuses.DeriveBy(Statuses);
        table.Powers.DeriveBy(Powers);
    }

    private double[] Pressures(int k)
    {
        var heads = table.Heads.Row(k);
        var row = new double[heads.Length];
        for (var n = 0; n < row.Length; n++)
        {
            row[n] = _network.Nodes[n] is Reservoir ? 0 : heads[n] - _arrays.Elevation[_arrays.SolverNode[n]];
        }

        return row;
    }

    private double[] HeadLosses(int k)
    {
        var heads = table.Heads.Row(k);
        var states = table.States.Row(k);
        var row = new double[states.Length];
        for (var n = 0; n < row.Length; n++)
        {
            var link = _arrays.SolverLink[n];
            var from = heads[_arrays.ModelNode[_arrays.From[link]]];
            row[n] = IsOpen(states[n], from) ? from - heads[_arrays.ModelNode[_arrays.To[link]]] : 0;
        }

        return row;
    }

    private double[] Velocities(int k)
    {
        var flows = table.Flows.Row(k);
        var row = new double[flows.Length];
        for (var n = 0; n < row.Length; n++)
        {
            var d = _arrays.Diameter[_arrays.SolverLink[n]];
            row[n] = d > 0 ? Math.Abs(flows[n]) / (Math.PI * d * d / 4) : 0;
        }

        return row;
    }

    private LinkStatus[] Statuses(int k)
    {
        var heads = table.Heads.Row(k);
        var states = table.States.Row(k);
        var row = new LinkStatus[states.Length];
        for (var n = 0; n < row.Length; n++)
        {
            row[n] = IsOpen(states[n], heads[_arrays.ModelNode[_arrays.From[_arrays.SolverLink[n]]]])
                ? DecisionLog.Public(states[n])
                : LinkStatus.Closed;
        }

        return row;
    }

    private double[] Powers(int k)
    {
        var heads = table.Heads.Row(k);
        var flows = table.Flows.Row(k);
        var states = table.States.Row(k);
        var settings = table.Settings.Row(k);
        var row = new double[states.Length];
        for (var n = 0; n < row.Length; n++)
        {
            if (states[n] > LinkState.Closed && _network.Links[n] is Pump)
            {
                var link = _arrays.SolverLink[n];
                var lift = heads[_arrays.ModelNode[_arrays.To[link]]] - heads[_arrays.ModelNode[_arrays.From[link]]];
                row[n] = energy.Power(n, flows[n], lift, settings[n]);
            }
        }

        return row;
    }

    // A head is NaN where no source reaches.
    private static bool IsOpen(LinkState state, double headAtStart) => state > LinkState.Closed && !double.IsNaN(headAtStart);
}
