using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>What the patterns set at each moment: multipliers of demands, heads of reservoirs, speeds of pumps.</summary>
internal sealed class Schedule
{
    private readonly NetworkArrays _arrays;
    private readonly string?[] _demandPatterns;
    private readonly double[][] _demandMultipliers;
    private readonly (int Node, Reservoir Reservoir)[] _sources;
    private readonly (int Link, Pump Pump)[] _pumps;
    private readonly (double Head, double[] Pattern)[] _heads;
    private readonly double[][] _speeds;
    private double _demandFactor = 1;

    public Schedule(CompiledNetwork compiled)
    {
        _arrays = compiled.Arrays;
        var network = compiled.Network;
        _demandPatterns = compiled.Demands.PatternIds;
        _demandMultipliers = new double[_demandPatterns.Length][];
        _sources = [.. Enumerable.Range(_arrays.UnknownCount, _arrays.FixedEnd - _arrays.UnknownCount)
            .Where(i => network.Nodes[_arrays.ModelNode[i]] is Reservoir { HeadPatternId: not null })
            .Select(i => (i, (Reservoir)network.Nodes[_arrays.ModelNode[i]]))];
        _heads = new (double, double[])[_sources.Length];
        _pumps = [.. Enumerable.Range(0, network.Links.Length)
            .Where(k => network.Links[k] is Pump { SpeedPatternId: not null })
            .Select(k => (_arrays.SolverLink[k], (Pump)network.Links[k]))];
        _speeds = new double[_pumps.Length][];
    }

    /// <summary>Begins a run.</summary>
    /// <param name="patterns">The patterns that hold in it.</param>
    /// <param name="demandFactor">Factor on every demand, -.</param>
    /// <param name="state">Its heads of reservoirs are those that the patterns multiply, m.</param>
    public void Restart(PatternSet patterns, double demandFactor, HydraulicState state)
    {
        _demandFactor = demandFactor;
        for (var p = 0; p < _demandPatterns.Length; p++)
        {
            _demandMultipliers[p] = patterns.Of(_demandPatterns[p]);
        }

        for (var s = 0; s < _sources.Length; s++)
        {
            _heads[s] = (state.Head[_sources[s].Node], patterns.Of(_sources[s].Reservoir.HeadPatternId));
        }

        for (var s = 0; s < _pumps.Length; s++)
        {
            _speeds[s] = patterns.Of(_pumps[s].Pump.SpeedPatternId);
        }
    }

    /// <summary>Sets the state to a pattern period.</summary>
    /// <param name="state">The scenario.</param>
    /// <param name="period">Which.</param>
    /// <param name="multipliers">Filled with the multipliers of demands; one per pattern of the demand table.</param>
    public void Apply(HydraulicState state, long period, Column<double> multipliers)
    {
        for (var p = 0; p < _demandMultipliers.Length; p++)
        {
            multipliers[p] = PatternSet.At(_demandMultipliers[p], period) * _demandFactor;
        }

        for (var s = 0; s < _sources.Length; s++)
        {
            state.Head[_sources[s].Node] = _heads[s].Head * PatternSet.At(_heads[s].Pattern, period);
        }

        for (var s = 0; s < _pumps.Length; s++)
        {
            var link = _pumps[s].Link;
            var speed = PatternSet.At(_speeds[s], period);
            state.Setting[link] = speed;
            if (speed > 0 && state.Status[link] <= LinkState.Closed)
            {
                state.Status[link] = LinkState.Open;
            }
            else if (speed == 0)
            {
                // Whatever it stood still for: what waits for a better head would be opened, and at no speed let any flow through.
                state.Status[link] = LinkState.Closed;
            }
        }
    }
}
