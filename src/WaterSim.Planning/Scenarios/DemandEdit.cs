using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>Changes what is drawn at junctions: demands, people, fires.</summary>
internal sealed class DemandEdit(NetworkEdit edit, TimeSpan duration)
{
    private readonly Dictionary<(string?, double, TimeWindow, string?), string> _made = [];

    /// <summary>Draws water for a fire.</summary>
    public void Apply(FireFlow fire)
    {
        var pattern = Windows.IsWhole(fire.Window, duration)
            ? edit.AddPattern("FIRE", [1])
            : edit.AddPattern("FIRE", Periods().Select(at => IsIn(at, fire.Window!.Value) ? 1.0 : 0));
        var demand = new Demand(fire.Flow / edit.Options.DemandMultiplier, pattern, "fire");
        edit.ChangeNodes(n => n is Junction j && j.Id == fire.Node ? j with { Demands = j.Demands.Add(demand) } : n);
    }

    /// <summary>Multiplies demands.</summary>
    public void Apply(DemandFactor change, CountySystem system)
    {
        var selection = new DemandSelection(system, change.Town, change.Class, change.Use);
        edit.ChangeNodes(n => selection.Holds(n) ? WithDemands((Junction)n, selection, d => Changed(d, change)) : n);
    }

    /// <summary>The same of the factor by which a county counts what households use.</summary>
    public static CountySystem WithHouseholds(DemandFactor change, CountySystem system)
    {
        var selection = new DemandSelection(system, change.Town, change.Class, change.Use);
        return change.Use is null or WaterUse.Domestic
            ? system with
            {
                Communities = [.. system.Communities.Select(c => selection.Holds(c) ? c with { HouseholdFactor = c.HouseholdFactor * change.Factor } : c)],
            }
            : system;
    }

    /// <summary>Lets people become more, and households' demand.</summary>
    public CountySystem Apply(PeopleGrowth change, CountySystem system)
    {
        var factor = FactorOf(change);
        var selection = new DemandSelection(system, change.Town, change.Class, WaterUse.Domestic);
        edit.ChangeNodes(n => selection.Holds(n) ? WithDemands((Junction)n, selection, d => d with { Base = d.Base * factor }) : n);
        return WithPeople(system with
        {
            Communities =
            [
                .. system.Communities.Select(c => selection.Holds(c)
                    ? c with { People = (int)Math.Round(c.People * factor, MidpointRounding.AwayFromZero) }
                    : c),
            ],
        });
    }

    /// <summary>Sums of people, made again from the communities.</summary>
    public static CountySystem WithPeople(CountySystem system) => system with
    {
        People = system.Communities.Sum(c => c.People),
        Towns = [.. system.Towns.Select(t => t with { People = system.Communities.Where(c => c.Town == t.Id).Sum(c => c.People) })],
    };

    // By multiplication, which every machine rounds alike.
    private static double FactorOf(PeopleGrowth change)
    {
        var factor = 1.0;
        for (var i = 0; i < change.Years; i++)
        {
            factor *= 1 + change.PerYear;
        }

        return factor;
    }

    private static Junction WithDemands(Junction junction, DemandSelection selection, Func<Demand, Demand> change) =>
        junction with { Demands = [.. junction.Demands.Select(d => selection.Holds(d) ? change(d) : d)] };

    private Demand Changed(Demand demand, DemandFactor change)
    {
        if (Windows.IsWhole(change.Window, duration))
        {
            return demand with { Base = demand.Base * change.Factor, PatternId = change.Pattern ?? demand.PatternId };
        }

        var key = (demand.PatternId, change.Factor, change.Window!.Value, change.Pattern);
        if (!_made.TryGetValue(key, out var id))
        {
            var usual = edit.PatternOf(demand.PatternId ?? edit.Options.DefaultPatternId);
            var meanwhile = change.Pattern is null ? usual : edit.PatternOf(change.Pattern);
            var multipliers = Periods()
                .Select((at, i) => IsIn(at, change.Window.Value) ? change.Factor * At(meanwhile, i) : At(usual, i))
                .ToArray();
            id = _made[key] = edit.AddPattern((demand.PatternId ?? "DEMAND") + "-CHANGED", multipliers);
        }

        return demand with { PatternId = id };
    }

    // Beginnings of the run's pattern periods, from the one in which it starts.
    private IEnumerable<TimeSpan> Periods()
    {
        var times = edit.Times;
        for (var at = -times.PatternStart; at <= duration; at += times.PatternStep)
        {
            yield return at;
        }
    }

    private bool IsIn(TimeSpan at, TimeWindow window) => Windows.Of(window, duration) is var (from, to) && at >= from && at < to;

    private static double At(Pattern? pattern, int period) => pattern is null ? 1 : pattern.Multipliers[period % pattern.Multipliers.Length];
}
