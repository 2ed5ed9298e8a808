using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>What follows from the recorded rows: pressures, velocities, headlosses, statuses, powers, and what was asked for.</summary>
internal sealed class DerivedResults(NetworkArrays arrays, EnergyMeter energy, ResultTable table)
{
    private readonly Network _network = arrays.Network;

    /// <summary>Tells the tables how to work out the rows that are left open.</summary>
    public void Attach()
    {
        table.Pressures.DeriveBy(Pressures);
        table.Required.DeriveBy(Required);
        table.Leaks.DeriveBy(_ => new double[_network.Nodes.Length]);
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
            row[n] = _network.Nodes[n] is Reservoir ? 0 : heads[n] - arrays.Elevation[arrays.SolverNode[n]];
        }

        return row;
    }

    // Where demand does not depend on pressure and every junction is supplied, what was asked for is what was drawn.
    private double[] Required(int k)
    {
        var row = table.Demands.Row(k).ToArray();
        for (var i = arrays.UnknownCount; i < arrays.FixedEnd; i++)
        {
            row[arrays.ModelNode[i]] = 0;
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
            var link = arrays.SolverLink[n];
            var from = heads[arrays.ModelNode[arrays.From[link]]];
            row[n] = IsOpen(states[n], from) ? from - heads[arrays.ModelNode[arrays.To[link]]] : 0;
        }

        return row;
    }

    private double[] Velocities(int k)
    {
        var flows = table.Flows.Row(k);
        var row = new double[flows.Length];
        for (var n = 0; n < row.Length; n++)
        {
            var d = arrays.Diameter[arrays.SolverLink[n]];
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
            row[n] = IsOpen(states[n], heads[arrays.ModelNode[arrays.From[arrays.SolverLink[n]]]])
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
                var link = arrays.SolverLink[n];
                var lift = heads[arrays.ModelNode[arrays.To[link]]] - heads[arrays.ModelNode[arrays.From[link]]];
                row[n] = energy.Power(n, flows[n], lift, settings[n]);
            }
        }

        return row;
    }

    // A head is NaN where no source reaches.
    private static bool IsOpen(LinkState state, double headAtStart) => state > LinkState.Closed && !double.IsNaN(headAtStart);
}
