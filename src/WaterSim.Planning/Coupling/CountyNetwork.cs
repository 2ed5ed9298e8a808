using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>A county's network made ready to be run by orders, day by day, and by what its orders are carried out.</summary>
internal sealed record CountyNetwork
{
    /// <summary>The network: 24 h from midnight in steps of an hour, demand by pressure.</summary>
    public required Network Network { get; init; }

    /// <summary>Valve that meters each intake, in the order of <see cref="SupplyMap.Intakes"/>.</summary>
    public required ImmutableArray<OrderedLink> Intakes { get; init; }

    /// <summary>What each interconnection is set by, in the system's order.</summary>
    public required ImmutableArray<OrderedLink> Transfers { get; init; }

    /// <summary>Pattern that each group of consumers follows, by <see cref="SupplyMap.GroupOf"/>.</summary>
    public required ImmutableArray<string> GroupPatterns { get; init; }

    /// <summary>What is worth knowing of how it was made.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Makes it.</summary>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <param name="map">The county's map.</param>
    /// <param name="consumers">Who uses what.</param>
    /// <param name="leaks">Emitter coefficient of each node of <paramref name="network"/>, m3/s per m^exponent.</param>
    public static CountyNetwork Of(
        CountySystem system, Network network, SupplyMap map, ConsumerGroups consumers, ImmutableArray<double> leaks)
    {
        var dispatch = system.Dispatch
            ?? throw new InvalidOperationException($"{system.Name.En} cannot be run day by day: add 'dispatch:' to its system file.");
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var raw = RawWater.Of(system, network, map);
        var dispatched = dispatch.Links.Select(l => l.Interconnection).ToHashSet(StringComparer.Ordinal);
        var taken = raw.Links.Select(k => network.Links[k].Id)
            .Concat(map.Intakes.Select(i => network.Links[i.Link].Id))
            .Concat(system.Interconnections.Where(i => dispatched.Contains(i.Id)).Select(i => i.Link))
            .ToHashSet(StringComparer.Ordinal);
        var ordered = WithoutControls(network, taken, found);
        var builder = new OrderedLinks(ordered, raw);
        var intakes = map.Intakes.Select(builder.AddIntake).ToImmutableArray();
        var bothWays = dispatch.Links.Where(l => l.BothWays).Select(l => l.Interconnection).ToHashSet(StringComparer.Ordinal);
        var transfers = system.Interconnections
            .Select((x, i) => builder.AddTransfer(map.Links[i].Link, dispatched.Contains(x.Id), bothWays.Contains(x.Id)))
            .ToImmutableArray();
        var patterns = consumers.PatternIds(network);
        var built = builder.Network;
        return new CountyNetwork
        {
            Network = built with
            {
                Nodes = [.. built.Nodes.Select(NodeOf)],
                Patterns = [.. DailyPatterns.Of(network), .. patterns.Select(id => new Pattern(id, [1]))],
                Times = new TimeOptions { Duration = TimeSpan.FromDays(1), ReportStep = TimeSpan.FromDays(1), RuleStep = network.Times.RuleStep },
                Options = OptionsOf(network, system, dispatch),
            },
            Intakes = intakes,
            Transfers = transfers,
            GroupPatterns = patterns,
            Diagnostics = found.ToImmutable(),
        };

        Node NodeOf(Node node) => node switch
        {
            Junction j when network.IndexOfNode(j.Id) is >= 0 and var i => j with
            {
                Demands = consumers.DemandsAt(i, patterns),
                EmitterCoefficient = j.EmitterCoefficient + leaks[i],
            },
            Reservoir r when system.Sources.Any(s => s.Id == r.Id) => r with { HeadPatternId = null },
            _ => node,
        };
    }

    private static HydraulicOptions OptionsOf(Network network, CountySystem system, DispatchScheme dispatch)
    {
        var hasEmitters = LeakFit.HasEmitters(network);
        return network.Options with
        {
            DemandModel = WaterSim.Model.DemandModel.PressureDriven,
            MinimumPressure = 0,
            RequiredPressure = dispatch.RequiredPressure,
            PressureExponent = 0.5,
            EmitterExponent = LeakFit.ExponentIn(network, system),
            EmitterBackflow = hasEmitters && network.Options.EmitterBackflow,

            // Newton's next step would change nothing any more. The balance of water is judged by itself.
            Accuracy = Math.Min(1e-5, network.Options.Accuracy),

            // Pumps and valves are judged when flows have come to rest: most of an hour's are the last hour's. A day that is not
            // quite solved is better than none; it says so.
            MaxCheck = 1,
            Unbalanced = UnbalancedAction.Continue,
            MaxTrials = Math.Min(40, network.Options.MaxTrials),
            UnbalancedExtraTrials = 0,
        };
    }

    private static Network WithoutControls(Network network, HashSet<string> taken, ImmutableArray<Diagnostic>.Builder found)
    {
        var dropped = network.Controls.Where(c => taken.Contains(c.LinkId)).Select(c => c.LinkId)
            .Concat(network.Rules.SelectMany(r => r.Then.Concat(r.Else)).Select(a => a.LinkId).Where(taken.Contains))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (dropped.Length > 0)
        {
            found.Add(CouplingDiagnostics.ControlsDropped(dropped));
        }

        return network with
        {
            Controls = [.. network.Controls.Where(c => !taken.Contains(c.LinkId))],
            Rules = [.. network.Rules.Select(Rest).Where(r => r.Then.Length + r.Else.Length > 0)],
        };

        Rule Rest(Rule rule) => rule with
        {
            Then = [.. rule.Then.Where(a => !taken.Contains(a.LinkId))],
            Else = [.. rule.Else.Where(a => !taken.Contains(a.LinkId))],
        };
    }
}
