using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>What a scenario must hold to besides where it is run as a year: every change must mean something there.</summary>
internal sealed class YearScenarioChecks(Scenario scenario, CountySystem system, Network network, YearOptions year)
{
    private const string AsDay = "Run it by 'watersim run --scenario', or give the change 'only: day'.";

    private readonly ScenarioFindings _found = new();
    private readonly SupplyMap? _map = SupplyMap.Of(system, network).Map;
    private readonly HashSet<string> _rawLinks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rawNodes = new(StringComparer.Ordinal);

    public ImmutableArray<Diagnostic> Check()
    {
        FindRaw();
        foreach (var change in scenario.ChangesOf(ScenarioSpan.Year))
        {
            switch (change)
            {
                case FireFlow or Burst or FreezeBursts or PowerCut:
                    _found.Error(change, "WS4213", "it is over in hours, and a year is run by days", AsDay);
                    continue;
                case PlantStop { StopsSupply: true }:
                    _found.Error(
                        change, "WS4213", "a year takes a plant's treatment out, not the way out of its clear well",
                        "Write 'stops: treatment', or run it by 'watersim run --scenario'.");
                    continue;
                case PlantStop when system.Dispatch is null:
                    continue;
                case PlantStop or SourceShut:
                    if (change.Window is null && scenario.Duration is { } own && own < TimeSpan.FromDays(year.Days))
                    {
                        _found.Add(
                            change, DiagnosticSeverity.Warning, "WS4217",
                            FormattableString.Invariant($"it holds on all {year.Days} days of the year; the scenario's own run has {own.TotalHours} h"),
                            "Say when by from_h and to_h, hours since the first midnight; days that they touch count whole.");
                    }

                    continue;
                case { Window: not null }:
                    _found.Error(
                        change, "WS4214", "in a year it holds on all days or not at all",
                        "Leave out from_h and to_h, or give the change 'only: day'; plant_outage and source_pollution may have days of their own.");
                    continue;
                default:
                    break;
            }

            Links(change);
            Zones(change);
            if (year.DailyOnly && IsOfPipes(change))
            {
                _found.Add(
                    change, DiagnosticSeverity.Warning, "WS4218", "nothing of it is felt where the pipes are not run",
                    "Leave out --daily-only.");
            }
        }

        return _found.All;
    }

    /// <summary>The interconnection that a change closes or opens as the dispatch would, or null.</summary>
    public static Interconnection? Dispatched(ScenarioChange change, CountySystem system)
    {
        var link = change switch { CloseLink c => c.Link, OpenLink o => o.Link, SetValve s => s.Valve, _ => null };
        return link is null ? null : system.Interconnections.FirstOrDefault(x => string.Equals(x.Link, link, StringComparison.Ordinal));
    }

    // What the dispatch sets each day would be set back.
    private void Links(ScenarioChange change)
    {
        foreach (var order in LinkOrder.Of(change, system, network))
        {
            if (_rawLinks.Contains(order.Link))
            {
                _found.Error(
                    change, "WS4215", $"each day's dispatch sets link {order.Link}, which brings a plant its raw water",
                    "Use plant_outage or source_pollution, or give the change 'only: day'.");
            }
            else if (change is SetValve && Dispatched(change, system) is { } link
                && system.Dispatch?.Links.Any(l => l.Interconnection == link.Id) == true)
            {
                _found.Error(
                    change, "WS4215", $"each day's dispatch sets valve {order.Link} of interconnection {link.Id}",
                    $"Change capacity_m3d of {link.Id} in 'dispatch: links:', or give the change 'only: day'.");
            }
        }
    }

    // A way past the interconnections would make one zone of two, and water would be counted nowhere.
    private void Zones(ScenarioChange change)
    {
        if (_map is null)
        {
            return;
        }

        if (change is NewVillage village && ZoneOf(village.FromNode) is < 0)
        {
            _found.Error(change, "WS4216", "its pipe leads from raw water, before any plant", "Name a node behind a clear well.");
        }
        else if (change is NewPipe pipe && ZoneOf(pipe.FromNode) is { } from && ZoneOf(pipe.ToNode) is { } to && from != to)
        {
            _found.Error(
                change, "WS4216", $"the pipe joins {NameOf(from)} and {NameOf(to)}, which a year keeps apart",
                "Add it to the network and to 'interconnections:' and 'dispatch: links:' of the system file, or give the change 'only: day'.");
        }
    }

    // Null of a node that the scenario adds; it is in the zone of what it joins.
    private int? ZoneOf(string node) => _rawNodes.Contains(node) ? -1
        : network.IndexOfNode(node) is >= 0 and var i ? _map!.ZoneOfNode[i] : null;

    // What the dispatch passes to a plant, up to its clear well.
    private void FindRaw()
    {
        if (_map is null)
        {
            return;
        }

        foreach (var k in RawWater.Of(system, network, _map).Links.Concat(_map.Intakes.Select(i => i.Link)))
        {
            var link = network.Links[k];
            _rawLinks.Add(link.Id);
            _rawNodes.Add(link.FromNode);
            _rawNodes.Add(link.ToNode);
        }

        _rawNodes.ExceptWith(system.Plants.Select(p => p.ClearWell));
        _rawNodes.ExceptWith(system.Communities.SelectMany(c => c.Nodes));
    }

    private string NameOf(int zone) => zone < 0 ? "raw water" : "zone " + _map!.Zones[zone].Id;

    private bool IsOfPipes(ScenarioChange change) => change switch
    {
        CloseLink or OpenLink => Dispatched(change, system) is null,
        SetValve or NewPipe or ReplacePipe or RoughnessAgeing => true,
        _ => false,
    };
}
