using System.Collections.Immutable;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.County;

/// <summary>Reads the <c>demand:</c> part of a county system.</summary>
internal sealed class DemandParser(DiagnosticBag bag, SystemIndex index)
{
    private const string Element = "demand";
    private const int MonthsOfYear = 12;
    private const double LitersPerCubicMeter = 1000;
    private const double MostGrowth = 0.2;
    private const int MostFestivalDays = 60;

    private readonly SchemeValues _values = new(bag);

    public DemandScheme Parse(YamlMap map)
    {
        index.Demand = map;
        var binder = new MapBinder(map, Element, bag);
        var made = new DemandScheme
        {
            BaseYear = _values.Whole(binder, "base_year", SpringFestival.FirstYear, SpringFestival.LastYear),
            Growth = Growth(binder),
            Classes = Classes(binder),
            Uses = Uses(binder),
            Months = Months(binder),
            DailyVariation = _values.Between(binder, "daily_variation", 0, 1, otherwise: 0, required: false),
            Festival = Festival(binder),
            Leakage = Leakage(binder),
        };
        binder.Finish();
        return made;
    }

    private double Growth(MapBinder binder) =>
        _values.Between(binder, "growth_per_year", -MostGrowth, MostGrowth, otherwise: 0, required: false);

    private ImmutableArray<ClassDemand> Classes(MapBinder demand)
    {
        var classes = ImmutableArray.CreateBuilder<ClassDemand>();
        foreach (var map in demand.Maps("households", required: true))
        {
            var binder = new MapBinder(map, $"{Element} households", bag);
            var of = SchemeValues.Class(binder);
            if (map.Find("class") is not null && classes.Any(c => c.Class == of))
            {
                _values.Fault("WS4054", binder, "class", "this class stands twice among the households", "Keep one of the two.");
            }

            var perHead = binder.NumberAbove("per_head_l", 0, inclusive: false, otherwise: 1) / LitersPerCubicMeter;
            var penetration = _values.Between(binder, "penetration", 0, 1, otherwise: 1);
            if (penetration == 0)
            {
                _values.OutOfRange(binder, "penetration", "0", "It must be more than 0: nobody would have a tap. Leave the class out where it has no communities.");
            }

            classes.Add(new ClassDemand(of, perHead, penetration));
            binder.Finish();
        }

        index.Households = demand.Map.Find("households");
        return classes.ToImmutable();
    }

    private ImmutableArray<UseDemand> Uses(MapBinder demand)
    {
        var uses = ImmutableArray.CreateBuilder<UseDemand>();
        foreach (var map in demand.Maps("uses", required: true))
        {
            var binder = new MapBinder(map, $"{Element} uses", bag);
            var use = SchemeValues.Use(binder);
            if (map.Find("use") is not null && uses.Any(u => u.Use == use))
            {
                _values.Fault("WS4054", binder, "use", "this use stands twice", "List all its categories in one entry.");
            }

            var made = new UseDemand { Use = use, Categories = Categories(binder), Growth = Growth(binder) };
            if (use == WaterUse.Domestic && made.Growth != 0)
            {
                _values.Fault(
                    "WS4010", binder, "growth_per_year", "households grow with people",
                    "Write their growth as growth_per_year of demand itself and leave it out here.");
            }

            uses.Add(made);
            binder.Finish();
        }

        index.Uses = demand.Map.Find("uses");
        return uses.ToImmutable();
    }

    // A category belongs to one use, or to leakage. An empty text stands for demands without a category.
    private ImmutableArray<string> Categories(MapBinder binder)
    {
        var texts = SchemeValues.Texts(binder, "categories", required: true, "a list of demand categories such as [domestic]");
        if (texts is { Count: 0 } && binder.Map.Find("categories") is YamlList { Items.Count: 0 } list)
        {
            bag.Error("WS4007", list.Line, list.Column, "'categories' lists nothing", "Name one demand category of the network at least.", binder.Element);
        }

        var kept = ImmutableArray.CreateBuilder<string>();
        foreach (var text in texts ?? [])
        {
            if (index.Categories.TryAdd(text.Value, (text, binder.Element)))
            {
                kept.Add(text.Value);
            }
            else
            {
                bag.Error(
                    "WS4052", text.Line, text.Column,
                    FormattableString.Invariant($"category '{Printable.Text(text.Value)}' is already named in line {index.Categories[text.Value].Text.Line}"),
                    "Let it belong to one use, or to leakage.", binder.Element);
            }
        }

        return kept.ToImmutable();
    }

    private ImmutableArray<double> Months(MapBinder demand)
    {
        var harmless = Enumerable.Repeat(1.0, MonthsOfYear).ToImmutableArray();
        if (SchemeValues.Texts(demand, "months", required: true, "a list of twelve factors, January first") is not { } texts)
        {
            return harmless;
        }

        var months = SchemeValues.Numbers(demand, "months", texts);
        if (demand.Map.Find("months") is YamlList list && list.Items.Count != MonthsOfYear)
        {
            bag.Error(
                "WS4050", list.Line, list.Column, FormattableString.Invariant($"months has {list.Items.Count} factors"),
                "Give twelve, January first.", Element);
            return harmless;
        }

        for (var m = 0; m < months.Length; m++)
        {
            if (months[m] <= 0)
            {
                bag.Error(
                    "WS4010", texts[m].Line, texts[m].Column, $"a month's factor is {SchemeValues.Show(months[m])}",
                    "It must be more than 0; 1 is the average month.", Element);
            }
        }

        return months.Length == MonthsOfYear ? months : harmless;
    }

    private FestivalDemand? Festival(MapBinder demand)
    {
        var binder = _values.Part(demand, "festival", required: false, "a mapping such as { days_before: 5, days_after: 10, rural_people: 1.2, per_head: 1.1 }");
        if (binder is null)
        {
            return null;
        }

        var made = new FestivalDemand
        {
            DaysBefore = _values.Whole(binder, "days_before", 0, MostFestivalDays),
            DaysAfter = _values.Whole(binder, "days_after", 0, MostFestivalDays),
            RuralPeople = binder.NumberAbove("rural_people", 0, inclusive: false, otherwise: 1),
            PerHead = binder.NumberAbove("per_head", 0, inclusive: false, otherwise: 1),
            RuralPattern = (index.FestivalPattern = binder.Id("rural_pattern", required: false))?.Value,
        };
        binder.Finish();
        return made;
    }

    private LeakageScheme? Leakage(MapBinder demand)
    {
        var binder = _values.Part(demand, "leakage", required: false, "a mapping such as { categories: [leakage], exponent: 1 }");
        if (binder is null)
        {
            return null;
        }

        var made = new LeakageScheme(Categories(binder), _values.Between(binder, "exponent", 0.1, 3, otherwise: 1));
        binder.Finish();
        return made;
    }
}
