using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>Reads the <c>economy:</c> part of a county system.</summary>
internal sealed class EconomyParser(DiagnosticBag bag, SystemIndex index)
{
    private const string Element = "economy";
    private const double Million = 1e6;
    private const int LongestLife = 200;
    private const double LeastExponent = 0.5;
    private const double MostExponent = 3;

    private readonly SchemeValues _values = new(bag);

    public EconomyScheme Parse(YamlMap map)
    {
        var binder = new MapBinder(map, Element, bag);
        index.Tariffs = map.Find("tariffs");
        var made = new EconomyScheme
        {
            Tariffs = Tariffs(binder),
            Investments = Investments(binder),
            Interest = _values.Between(binder, "interest", 0, 1, otherwise: 0),
            FixedCost = _values.NotNegative(binder, "fixed_yuan_per_year", required: true) ?? 0,
            PipeCostExponent = _values.Between(binder, "pipe_cost_exponent", LeastExponent, MostExponent, otherwise: 1),
            Consumption = Consumption(binder),
        };
        binder.Finish();
        return made;
    }

    private ImmutableArray<Tariff> Tariffs(MapBinder economy)
    {
        var made = ImmutableArray.CreateBuilder<Tariff>();
        var parser = new TariffParser(bag, index);
        foreach (var map in economy.Maps("tariffs", required: true))
        {
            var binder = new MapBinder(map, $"{Element} tariffs", bag);
            var of = SchemeValues.Class(binder);
            if (map.Find("class") is not null && made.Any(t => t.Class == of))
            {
                _values.Fault("WS4150", binder, "class", "this class stands twice among the tariffs", "Keep one of the two.");
            }

            made.Add(parser.Parse(binder, of));
            binder.Finish();
        }

        return made.ToImmutable();
    }

    private ImmutableArray<Investment> Investments(MapBinder economy)
    {
        var made = ImmutableArray.CreateBuilder<Investment>();
        foreach (var map in economy.Maps("investment", required: true))
        {
            var binder = new MapBinder(map, $"{Element} investment", bag);
            var part = binder.Word(
                "part", ("plants", AssetPart.Plants), ("pipes", AssetPart.Pipes), ("tanks", AssetPart.Tanks), ("pumps", AssetPart.Pumps));
            if (map.Find("part") is not null && made.Any(i => i.Part == part))
            {
                _values.Fault("WS4150", binder, "part", "this part stands twice in the investment", "Add the two up.");
            }

            made.Add(new Investment(
                part,
                Million * (_values.NotNegative(binder, "million_yuan", required: true) ?? 0),
                _values.Whole(binder, "life_years", 1, LongestLife),
                _values.Between(binder, "maintenance", 0, 1, otherwise: 0)));
            binder.Finish();
        }

        return made.ToImmutable();
    }

    private ConsumptionShares Consumption(MapBinder economy)
    {
        var binder = _values.Part(
            economy, "consumption", required: false, "a mapping such as { unbilled: 0.01, unauthorised: 0.005, meter_error: 0.02 }");
        if (binder is null)
        {
            return new ConsumptionShares(0, 0, 0);
        }

        var made = new ConsumptionShares(
            _values.Between(binder, "unbilled", 0, 1, otherwise: 0),
            _values.Between(binder, "unauthorised", 0, 1, otherwise: 0),
            _values.Between(binder, "meter_error", 0, 1, otherwise: 0));
        binder.Finish();
        if (made.Billed > 0)
        {
            return made;
        }

        _values.Fault(
            "WS4152", economy, "consumption", $"the shares leave {SchemeValues.Show(made.Billed)} to be billed", "Let them add up to less than 1.");
        return new ConsumptionShares(0, 0, 0);
    }
}
