using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>Writes the solver's state into the result tables, in the model's order.</summary>
internal sealed class Recorder(NetworkArrays arrays, EnergyMeter energy)
{
    /// <summary>The tables.</summary>
    public ResultTable Table { get; } = new(arrays.ModelNode.Length, arrays.From.Length);

    /// <summary>Adds a row for a time, s.</summary>
    public void Record(long time, HydraulicState state)
    {
        Table.Times.Add(time);
        RecordNodes(state);
        RecordLinks(state);
    }

    private void RecordNodes(HydraulicState state)
    {
        var heads = Table.Heads.Add();
        var pressures = Table.Pressures.Add();
        var demands = Table.Demands.Add();
        var required = Table.Required.Add();
        var nodes = arrays.Network.Nodes;
        for (var i = 0; i < arrays.ModelNode.Length; i++)
        {
            var node = arrays.ModelNode[i];
            var unsupplied = state.Unsupplied[i];
            heads[node] = unsupplied ? double.NaN : state.Head[i];
            pressures[node] = nodes[node] is Reservoir ? 0 : heads[node] - arrays.Elevation[i];
            required[node] = state.Demand[i];
            demands[node] = i >= arrays.UnknownCount && i < arrays.FixedEnd ? state.Inflow[i] : state.Delivered[i];
        }

        var leaks = Table.Leaks.Add();
        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            var node = arrays.ModelNode[arrays.Discharges.Node[e]];
            demands[node] += state.Discharge[e];
            if (e >= arrays.Discharges.EmitterCount)
            {
                leaks[node] += state.Discharge[e];
            }
        }
    }

    private void RecordLinks(HydraulicState state)
    {
        var flows = Table.Flows.Add();
        var losses = Table.HeadLosses.Add();
        var velocities = Table.Velocities.Add();
        var statuses = Table.Statuses.Add();
        var states = Table.States.Add();
        var settings = Table.Settings.Add();
        var powers = Table.Powers.Add();
        for (var k = 0; k < flows.Length; k++)
        {
            var link = arrays.ModelLink[k];
            var open = state.Status[k] > LinkState.Closed && !state.Unsupplied[arrays.From[k]];
            var d = arrays.Diameter[k];
            flows[link] = open ? state.Flow[k] : 0;
            losses[link] = open ? state.Head[arrays.From[k]] - state.Head[arrays.To[k]] : 0;
            velocities[link] = d > 0 ? Math.Abs(flows[link]) / (Math.PI * d * d / 4) : 0;
            states[link] = state.Status[k];
            statuses[link] = !open ? LinkStatus.Closed
                : state.Status[k] == LinkState.Active ? LinkStatus.Active
                : LinkStatus.Open;
            settings[link] = state.Setting[k];
            powers[link] = arrays.Kind[k] == LinkKind.Pump ? energy.Power(k, state) : 0;
        }
    }
}
