using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>Checks scenarios against their network, and puts them into the solver's terms.</summary>
internal sealed class ScenarioTranslator(Network network)
{
    /// <summary>What is wrong with a scenario; empty where it can be run.</summary>
    public ImmutableArray<Diagnostic> Check(ScenarioInput scenario)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        Require(scenario.DemandFactor >= 0, "scenario", "demand factor", scenario.DemandFactor, "not negative");
        Require(scenario.RoughnessFactor > 0, "scenario", "roughness factor", scenario.RoughnessFactor, "above 0");
        foreach (var (id, factor) in Sorted(scenario.DemandFactors))
        {
            Known(network.FindNode(id) is Junction, "junction", id);
            Require(factor >= 0, $"junction {id}", "demand factor", factor, "not negative");
        }

        foreach (var added in scenario.AddedDemands)
        {
            Known(network.FindNode(added.JunctionId) is Junction, "junction", added.JunctionId);
            Known(added.PatternId is null || network.FindPattern(added.PatternId) is not null, "pattern", added.PatternId ?? "");
            Require(true, $"junction {added.JunctionId}", "added demand", added.Demand, "a number");
        }

        foreach (var (id, multipliers) in Sorted(scenario.Patterns))
        {
            Known(network.FindPattern(id) is not null, "pattern", id);
            Require(!multipliers.IsDefaultOrEmpty, $"pattern {id}", "number of multipliers", 0, "above 0");
            foreach (var multiplier in multipliers.IsDefault ? [] : multipliers)
            {
                Require(true, $"pattern {id}", "multiplier", multiplier, "a number");
            }
        }

        foreach (var (id, roughness) in Sorted(scenario.Roughness))
        {
            Known(network.FindLink(id) is Pipe, "pipe", id);
            Require(roughness > 0, $"pipe {id}", "roughness", roughness, "above 0");
        }

        foreach (var (id, status) in Sorted(scenario.Statuses))
        {
            var link = network.FindLink(id);
            Known(link is not null, "link", id);
            if (link is Pipe { HasCheckValve: true } || (link is Pipe or Pump && status == LinkStatus.Active))
            {
                found.Add(Refusal(
                    $"link {id}", link is Pipe { HasCheckValve: true }
                        ? "a check valve opens and closes by itself and cannot be set."
                        : "only a valve can be active.",
                    "Choose open or closed, of a link without check valve."));
            }
        }

        foreach (var (id, speed) in Sorted(scenario.PumpSpeeds))
        {
            Known(network.FindLink(id) is Pump, "pump", id);
            Require(speed >= 0, $"pump {id}", "speed", speed, "not negative");
        }

        foreach (var (id, setting) in Sorted(scenario.ValveSettings))
        {
            var kind = (network.FindLink(id) as Valve)?.Kind;
            Known(kind is not null and not ValveKind.GeneralPurpose, "valve with a setting", id);
            var isAnyNumber = kind is ValveKind.PressureReducing or ValveKind.PressureSustaining or ValveKind.PressureBreaker;
            Require(
                isAnyNumber || (setting >= 0 && (kind != ValveKind.PositionalControl || setting <= 100)),
                $"valve {id}", "setting", setting,
                isAnyNumber ? "a number" : kind == ValveKind.PositionalControl ? "0 to 100" : "not negative");
        }

        foreach (var (id, head) in Sorted(scenario.SourceHeads))
        {
            Known(network.FindNode(id) is Reservoir or Tank, "reservoir or tank", id);
            Require(true, $"node {id}", "head", head, "a number");
        }

        return found.ToImmutable();

        void Known(bool isKnown, string kind, string id)
        {
            if (!isKnown)
            {
                found.Add(Refusal($"{kind} {id}", $"the network has no {kind} of that id.", "Name one that it has."));
            }
        }

        void Require(bool holds, string element, string what, double value, string range)
        {
            if (!holds || !double.IsFinite(value))
            {
                found.Add(Refusal(
                    element,
                    string.Create(CultureInfo.InvariantCulture, $"{what} {value} cannot be used."),
                    $"It has to be {range}{(range == "a number" ? "" : " and a number")}."));
            }
        }
    }

    /// <summary>Links whose status or speed a scenario changes, by the model's positions; the scenario is in order.</summary>
    public IEnumerable<int> ChangedLinks(ScenarioInput scenario) =>
        scenario.Statuses.Keys.Concat(scenario.PumpSpeeds.Keys).Select(network.IndexOfLink);

    /// <summary>Junctions where a scenario draws what the network does not, by the model's positions.</summary>
    public IEnumerable<int> DrawingNodes(ScenarioInput scenario) =>
        scenario.AddedDemands.Select(a => network.IndexOfNode(a.JunctionId));

    /// <summary>True where a scenario's pipes differ from the network's.</summary>
    public static bool ChangesPipes(ScenarioInput scenario) =>
        scenario.RoughnessFactor != 1 || scenario.Roughness.Count > 0;

    /// <summary>A scenario in the solver's terms; it is in order.</summary>
    public LaneChanges Translate(ScenarioInput scenario, NetworkArrays arrays) => new()
    {
        DemandFactor = scenario.DemandFactor,
        Patterns = scenario.Patterns.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal),
        Demands = [.. OwnDemands(scenario, arrays)],
        Statuses =
        [
            .. Sorted(scenario.Statuses).Select(s => StatusOf(scenario, arrays.SolverLink[network.IndexOfLink(s.Key)], s.Key, s.Value)),
            .. Sorted(scenario.ValveSettings).Where(s => !scenario.Statuses.ContainsKey(s.Key))
                .Select(s => (arrays.SolverLink[network.IndexOfLink(s.Key)], LinkState.Active, (double?)s.Value)),
        ],
        Speeds = [.. Sorted(scenario.PumpSpeeds).Select(s => (arrays.SolverLink[network.IndexOfLink(s.Key)], s.Value))],
        Heads = [.. Sorted(scenario.SourceHeads).Select(s => (arrays.SolverNode[network.IndexOfNode(s.Key)], s.Value))],
        RoughnessFactor = scenario.RoughnessFactor,
        Roughness = [.. Sorted(scenario.Roughness).Select(r => (arrays.SolverLink[network.IndexOfLink(r.Key)], r.Value))],
    };

    // A factor on one junction is what it draws besides.
    private IEnumerable<(int Node, double Demand, string? Pattern)> OwnDemands(ScenarioInput scenario, NetworkArrays arrays)
    {
        foreach (var (id, factor) in Sorted(scenario.DemandFactors))
        {
            var node = network.IndexOfNode(id);
            foreach (var demand in ((Junction)network.Nodes[node]).Demands)
            {
                var more = demand.Base * network.Options.DemandMultiplier * scenario.DemandFactor * (factor - 1);
                yield return (arrays.SolverNode[node], more, demand.PatternId ?? network.Options.DefaultPatternId);
            }
        }

        foreach (var added in scenario.AddedDemands)
        {
            yield return (arrays.SolverNode[network.IndexOfNode(added.JunctionId)], added.Demand, added.PatternId);
        }
    }

    // As an initial status: an active valve holds its setting, one that is open or closed has none in force.
    private (int Link, LinkState Status, double? Setting) StatusOf(
        ScenarioInput scenario, int link, string id, LinkStatus status)
    {
        var state = status switch
        {
            LinkStatus.Closed => LinkState.Closed,
            LinkStatus.Open => LinkState.Open,
            _ => LinkState.Active,
        };
        return network.FindLink(id) switch
        {
            Valve { Kind: ValveKind.GeneralPurpose } valve => (
                link, status == LinkStatus.Closed ? LinkState.Closed : LinkState.Active, valve.Setting),
            Valve valve => (
                link, state, status == LinkStatus.Active ? scenario.ValveSettings.GetValueOrDefault(id, valve.Setting) : double.NaN),
            _ => (link, state, null),
        };
    }

    // What is looked up by id is gone through by id, so that nothing depends on hashing.
    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(ImmutableDictionary<string, T> values) =>
        values.OrderBy(v => v.Key, StringComparer.Ordinal);

    private static Diagnostic Refusal(string element, string message, string remedy) => new()
    {
        Code = RunCodes.ScenarioRefused,
        Severity = DiagnosticSeverity.Error,
        Element = element,
        Message = message,
        Remedy = remedy,
    };
}
