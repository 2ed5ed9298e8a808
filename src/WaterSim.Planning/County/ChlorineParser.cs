using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;

namespace WaterSim.Planning.County;

/// <summary>Reads the <c>quality:</c> part of a county system.</summary>
internal sealed class ChlorineParser(DiagnosticBag bag, SystemReferences references, SystemIndex index)
{
    private const string Element = "quality";
    private const double MillimetersPerMeter = 1000;

    // Metres and days, and mg/L, which are g/m3.
    private static readonly QualityUnits Units = new(
        new FileUnits(FlowUnits.CubicMetersPerDay, PressureUnits.Meters), new QualityOptions(), new ReactionOptions());

    public ChlorineScheme Parse(YamlMap map)
    {
        var binder = new MapBinder(map, Element, bag);
        var made = new ChlorineScheme
        {
            Step = TimeSpan.FromMinutes(Bounded(
                "step_min", binder.NumberAbove("step_min", 0, inclusive: false, otherwise: 1), binder, most: 24 * 60)),
            InitialConcentration = Concentration(binder, "initial_mg_per_l"),
            BulkCoefficient = Units.Bulk(order: 1) * Loss(binder, "bulk_per_day"),
            Walls = Walls(binder),
            Plants = [.. binder.Maps("plants", required: true).Select(Plant)],
            Tanks = Places(binder, "tanks", ReferenceKind.ElevatedTank),
            Boosters = Places(binder, "boosters", ReferenceKind.Booster),
            Limits = Limits(binder),
        };
        binder.Finish();
        return made;
    }

    private ImmutableArray<WallClass> Walls(MapBinder quality)
    {
        var walls = ImmutableArray.CreateBuilder<WallClass>();
        double? before = null;
        foreach (var map in quality.Maps("walls", required: true))
        {
            var binder = new MapBinder(map, $"{Element} walls", bag);
            var from = binder.NumberAbove("from_mm", 0, inclusive: true, otherwise: double.NaN);
            if (before is null ? from > 0 : from <= before)
            {
                OutOfOrder(
                    binder, "from_mm", before is { } b ? $"from_mm {Show(from)} does not follow {Show(b)}" : $"the first class begins at {Show(from)} mm",
                    "Begin with from_mm: 0 and let each class begin at a greater diameter.");
            }

            before = from;
            walls.Add(new WallClass(from / MillimetersPerMeter, Units.Wall() * Loss(binder, "wall_m_per_day")));
            binder.Finish();
        }

        if (walls.Count == 0 && quality.Map.Find("walls") is YamlList { Items.Count: 0 } list)
        {
            bag.Error(
                "WS4007", list.Line, list.Column, "'walls' lists nothing",
                "Give one class at least: { from_mm: 0, wall_m_per_day: ... }; write 0 where nothing reacts.", Element);
        }

        return walls.ToImmutable();
    }

    private PlantDose Plant(YamlMap map)
    {
        var (binder, id) = Begin(map, "plants", ReferenceKind.Plant);
        var made = new PlantDose(id, Concentration(binder, "dose_mg_per_l"));
        binder.Finish();
        return made;
    }

    private ImmutableArray<Redosing> Places(MapBinder quality, string key, ReferenceKind kind)
    {
        var made = ImmutableArray.CreateBuilder<Redosing>();
        foreach (var map in quality.Maps(key, required: false))
        {
            var (binder, id) = Begin(map, key, kind);
            var below = Concentration(binder, "below_mg_per_l");
            var to = Concentration(binder, "to_mg_per_l");
            if (to < below)
            {
                OutOfOrder(
                    binder, "to_mg_per_l", $"to_mg_per_l {Show(to)} is less than below_mg_per_l {Show(below)}",
                    "Water is raised: give at least the concentration below which it is dosed.");
            }

            made.Add(new Redosing(id, below, to));
            binder.Finish();
        }

        return made.ToImmutable();
    }

    private ChlorineLimits Limits(MapBinder quality)
    {
        if (quality.Value("limits", required: true) is not { } value)
        {
            return new ChlorineLimits(0, 0, 0);
        }

        if (value is not YamlMap map)
        {
            quality.WrongType(value, "limits", "a mapping such as { plant_min_mg_per_l: 0.3, tap_min_mg_per_l: 0.05, max_mg_per_l: 2 }");
            return new ChlorineLimits(0, 0, 0);
        }

        var binder = new MapBinder(map, $"{Element} limits", bag);
        var made = new ChlorineLimits(
            Concentration(binder, "plant_min_mg_per_l"), Concentration(binder, "tap_min_mg_per_l"), Concentration(binder, "max_mg_per_l"));
        foreach (var (key, limit, least, than) in (ReadOnlySpan<(string, double, double, string)>)
            [
                ("plant_min_mg_per_l", made.PlantOutletMinimum, made.TapMinimum, "tap_min_mg_per_l"),
                ("max_mg_per_l", made.Maximum, made.PlantOutletMinimum, "plant_min_mg_per_l"),
            ])
        {
            if (limit < least)
            {
                OutOfOrder(
                    binder, key, $"{key} {Show(limit)} is less than {than} {Show(least)}",
                    "Let the limits rise from tap to plant to maximum.");
            }
        }

        binder.Finish();
        return made;
    }

    // What is dosed, by the id of its plant, tank or station; its place is kept for checks across the file.
    private (MapBinder Binder, string Id) Begin(YamlMap map, string key, ReferenceKind kind)
    {
        var binder = new MapBinder(map, $"{Element} {key}", bag);
        var id = binder.Id("id");
        if (id is not null)
        {
            binder.Element = $"{Element} {key} {id.Value}";
            references.Add(kind, id, binder.Element);
            if (!index.Dosed.TryAdd((kind, id.Value), id))
            {
                bag.Error(
                    "WS4013", id.Line, id.Column,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{id.Value}' is already dosed by line {index.Dosed[(kind, id.Value)].Line}"),
                    "Name it once.", binder.Element);
            }
        }

        return (binder, id?.Value ?? "");
    }

    // What is missing or wrong is no number, so that nothing is out of order with it.
    private static double Concentration(MapBinder binder, string key) =>
        binder.NumberAbove(key, 0, inclusive: true, otherwise: double.NaN) * Units.Concentration;

    // A coefficient is negative where chlorine is used up, as in EPANET; it does not grow.
    private double Loss(MapBinder binder, string key) => Bounded(key, binder.Number(key) ?? 0, binder, most: 0);

    private double Bounded(string key, double number, MapBinder binder, double most)
    {
        if (number <= most)
        {
            return number;
        }

        var at = binder.Map.Find(key)!;
        bag.Error(
            "WS4010", at.Line, at.Column, $"{key} is {Show(number)}", $"It must be at most {Show(most)}.", binder.Element);
        return most;
    }

    private void OutOfOrder(MapBinder binder, string key, string message, string remedy)
    {
        var at = binder.Map.Find(key)!;
        bag.Error("WS4029", at.Line, at.Column, message, remedy, binder.Element);
    }

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
