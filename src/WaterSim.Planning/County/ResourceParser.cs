using System.Collections.Immutable;
using System.Globalization;

namespace WaterSim.Planning.County;

/// <summary>Reads the <c>resources:</c> part of a county system: climate, reservoirs, springs, years.</summary>
internal sealed class ResourceParser(DiagnosticBag bag, SystemReferences references, SystemIndex index)
{
    private const string Element = "resources";
    private const double MillimetersPerMeter = 1000;
    private const double SquareMetersPerSquareKilometer = 1e6;

    /// <summary>Longest memory of a spring, days: some three years.</summary>
    private const int LongestMemory = 1000;

    public ResourceScheme Parse(YamlMap map)
    {
        var binder = new MapBinder(map, Element, bag);
        var made = new ResourceScheme
        {
            Climate = Climate(binder),
            Reservoirs = [.. binder.Maps("reservoirs", required: false).Select(Reservoir)],
            Springs = [.. binder.Maps("springs", required: false).Select(Spring)],
            Years = Years(binder),
        };
        binder.Finish();
        return made;
    }

    private ClimateNormals Climate(MapBinder resources)
    {
        var value = resources.Value("climate", required: true);
        if (value is not YamlMap map)
        {
            if (value is not null)
            {
                resources.WrongType(value, "climate", "a mapping that begins with 'rain_mm: ...'");
            }

            return new ClimateNormals
            {
                Rain = 0,
                Evaporation = 0,
                RunoffCoefficient = 0,
                RainShares = [],
                InflowShares = [],
                EvaporationShares = [],
            };
        }

        var binder = new MapBinder(map, $"{Element} climate", bag);
        var made = new ClimateNormals
        {
            Rain = Between(binder, "rain_mm", 0, double.MaxValue) / MillimetersPerMeter,
            Evaporation = Between(binder, "evaporation_mm", 0, double.MaxValue) / MillimetersPerMeter,
            RunoffCoefficient = Between(binder, "runoff_coefficient", 0, 1),
            RainShares = MonthBinder.Percentages(binder, "rain_percent", bag),
            InflowShares = MonthBinder.Percentages(binder, "inflow_percent", bag),
            EvaporationShares = MonthBinder.Percentages(binder, "evaporation_percent", bag),
        };
        binder.Finish();
        return made;
    }

    private StorageReservoir Reservoir(YamlMap map)
    {
        var (binder, source) = Begin(map, "reservoir", SourceKind.Reservoir);
        var made = new StorageReservoir
        {
            Source = source,
            Catchment = Between(binder, "catchment_km2", 0, double.MaxValue) * SquareMetersPerSquareKilometer,
            NormalLevel = binder.Number("normal_m") ?? double.NaN,
            FloorLevel = binder.Number("floor_m") ?? double.NaN,
            DeadLevel = binder.Number("dead_m") ?? double.NaN,
            InitialLive = Between(binder, "initial_live", 0, 1),
            Seepage = Between(binder, "seepage_per_day", 0, 1, required: false),
            Release = MonthBinder.Values(binder, "release_m3d", required: false, mayBeOne: false, bag),
            Curve = new StorageCurveParser(bag).Parse(binder),
        };
        binder.Finish();
        CheckLevels(binder, made);
        return made;
    }

    // Each against the one below it; what is missing is no number, and nothing is out of order with it.
    private void CheckLevels(MapBinder binder, StorageReservoir reservoir)
    {
        var curve = reservoir.Curve;
        var bottom = curve.Length > 0 ? curve[0].Level : double.NaN;
        var top = curve.Length > 0 ? curve[^1].Level : double.NaN;
        foreach (var (key, level, isWrong, than) in (ReadOnlySpan<(string, double, bool, string)>)
            [
                ("dead_m", reservoir.DeadLevel, reservoir.DeadLevel < bottom, $"lies below the bottom of the curve, {Show(bottom)}"),
                ("floor_m", reservoir.FloorLevel, reservoir.FloorLevel < reservoir.DeadLevel, $"lies below dead_m {Show(reservoir.DeadLevel)}"),
                ("normal_m", reservoir.NormalLevel, reservoir.NormalLevel <= reservoir.FloorLevel, $"is not above floor_m {Show(reservoir.FloorLevel)}"),
                ("normal_m", reservoir.NormalLevel, reservoir.NormalLevel > top, $"lies above the top of the curve, {Show(top)}"),
            ])
        {
            if (isWrong)
            {
                var at = binder.Map.Find(key)!;
                bag.Error(
                    "WS4034", at.Line, at.Column, $"{key} {Show(level)} {than}",
                    "Let levels rise: bottom of the curve, dead_m, floor_m, normal_m, top of the curve.", binder.Element);
            }
        }
    }

    private Spring Spring(YamlMap map)
    {
        var (binder, source) = Begin(map, "spring", SourceKind.Spring);
        var made = new Spring
        {
            Source = source,
            Memory = Memory(binder),
            Yield = Yield(binder),
        };
        binder.Finish();
        return made;
    }

    private int Memory(MapBinder binder)
    {
        if (binder.Count("memory_days") is not { } days)
        {
            return 1;
        }

        if (days is >= 1 and <= LongestMemory)
        {
            return days;
        }

        var at = binder.Map.Find("memory_days")!;
        bag.Error(
            "WS4010", at.Line, at.Column, FormattableString.Invariant($"memory_days is {days}"),
            FormattableString.Invariant($"It must be from 1 to {LongestMemory}."), binder.Element);
        return 1;
    }

    private ImmutableArray<YieldPoint> Yield(MapBinder spring)
    {
        var made = ImmutableArray.CreateBuilder<YieldPoint>();
        foreach (var map in spring.Maps("yield", required: true))
        {
            var binder = new MapBinder(map, spring.Element, bag);
            var point = new YieldPoint(
                Between(binder, "wetness", 0, double.MaxValue, otherwise: double.NaN),
                Between(binder, "yield_m3d", 0, double.MaxValue, otherwise: double.NaN));
            binder.Finish();
            if (made.Count > 0)
            {
                var before = made[^1];
                var key = point.Wetness <= before.Wetness ? "wetness" : point.Yield < before.Yield ? "yield_m3d" : null;
                if (key is not null)
                {
                    var at = binder.Map.Find(key)!;
                    bag.Error(
                        "WS4037", at.Line, at.Column,
                        key == "wetness"
                            ? $"wetness {Show(point.Wetness)} does not follow {Show(before.Wetness)}"
                            : $"yield_m3d {Show(point.Yield)} is less than {Show(before.Yield)} of a drier time",
                        "Order the points by wetness; a wetter spring yields no less.", binder.Element);
                }
            }

            made.Add(point);
        }

        if (made.Count == 0 && spring.Map.Find("yield") is YamlList { Items.Count: 0 } list)
        {
            bag.Error(
                "WS4007", list.Line, list.Column, "'yield' lists nothing",
                "Give one point at least: { wetness: 1, yield_m3d: ... }.", spring.Element);
        }

        return made.ToImmutable();
    }

    private ImmutableArray<InflowYear> Years(MapBinder resources)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var made = resources.Maps("years", required: true).Select(m => Year(m, seen)).ToImmutableArray();
        if (made.Length == 0 && resources.Map.Find("years") is YamlList { Items.Count: 0 } list)
        {
            bag.Error(
                "WS4007", list.Line, list.Column, "'years' lists nothing",
                "Give one year at least: { id: average, name: { en: Average year } }.", Element);
        }

        return made;
    }

    private InflowYear Year(YamlMap map, Dictionary<string, int> seen)
    {
        var binder = new MapBinder(map, $"{Element} year", bag);
        var id = binder.Id("id");
        if (id is not null)
        {
            binder.Element = $"{Element} year {id.Value}";
            if (!seen.TryAdd(id.Value, id.Line))
            {
                bag.Error(
                    "WS4013", id.Line, id.Column,
                    FormattableString.Invariant($"year '{id.Value}' is already given in line {seen[id.Value]}"),
                    "Give each its own id.", binder.Element);
            }
        }

        var made = new InflowYear
        {
            Id = id?.Value ?? "",
            Name = binder.Name("name"),
            RainFactors = Factors(binder, "rain"),
            InflowFactors = Factors(binder, "inflow"),
            EvaporationFactors = Factors(binder, "evaporation"),
            Variation = Between(binder, "variation", 0, 5, required: false),
            Persistence = Between(binder, "persistence", 0, 0.99, required: false),
            Correlation = Between(binder, "correlation", 0, 1, required: false, otherwise: 1),
            Series = Series(binder),
        };
        binder.Finish();
        return made;
    }

    // Months that a year does not speak of are average.
    private ImmutableArray<double> Factors(MapBinder year, string key)
    {
        var made = MonthBinder.Values(year, key, required: false, mayBeOne: true, bag);
        return made.Length > 0 ? made : [.. Enumerable.Repeat(1.0, 12)];
    }

    private string? Series(MapBinder year)
    {
        if (year.Text("series", required: false) is not { } text)
        {
            return null;
        }

        index.Series.Add(text);
        foreach (var key in (ReadOnlySpan<string>)["rain", "inflow", "evaporation", "variation", "persistence", "correlation"])
        {
            if (year.Map.Find(key) is { } at)
            {
                bag.Error(
                    "WS4038", at.Line, at.Column, $"the year has a series, and '{key}' beside it",
                    "Keep one: the file of daily values gives the whole year.", year.Element);
            }
        }

        return text.Value;
    }

    private (MapBinder Binder, string Source) Begin(YamlMap map, string word, SourceKind kind)
    {
        var binder = new MapBinder(map, $"{Element} {word}", bag);
        var id = binder.Id("source");
        if (id is not null)
        {
            binder.Element = $"{Element} {word} {id.Value}";
            references.Add(ReferenceKind.Source, id, binder.Element);
            if (!index.Waters.TryAdd(id.Value, (id, kind)))
            {
                bag.Error(
                    "WS4013", id.Line, id.Column,
                    FormattableString.Invariant($"the water of '{id.Value}' is already told in line {index.Waters[id.Value].Id.Line}"),
                    "Name it once.", binder.Element);
            }
        }

        return (binder, id?.Value ?? "");
    }

    private double Between(MapBinder binder, string key, double least, double most, bool required = true, double otherwise = 0)
    {
        if (binder.Number(key, required) is not { } number)
        {
            return otherwise;
        }

        if (number >= least && number <= most)
        {
            return number;
        }

        var at = binder.Map.Find(key)!;
        bag.Error(
            "WS4010", at.Line, at.Column, $"{key} is {Show(number)}",
            most == double.MaxValue ? $"It must be at least {Show(least)}." : $"It must be from {Show(least)} to {Show(most)}.",
            binder.Element);
        return otherwise;
    }

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
