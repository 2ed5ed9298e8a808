using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Simulation;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Tells apart what water was drawn for. An emitter is a hole: what its node draws beyond its demand is leakage, though at a node short of
/// water under pressure-driven demand it cannot be told from what users get. At each reported time what a node draws beyond leaks is
/// shared among its demand categories as the network asks for them then, so that a node short of water is short in all of them alike;
/// where a node's categories ask for nothing, it is other use. The network's own demands are meant: demand that a scenario adds is
/// shared as they are.
/// </summary>
internal sealed class WaterUses
{
    private readonly SimulationResults _results;
    private readonly PatternValues _patterns;
    private readonly Asked[]?[] _asked;
    private readonly (double Domestic, double Leakage)[] _shares;
    private readonly bool[] _hasHole;
    private readonly bool _hasLeaks;
    private long _period = -1;

    public WaterUses(SimulationResults results, RunStatistics statistics, CountySystem system)
    {
        _results = results;
        _patterns = new PatternValues(results.Network);
        _asked = Demands(system);
        _shares = new (double, double)[_asked.Length];
        _hasHole = [.. results.Network.Nodes.Select(n => n is Junction { EmitterCoefficient: > 0 })];
        _hasLeaks = results.Balance.Leaked > 0;
        Mean = new NodeUse[results.Network.Nodes.Length];
        AtTime = new NodeUse[results.Times.Length];
        for (var k = 0; k < AtTime.Length; k++)
        {
            Add(k, statistics.Weight(k));
        }
    }

    private enum Kind
    {
        Domestic,
        Other,
        Leakage,
    }

    /// <summary>Means over the run, one per node; nothing at tanks and reservoirs, nor where water comes in.</summary>
    public NodeUse[] Mean { get; }

    /// <summary>All nodes together, one per reported time.</summary>
    public NodeUse[] AtTime { get; }

    private Asked[]?[] Demands(CountySystem system)
    {
        var kinds = new Dictionary<string, Kind>(StringComparer.Ordinal);
        foreach (var category in (system.Demand?.Uses ?? []).Where(u => u.Use == WaterUse.Domestic).SelectMany(u => u.Categories))
        {
            kinds[category] = Kind.Domestic;
        }

        foreach (var category in system.Demand?.Leakage?.Categories ?? [])
        {
            kinds[category] = Kind.Leakage;
        }

        var byDefault = _results.Network.Options.DefaultPatternId;
        return
        [
            .. _results.Network.Nodes.Select(n => n is not Junction junction
                ? null
                : junction.Demands.Select(d => new Asked(
                    d.Base, _patterns.Of(d.PatternId ?? byDefault), kinds.GetValueOrDefault(d.Category ?? "", Kind.Other))).ToArray()),
        ];
    }

    private void Add(int k, double weight)
    {
        var drawn = _results.Demands(k);
        var leaks = _hasLeaks ? _results.Leaks(k) : default;
        var required = _results.RequiredDemands(k);
        ShareOut(_patterns.Period(_results.Times[k]));
        var all = default(NodeUse);
        for (var i = 0; i < _asked.Length; i++)
        {
            // Tanks and reservoirs ask for nothing and have no list.
            if (_asked[i] is null || !(drawn[i] > 0))
            {
                continue;
            }

            var leak = _hasLeaks ? Math.Max(0, leaks[i]) : 0;
            leak += _hasHole[i] ? Math.Max(0, drawn[i] - leak - Math.Max(0, required[i])) : 0;
            var (domestic, leakage) = _shares[i];
            var used = Math.Max(0, drawn[i] - leak);
            var use = new NodeUse(used * domestic, used * (1 - domestic - leakage), (used * leakage) + leak);
            Mean[i] += new NodeUse(weight * use.Domestic, weight * use.Other, weight * use.Leakage);
            all += use;
        }

        AtTime[k] = all;
    }

    // Shares change with the patterns only, which hold for several reported times.
    private void ShareOut(long period)
    {
        if (period == _period)
        {
            return;
        }

        _period = period;
        for (var i = 0; i < _asked.Length; i++)
        {
            _shares[i] = _asked[i] is { } demands ? Shares(demands, period) : default;
        }
    }

    private static (double Domestic, double Leakage) Shares(Asked[] demands, long period)
    {
        double domestic = 0, leakage = 0, all = 0;
        foreach (var demand in demands)
        {
            var asked = Math.Max(0, demand.Base * PatternValues.At(demand.Multipliers, period));
            all += asked;
            domestic += demand.Kind == Kind.Domestic ? asked : 0;
            leakage += demand.Kind == Kind.Leakage ? asked : 0;
        }

        return all > 0 ? (domestic / all, leakage / all) : (0, 0);
    }

    private readonly record struct Asked(double Base, ImmutableArray<double> Multipliers, Kind Kind);
}
