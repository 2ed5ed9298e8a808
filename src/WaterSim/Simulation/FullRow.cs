using WaterSim.Hydraulics;

namespace WaterSim.Simulation;

/// <summary>All quantities of a reported time, one per node or link of the model.</summary>
/// <param name="Heads">m; NaN where no source reaches.</param>
/// <param name="Demands">Drawn, m3/s; at fixed heads the net inflow.</param>
/// <param name="Required">Asked for, m3/s.</param>
/// <param name="Leaks">m3/s.</param>
/// <param name="Flows">m3/s; 0 through what is closed.</param>
/// <param name="States">The solver's statuses.</param>
/// <param name="Settings">In each link's SI unit.</param>
internal sealed record FullRow(
    double[] Heads, double[] Demands, double[] Required, double[] Leaks, double[] Flows, LinkState[] States, double[] Settings)
{
    /// <summary>A solution in the model's order.</summary>
    public static FullRow Of(NetworkArrays arrays, HydraulicState state)
    {
        var (nodes, links) = (arrays.ModelNode.Length, arrays.ModelLink.Length);
        var row = new FullRow(
            new double[nodes], new double[nodes], new double[nodes], new double[nodes], new double[links], new LinkState[links],
            new double[links]);
        for (var i = 0; i < nodes; i++)
        {
            var n = arrays.ModelNode[i];
            var isFixed = i >= arrays.UnknownCount && i < arrays.FixedEnd;
            row.Heads[n] = state.Unsupplied[i] ? double.NaN : state.Head[i];
            row.Required[n] = state.Demand[i];
            row.Demands[n] = isFixed ? state.Inflow[i] : state.Delivered[i];
        }

        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            var n = arrays.ModelNode[arrays.Discharges.Node[e]];
            row.Demands[n] += state.Discharge[e];
            row.Leaks[n] += e < arrays.Discharges.EmitterCount ? 0 : state.Discharge[e];
        }

        for (var k = 0; k < links; k++)
        {
            var n = arrays.ModelLink[k];
            row.States[n] = state.Status[k];
            row.Settings[n] = state.Setting[k];

            // What seeps through a closed link is not told.
            row.Flows[n] = state.Status[k] <= LinkState.Closed || state.Unsupplied[arrays.From[k]] ? 0 : state.Flow[k];
        }

        return row;
    }
}
