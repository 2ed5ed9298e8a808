using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>What a whole scenario must hold to, its bases taken in, before it can be applied.</summary>
internal sealed class ScenarioChecks(Scenario scenario, CountySystem system, Network network, YearOptions? year = null)
{
    private readonly ScenarioFindings _found = new();
    private readonly NetworkEdit _network = new(network);
    private readonly HashSet<string> _newNodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _newLinks = new(StringComparer.Ordinal);
    private readonly TimeSpan _duration = year is null ? scenario.Duration ?? network.Times.Duration : TimeSpan.FromDays(year.Days);
    private readonly ImmutableArray<ScenarioChange> _changes =
        [.. scenario.ChangesOf(year is null ? ScenarioSpan.Day : ScenarioSpan.Year)];

    /// <summary>Of a run of days, or of a year, all that is found.</summary>
    public static ImmutableArray<Diagnostic> Of(Scenario scenario, CountySystem system, Network network, YearOptions? year)
    {
        var found = new ScenarioChecks(scenario, system, network, year).Check();
        return year is null ? found : [.. found, .. new YearScenarioChecks(scenario, system, network, year).Check()];
    }

    private ImmutableArray<Diagnostic> Check()
    {
        foreach (var change in _changes)
        {
            Window(change);
            Kind(change);
        }

        Orders();
        return _found.All;
    }

    private void Window(ScenarioChange change)
    {
        if (change.Window is not { } window)
        {
            return;
        }

        var (from, to) = Windows.Of(window, _duration);
        if (from >= _duration || to > _duration)
        {
            _found.Error(
                change, "WS4203", FormattableString.Invariant($"its window ends or begins outside the run of {_duration.TotalHours} h"),
                year is null ? "Move the window, or give the scenario a longer duration_h." : "Move the window, or run more --days.");
        }

        var times = network.Times;
        if (year is null && change is (DemandFactor or FireFlow) && !(IsOnStep(from) && (window.To is null || IsOnStep(to))))
        {
            _found.Error(
                change, "WS4205",
                FormattableString.Invariant($"its window does not begin and end with a pattern step of {times.PatternStep.TotalHours} h"),
                "Move from_h and to_h to whole pattern steps.");
        }

        bool IsOnStep(TimeSpan at) => (at + times.PatternStart).Ticks % times.PatternStep.Ticks == 0;
    }

    private void Kind(ScenarioChange change)
    {
        switch (change)
        {
            case DemandFactor { Use: not null } or PeopleGrowth when system.Demand is null:
                Lacks(change, "demand");
                break;
            case DemandFactor d:
                MeetsDemand(change, new DemandSelection(system, d.Town, d.Class, d.Use));
                break;
            case PeopleGrowth g:
                MeetsDemand(change, new DemandSelection(system, g.Town, g.Class, WaterUse.Domestic));
                break;
            case FreezeBursts f when BurstEdit.NodesOf(f, system).Count == 0:
                _found.Error(change, "WS4209", "no community is of that town and class", "Name another town or class.");
                break;
            case Burst or FreezeBursts when network.Options.EmitterExponent != BurstEdit.Exponent && Coupling.LeakFit.HasEmitters(network):
                _found.Error(
                    change, "WS4210",
                    FormattableString.Invariant($"the network's emitters follow pressure by the exponent {network.Options.EmitterExponent}, a hole by 0.5"),
                    "Give them the exponent 0.5, or take one of the two away.");
                break;
            case NewVillage v:
                New(change, v.Id, v.Id, ScenarioApplication.MainOf(v));
                break;
            case NewPipe p:
                New(change, p.Id, null, p.Id);
                if (p.FromNode == p.ToNode)
                {
                    Impossible(change, "the pipe leads back to the node it comes from", "Name two nodes.");
                }

                break;
            case RoughnessAgeing a:
                Ageing(a);
                break;
            case ReservoirStorage storage when storage.Sources.Any(s => system.Resources?.Reservoirs.Any(r => r.Source == s) != true):
                Lacks(change, "resources: reservoirs");
                break;
            case DispatchRule when system.Dispatch is null:
                Lacks(change, "dispatch");
                break;
            case DispatchRule or DroughtInflow or TariffChange { Electricity: null, ElectricityPattern: null } when year is null:
                _found.Add(
                    change, DiagnosticSeverity.Notice, "WS4212", "no flow of a day's run depends on it",
                    "Nothing; runs of many days and indicators take it.");
                break;
            default:
                break;
        }
    }

    private void MeetsDemand(ScenarioChange change, DemandSelection selection)
    {
        if (!network.Nodes.Any(n => selection.Holds(n) && ((Junction)n).Demands.Any(selection.Holds)))
        {
            _found.Error(change, "WS4209", "nobody of that town, class and use has demand", "Name another town, class or use.");
        }
    }

    private void Ageing(RoughnessAgeing ageing)
    {
        var law = network.Options.HeadLoss;
        if (law == HeadLossFormula.ChezyManning)
        {
            Impossible(ageing, "pipes under Manning's law do not age here", "Use Hazen-Williams or Darcy-Weisbach, or replace pipes.");
            return;
        }

        var aged = network.Links.OfType<Pipe>().Where(p => PipeAgeing.Holds(ageing, p)).ToList();
        if (aged.Count == 0)
        {
            _found.Error(ageing, "WS4209", "no pipe is of that size", "Correct from_mm and to_mm.");
        }
        else if (law == HeadLossFormula.HazenWilliams
            && aged.Find(p => PipeAgeing.Aged(ageing, p, law) < PipeAgeing.LeastCoefficient) is { } worst)
        {
            Impossible(ageing, $"C of pipe {worst.Id} would fall below {PipeAgeing.LeastCoefficient}", "Give fewer years or less growth.");
        }
    }

    private void New(ScenarioChange change, string id, string? node, string link)
    {
        if (id.Length == 0 || id[0] == '[' || id.AsSpan().ContainsAny(';', '"'))
        {
            _found.Error(change, "WS4208", $"'{Printable.Text(id)}' cannot be an id of the network", "Use letters, digits and hyphens.");
        }
        else if ((node is not null && (network.FindNode(node) is not null || !_newNodes.Add(node)))
            || network.FindLink(link) is not null || !_newLinks.Add(link)
            || (node is not null && system.Communities.Any(c => c.Id == node)))
        {
            _found.Error(change, "WS4208", $"the county has '{Printable.Text(id)}' already", "Give it an id of its own.");
        }
    }

    private void Orders()
    {
        var first = new Dictionary<string, LinkOrder>(StringComparer.Ordinal);
        foreach (var change in _changes)
        {
            foreach (var order in LinkOrder.Of(change, system, network))
            {
                if (first.TryGetValue(order.Link, out var other)
                    && other.Change != change && (other.Kind != order.Kind || order.Kind == LinkOrderKind.Set))
                {
                    _found.Error(
                        change, "WS4206", $"link {order.Link} is already {Said(other.Kind)} by {other.Change.Label}", "Keep one of the two.");
                }

                first.TryAdd(order.Link, order);
                Order(order, network.FindLink(order.Link)!);
            }

            if (change is PlantStop or SourceShut && !LinkOrder.Of(change, system, network).Any())
            {
                _found.Error(change, "WS4209", "no link of the network would be shut", change is PlantStop ? "Say 'stops: supply'." : "Name a source that a link leads from.");
            }
        }
    }

    private void Order(LinkOrder order, Link link)
    {
        var isTimed = !Windows.IsWhole(order.Change.Window, _duration);
        switch (order.Kind)
        {
            case LinkOrderKind.Open when link is Pipe { HasCheckValve: true }:
                Impossible(order.Change, $"pipe {link.Id} has a check valve, which opens by itself", "Name another link.");
                break;
            case LinkOrderKind.Open when isTimed && link is Pump && !LinkOrders.TakesTimes(_network, link):
            case LinkOrderKind.Set when isTimed && !LinkOrders.TakesTimes(_network, link):
                Impossible(order.Change, $"controls act on {link.Id} and would undo it", "Leave out from_h and to_h: for the whole run its controls are taken away.");
                break;
            case LinkOrderKind.Set when link is Valve valve:
                var isFlow = valve.Kind == ValveKind.FlowControl;
                var isPressure = valve.Kind is ValveKind.PressureReducing or ValveKind.PressureSustaining or ValveKind.PressureBreaker;
                if (((SetValve)order.Change).IsFlow ? !isFlow : !isPressure)
                {
                    Impossible(
                        order.Change, $"valve {link.Id} does not hold a {(isFlow || !isPressure ? "pressure" : "flow")} that could be set so",
                        isFlow ? "Give flow_m3d." : isPressure ? "Give pressure_m." : "Name a valve that holds a pressure or a flow.");
                }

                break;
            default:
                break;
        }
    }

    private static string Said(LinkOrderKind kind) => kind switch
    {
        LinkOrderKind.Close => "closed",
        LinkOrderKind.Open => "opened",
        _ => "set",
    };

    private void Lacks(ScenarioChange change, string part) =>
        _found.Error(change, "WS4211", $"the county says nothing of it: its system file has no '{part}:'", $"Add '{part}:' to the system file.");

    private void Impossible(ScenarioChange change, string message, string remedy) => _found.Error(change, "WS4207", message, remedy);
}
