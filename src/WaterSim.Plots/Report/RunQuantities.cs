using System.Globalization;
using WaterSim.Planning.Results;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Map;

namespace WaterSim.Plots.Report;

/// <summary>What the map of a run of hours or days can show: from <c>communities</c>, <c>summary.json</c> and <c>nodes</c>.</summary>
internal static class RunQuantities
{
    private const int MostValues = 600_000;
    private const double SecondsPerHour = 3600;

    private static readonly string[] ServedColors = [MapQuantity.Hex(Inks.Vermillion), MapQuantity.Hex(Inks.Blue)];

    public static List<MapQuantity> Of(ReportSource source, MapData map)
    {
        var all = new List<MapQuantity>();
        var series = Pressures(source, map);
        if (source.Table("communities") is { } table && map.IsCounty)
        {
            FromCommunities(source, map, table, all);
        }
        else if (series is not null)
        {
            all.Add(Lowest(source, map, series));
        }

        if (series is not null)
        {
            all.Insert(Math.Min(1, all.Count), series);
        }

        Quality(source, map, all);
        return all;
    }

    private static void FromCommunities(ReportSource source, MapData map, CsvFile table, List<MapQuantity> all)
    {
        var phrases = source.Phrases;
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            rowOf.TryAdd(table.Text(row, "id"), row);
        }

        all.Add(Plain("lowest", phrases.MapTitle, "m", 1, r => table.Number(r, "min_pressure_m"), isPressure: true).WithPressureClasses());
        all.Add(Plain("served", phrases.ReportServed, "", 0, r => table.Number(r, "served")) with
        {
            Limits = [0.5],
            Colors = ServedColors,
            Labels = [phrases.ReportNotServed, phrases.ReportServed],
        });
        all.Add(Plain("delivered", phrases.ReportNotDelivered, "%", 1, r => Missing(table, r)) with
        {
            Limits = [0.1, 5, 10, 20, 40],
            Colors = MapQuantity.Shortage(6),
        });
        Optional("hours_of_supply", phrases.ReportHoursOfSupply, "h/d", 1, 1, [6, 12, 18, 23.95]);
        Optional("continuity", phrases.ReportContinuity, "%", 1, 100, [50, 80, 95, 99.95]);
        Optional("cost_to_serve", phrases.ReportCostToServe, phrases.YuanPerCubicMetre, 2, 1, null);
        Optional("unit_cost", phrases.ReportCostToServe, phrases.YuanPerCubicMetre, 2, 1, null);

        MapQuantity Plain(string id, string name, string unit, int decimals, Func<int, double> value, bool isPressure = false) => new()
        {
            Id = id,
            Name = name,
            Unit = unit,
            Decimals = decimals,
            Limits = [],
            Colors = ["#888888"],
            Values = [.. map.Places.Select(p => rowOf.TryGetValue(p.Id, out var r) ? value(r) : double.NaN)],
            IsPressure = isPressure,
            Source = table.Name,
        };

        // A column whose name begins so, and that has some value.
        void Optional(string begin, string name, string unit, int decimals, double scale, double[]? limits)
        {
            if (table.Columns.FirstOrDefault(c => c.StartsWith(begin, StringComparison.Ordinal)) is not { } column)
            {
                return;
            }

            var quantity = Plain(begin, name, unit, decimals, r => scale * table.Number(r, column));
            if (!quantity.Values.Any(double.IsFinite))
            {
                return;
            }

            all.Add(limits is null
                ? quantity.With(ColorClasses.Even(quantity.Values))
                : quantity with
                {
                    Limits = limits,
                    Colors = [.. Enumerable.Range(0, limits.Length + 1).Select(c => MapQuantity.Hex(Inks.Viridis(0.94 * c / limits.Length)))],
                });
        }
    }

    /// <summary>Water asked for and not delivered, %.</summary>
    private static double Missing(CsvFile table, int row)
    {
        var required = table.Number(row, "required_m3d");
        return required > 0 ? Math.Max(0, 100 * (1 - (table.Number(row, "delivered_m3d") / required))) : double.NaN;
    }

    private static MapQuantity Lowest(ReportSource source, MapData map, MapQuantity series)
    {
        var places = map.Places.Count;
        return (series with
        {
            Id = "lowest",
            Name = source.Phrases.MapTitle,
            Times = [""],
            Values = [.. Enumerable.Range(0, places).Select(p => Enumerable.Range(0, series.Times.Length).Select(k => series.Values[(k * places) + p]).Min())],
        }).WithPressureClasses();
    }

    /// <summary>The lowest pressure at the nodes of each place, time by time.</summary>
    private static MapQuantity? Pressures(ReportSource source, MapData map)
    {
        if (!source.Run.Has("nodes.parquet") || map.Nodes == 0 || map.Places.Count == 0)
        {
            return null;
        }

        var columns = NumberSeries.Read(source.Run.PathOf("nodes.parquet"), "time_s", "pressure_m");
        var (time, pressure, places) = (columns[0], columns[1], map.Places.Count);
        if (time.Length % map.Nodes != 0)
        {
            throw new InvalidDataException("nodes.parquet does not have the rows that map.json tells of");
        }

        var all = time.Length / map.Nodes;
        var stride = Math.Max(1, (int)Math.Ceiling((double)all * places / MostValues));
        int[] kept = [.. Enumerable.Range(0, all).Where(k => k % stride == 0)];
        var values = new double[kept.Length * places];
        for (var k = 0; k < kept.Length; k++)
        {
            var row = pressure.AsSpan(kept[k] * map.Nodes, map.Nodes);
            for (var p = 0; p < places; p++)
            {
                values[(k * places) + p] = LowestOf(row, map.Places[p].Rows);
            }
        }

        var clock = StartClock(source);
        return new MapQuantity
        {
            Id = "pressure",
            Name = kept.Length > 1 ? source.Phrases.ReportPressureByTime : source.Phrases.MapTitle,
            Unit = "m",
            Decimals = 1,
            Limits = [],
            Colors = ["#888888"],
            Values = values,
            Times = [.. kept.Select(k => ClockText(source, time[k * map.Nodes], clock))],
            IsPressure = true,
            Source = "nodes.parquet",
        }.WithPressureClasses();
    }

    private static double LowestOf(ReadOnlySpan<double> row, int[] nodes)
    {
        var lowest = double.PositiveInfinity;
        foreach (var node in nodes)
        {
            // A node that no source reaches has no pressure, and the place then neither.
            if (!double.IsFinite(row[node]))
            {
                return double.NaN;
            }

            lowest = Math.Min(lowest, row[node]);
        }

        return double.IsFinite(lowest) ? lowest : double.NaN;
    }

    /// <summary>Clock time at the start, s after midnight.</summary>
    public static double StartClock(ReportSource source) =>
        double.TryParse(source.Run.OptionOf("start-clock")?.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var s) ? s : 0;

    /// <summary>A time of the run as a clock shows it, with its day where the run has several.</summary>
    public static string ClockText(ReportSource source, double seconds, double startClock)
    {
        if (!double.IsFinite(seconds))
        {
            return "–";
        }

        var at = TimeSpan.FromSeconds(seconds + startClock);
        var isLong = source.Summary.Number("duration_s") > 86_400;

        // The end of a day is 24:00, not the next day's beginning.
        return !isLong && at.Days == 1 && at.Hours + at.Minutes == 0 ? "24:00"
            : source.Phrases.ClockOfDay(isLong || at.Days > 0 ? at.Days + 1 : 0, at.ToString(@"hh\:mm", CultureInfo.InvariantCulture));
    }

    // Age and the residual of the last day, where the run followed them.
    private static void Quality(ReportSource source, MapData map, List<MapQuantity> all)
    {
        if (!map.IsCounty || source.Summary.Find("county_quality") is not { } quality)
        {
            return;
        }

        var byId = quality.ById("communities");
        var age = Values("mean_age_s", 1 / SecondsPerHour);
        if (age.Any(double.IsFinite))
        {
            all.Add(Make("age", source.Phrases.AgeTitle, "h", 1, age).With(ColorClasses.OfAge(age)));
        }

        var chlorine = Values("lowest_chlorine_gm3", 1);
        if (chlorine.Any(double.IsFinite))
        {
            all.Add(Make("chlorine", source.Phrases.ReportLowestChlorine, "mg/L", 3, chlorine) with
            {
                Limits = [Substance.LeastAtEnds, 0.1, Substance.LeastAtPlants],
                Colors = [MapQuantity.Hex(Inks.Vermillion), MapQuantity.Hex(Inks.Orange), MapQuantity.Hex(Inks.Sky), MapQuantity.Hex(Inks.Blue)],
            });
        }

        double[] Values(string key, double scale) =>
            [.. map.Places.Select(p => byId.TryGetValue(p.Id, out var c) ? scale * c.Number(key) : double.NaN)];

        MapQuantity Make(string id, string name, string unit, int decimals, double[] values) => new()
        {
            Id = id,
            Name = name,
            Unit = unit,
            Decimals = decimals,
            Limits = [],
            Colors = ["#888888"],
            Values = values,
            Source = source.SummaryFile,
        };
    }
}
