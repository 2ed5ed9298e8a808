using WaterSim.Planning.Results;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>What the map of a year can show: from <c>summary.json</c> and, by day, <c>communities.parquet</c>.</summary>
internal sealed class YearQuantities
{
    private const double LitresPerCubicMetre = 1000;

    /// <summary>Share of a day's need below which a community is short that day, as the year's summary has it.</summary>
    private const double ShortBelow = 0.99;

    private readonly ReportSource _source;
    private readonly MapData _map;
    private readonly Phrases _phrases;

    private YearQuantities(ReportSource source, MapData map)
    {
        (_source, _map, _phrases) = (source, map, source.Phrases);
        From = DateOnly.ParseExact(source.Summary.Text("from"), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Days = (int)source.Summary.Number("days");
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>Need not met of each place and day, m3, place by place within a day; empty where nothing tells.</summary>
    public double[] Deficit { get; private set; } = [];

    /// <summary>Need of each place and day, m3.</summary>
    public double[] Needed { get; private set; } = [];

    /// <summary>What the map can show.</summary>
    public List<MapQuantity> All { get; } = [];

    public static YearQuantities Of(ReportSource source, MapData map)
    {
        var year = new YearQuantities(source, map);
        year.ReadDays();
        year.AddYear();
        if (year.Deficit.Length > 0)
        {
            year.AddMonths();
            year.AddDays();
        }

        return year;
    }

    /// <summary>Days on which some place got less than 99 % of its need, from the first on.</summary>
    public IEnumerable<int> ShortDays()
    {
        var places = _map.Places.Count;
        for (var d = 0; d < Days && Deficit.Length > 0; d++)
        {
            for (var p = 0; p < places; p++)
            {
                if (IsShort((d * places) + p))
                {
                    yield return d;
                    break;
                }
            }
        }
    }

    // Rows are those of the county file's communities, day after day: those of the map.
    private void ReadDays()
    {
        if (!_source.Run.Has("communities.parquet") || _map.Places.Count == 0)
        {
            return;
        }

        var columns = NumberSeries.Read(_source.Run.PathOf("communities.parquet"), "needed_m3", "deficit_m3");
        if (columns[0].Length != Days * _map.Places.Count)
        {
            throw new InvalidDataException("communities.parquet does not have the rows that map.json and summary.json tell of");
        }

        (Needed, Deficit) = (columns[0], columns[1]);
    }

    private bool IsShort(int i) => Needed[i] > 0 && Needed[i] - Deficit[i] < ShortBelow * Needed[i];

    private void AddYear()
    {
        var byId = _source.Summary.ById("communities");
        All.Add(Make("days-short", _phrases.ReportDaysShort, _phrases.ReportDaysUnit, 0, [1, 15, 30, 60, 90], Each("days_short"), [""]));
        All.Add(Make(
            "missing", _phrases.ReportNotDelivered, "%", 1, [0.1, 5, 10, 20, 40],
            [.. Each("needed_m3").Zip(Each("delivered_m3"), (needed, given) => needed > 0 ? Math.Max(0, 100 * (1 - (given / needed))) : double.NaN)], [""]));
        var lowest = Each("lowest_pressure_m");
        if (lowest.Any(double.IsFinite))
        {
            All.Add((Make("lowest", _phrases.MapTitle, "m", 1, [], lowest, [""]) with { IsPressure = true }).WithPressureClasses());
        }

        double[] Each(string key) => [.. _map.Places.Select(p => byId.TryGetValue(p.Id, out var c) ? c.Number(key) : double.NaN)];
    }

    private void AddMonths()
    {
        int[] months = [.. Enumerable.Range(0, Days).Select(d => (From.AddDays(d).Year * 12) + From.AddDays(d).Month - 1)];
        int[] each = [.. months.Distinct()];
        var places = _map.Places.Count;
        var (days, litres) = (new double[each.Length * places], new double[each.Length * places]);
        for (var d = 0; d < Days; d++)
        {
            var m = months[d] - each[0];
            for (var p = 0; p < places; p++)
            {
                var i = (d * places) + p;
                days[(m * places) + p] += IsShort(i) ? 1 : 0;
                litres[(m * places) + p] += _map.Places[p].People > 0 ? LitresPerCubicMetre * Deficit[i] / _map.Places[p].People : double.NaN;
            }
        }

        for (var m = 0; m < each.Length; m++)
        {
            var count = months.Count(x => x == each[m]);
            for (var p = 0; p < places; p++)
            {
                litres[(m * places) + p] /= count;
            }
        }

        string[] names = [.. each.Select(m => _phrases.MonthOfYear(new DateOnly(m / 12, (m % 12) + 1, 1)))];
        All.Add(Make("days-by-month", _phrases.ReportDaysShortByMonth, _phrases.ReportDaysUnit, 0, [1, 6, 11, 16, 21], days, names));
        All.Add(Make("litres-by-month", _phrases.ReportLitresShortByMonth, _phrases.ReportLitresUnit, 1, [0.5, 5, 10, 20, 40], litres, names));
    }

    private void AddDays() => All.Add(Make(
        "short-by-day", _phrases.ReportShortByDay, "%", 0, [1, 20, 40, 60, 80],
        [.. Deficit.Zip(Needed, (deficit, needed) => needed > 0 ? 100 * deficit / needed : double.NaN)],
        [.. Enumerable.Range(0, Days).Select(d => From.AddDays(d).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]));

    private MapQuantity Make(string id, string name, string unit, int decimals, double[] limits, double[] values, string[] times) => new()
    {
        Id = id,
        Name = name,
        Unit = unit,
        Decimals = decimals,
        Limits = limits,
        Colors = MapQuantity.Shortage(limits.Length + 1),
        Values = values,
        Times = times,
        Source = times.Length > 1 ? "communities.parquet" : _source.SummaryFile,
    };
}
