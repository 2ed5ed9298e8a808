using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>What of a scenario a year's dispatch carries out, day by day, and the network does not.</summary>
internal sealed class YearDispatch
{
    private readonly CountySystem _system;

    public YearDispatch(CountySystem system, YearOptions year) => (_system, Options) = (system, year);

    /// <summary>The year's options so far.</summary>
    public YearOptions Options { get; private set; }

    /// <summary>Length of the year.</summary>
    public TimeSpan Duration => TimeSpan.FromDays(Options.Days);

    /// <summary>Takes a change in; null where it is the network's or the county's.</summary>
    public CountySystem? Take(ScenarioChange change, CountySystem now)
    {
        switch (change)
        {
            case PlantStop stop when now.Dispatch is not null:
                return WithOutage(stop, now, now.Dispatch);
            case SourceShut shut:
                var (from, to) = DaysOf(shut);
                Options = Options with { SourcesOut = Options.SourcesOut.Add(new SourceOutage(shut.Source, from, to)) };
                return now;
            case CloseLink when YearScenarioChecks.Dispatched(change, _system) is { } closed:
                Options = Options with { Shut = Options.Shut.Contains(closed.Id, StringComparer.Ordinal) ? Options.Shut : Options.Shut.Add(closed.Id) };
                return now;
            case OpenLink when now.Dispatch is { } dispatch && YearScenarioChecks.Dispatched(change, _system) is { } opened
                && dispatch.Links.Any(l => l.Interconnection == opened.Id):
                return now with
                {
                    Dispatch = dispatch with
                    {
                        Links = [.. dispatch.Links.Select(l => l.Interconnection == opened.Id ? l with { OnlyInDrought = false } : l)],
                    },
                };
            default:
                return null;
        }
    }

    /// <summary>The county with another pressure from which demand is met in full, m; null: its own.</summary>
    public static CountySystem WithPressure(CountySystem system, double? pressure) => system.Dispatch is { } dispatch && pressure is { } required
        ? system with { Dispatch = dispatch with { RequiredPressure = required } }
        : system;

    // Days that a window touches count whole.
    private (DateOnly From, DateOnly To) DaysOf(ScenarioChange change)
    {
        var (from, to) = Windows.Of(change.Window, Duration);
        var last = Math.Max((long)Math.Ceiling(to.TotalDays) - 1, 0);
        return (Options.From.AddDays((int)from.TotalDays), Options.From.AddDays((int)last));
    }

    private CountySystem WithOutage(PlantStop stop, CountySystem now, DispatchScheme dispatch)
    {
        var (from, to) = DaysOf(stop);
        var outage = new PlantOutage(from, to, 0);
        var isThere = dispatch.Plants.Any(p => p.Plant == stop.Plant);
        return now with
        {
            Dispatch = dispatch with
            {
                Plants = isThere
                    ? [.. dispatch.Plants.Select(p => p.Plant == stop.Plant ? p with { Outages = p.Outages.Add(outage) } : p)]
                    : [.. dispatch.Plants, new PlantOperation { Plant = stop.Plant, Outages = [outage] }],
            },
        };
    }
}
