using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>What the patterns set at each moment: demands, heads of reservoirs, speeds of pumps.</summary>
internal sealed class Schedule
{
    private readonly double _demandMultiplier;
    private readonly (int Node, double Base, double[] Pattern)[] _demands;
    private readonly (int Node, double Head, double[] Pattern)[] _heads;
    private readonly (int Link, double[] Pattern)[] _speeds;

    public Schedule(NetworkArrays arrays, PatternSet patterns)
    {
        var network = arrays.Network;
        _demandMultiplier = network.Options.DemandMultiplier;
        _demands = [.. Enumerable.Range(0, network.Nodes.Length)
            .Where(i => network.Nodes[i] is Junction)
            .SelectMany(i => ((Junction)network.Nodes[i]).Demands.Select(d =>
                (arrays.SolverNode[i], d.Base, patterns.Of(d.PatternId ?? network.Options.DefaultPatternId))))];
        _heads = [.. Enumerable.Range(0, network.Nodes.Length)
            .Where(i => network.Nodes[i] is Reservoir { HeadPatternId: not null })
            .Select(i => (Reservoir: (Reservoir)network.Nodes[i], Node: arrays.SolverNode[i]))
            .Select(r => (r.Node, r.Reservoir.Head, patterns.Of(r.Reservoir.HeadPatternId)))];
        _speeds = [.. Enumerable.Range(0, network.Links.Length)
            .Where(k => network.Links[k] is Pump { SpeedPatternId: not null })
            .Select(k => (arrays.SolverLink[k], patterns.Of(((Pump)network.Links[k]).SpeedPatternId)))];
    }

    /// <summary>Sets the state to a pattern period.</summary>
    public void Apply(HydraulicState state, long period)
    {
        state.Demand.Fill(0);
        foreach (var (node, demand, pattern) in _demands)
        {
            state.Demand[node] += demand * PatternSet.At(pattern, period) * _demandMultiplier;
        }

        foreach (var (node, head, pattern) in _heads)
        {
            state.Head[node] = head * PatternSet.At(pattern, period);
        }

        foreach (var (link, pattern) in _speeds)
        {
            var speed = PatternSet.At(pattern, period);
            state.Setting[link] = speed;
            if (speed > 0 && state.Status[link] <= LinkState.Closed)
            {
                state.Status[link] = LinkState.Open;
            }
            else if (speed == 0 && state.Status[link] > LinkState.Closed)
            {
                state.Status[link] = LinkState.Closed;
            }
        }
    }
}
