using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Planning.County;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Results;

/// <summary>Reads a year's tables back, a month at a time, into series of no more than so many points.</summary>
internal sealed class YearSeriesReader(string folder, CountySystem system)
{
    private static readonly string[] DayColumns =
    [
        "date", "stage", "days_left_d", "needed_m3", "delivered_m3", "leaked_m3", "inflow_m3", "rain_m3", "evaporation_m3",
        "seepage_m3", "release_m3", "draw_m3", "spill_m3", "storage_m3",
    ];

    private readonly List<YearMonth> _months = [];
    private int _days;
    private int _perPoint;
    private int _points;
    private DateOnly _from;

    public YearSeries Read()
    {
        Count();
        var stage = new int[_points];
        Array.Fill(stage, -1);
        var (left, needed, delivered, leaked) = (Filled(double.NaN), Filled(0), Filled(0), Filled(0));
        ReadDays(stage, left, needed, delivered, leaked);
        var sources = Elements("sources", "source", [.. system.Sources.Select(s => s.Id)], ["storage_m3", "live_share"], ["draw_m3"]);
        var plants = Elements("plants", "plant", [.. system.Plants.Select(p => p.Id)], [], ["output_m3"]);
        var links = Elements(
            "interconnections", "interconnection", [.. system.Interconnections.Select(x => x.Id)], [], ["passed_m3"]);
        var communities = Elements(
            "communities", "community", [.. system.Communities.Select(c => c.Id)], [], ["deficit_m3", "needed_m3"]);
        return new YearSeries
        {
            From = _from,
            Days = _days,
            DaysPerPoint = _perPoint,
            Stage = [.. stage],
            DaysLeft = [.. left],
            Needed = [.. needed],
            Delivered = [.. delivered],
            Leaked = [.. leaked],
            Storage = Rows(sources[0]),
            LiveShare = Rows(sources[1]),
            Draw = Rows(sources[2]),
            Output = Rows(plants[0]),
            Passed = Rows(links[0]),
            Short = [.. communities[0].Zip(communities[1], Shares)],
            Months = [.. _months],
        };
    }

    private static ImmutableArray<double> Shares(double[] deficit, double[] needed) =>
        [.. deficit.Zip(needed, (d, n) => n > 0 ? Math.Clamp(d / n, 0, 1) : 0)];

    private static ImmutableArray<ImmutableArray<double>> Rows(double[][] rows) => [.. rows.Select(r => r.ToImmutableArray())];

    private double[] Filled(double value)
    {
        var series = new double[_points];
        Array.Fill(series, value);
        return series;
    }

    private void Count()
    {
        foreach (var part in Parts("days", ["date"]))
        {
            if (_days == 0 && part.Rows > 0)
            {
                _from = DayOf(part, 0);
            }

            _days += part.Rows;
        }

        if (_days == 0)
        {
            throw new InvalidDataException($"'{PathOf("days")}' has no days");
        }

        _perPoint = (_days + YearSeries.MostPoints - 1) / YearSeries.MostPoints;
        _points = (_days + _perPoint - 1) / _perPoint;
    }

    private void ReadDays(int[] stage, double[] left, double[] needed, double[] delivered, double[] leaked)
    {
        var stages = system.Dispatch?.Stages ?? [];
        var day = 0;
        foreach (var part in Parts("days", DayColumns))
        {
            var columns = part.Columns.Skip(2).Select(c => ((NumberColumn)c).Values).ToArray();
            for (var row = 0; row < part.Rows; row++, day++)
            {
                var point = day / _perPoint;
                var id = TextOf(part.Columns[1], row);
                var at = -1;
                for (var s = 0; s < stages.Length; s++)
                {
                    at = stages[s].Id == id ? s : at;
                }

                stage[point] = Math.Max(stage[point], at);
                left[point] = columns[0][row] < left[point] || double.IsNaN(left[point]) ? columns[0][row] : left[point];
                var length = LengthOf(point);
                needed[point] += columns[1][row] / length;
                delivered[point] += columns[2][row] / length;
                leaked[point] += columns[3][row] / length;
                AddMonth(DayOf(part, row), [.. columns.Skip(1).Select(c => c[row])]);
            }
        }
    }

    // Needed, delivered, leaked, then what sources gain and lose, and what is stored at the end.
    private void AddMonth(DateOnly day, double[] v)
    {
        if (_months.Count == 0 || day.Day == 1)
        {
            _months.Add(new YearMonth(day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        }

        var m = _months[^1];
        _months[^1] = new YearMonth(
            m.From, m.Days + 1, m.Needed + v[0], m.Delivered + v[1], m.Inflow + v[3], m.Rain + v[4], m.Evaporation + v[5],
            m.Seepage + v[6], m.Release + v[7], m.Draw + v[8], m.Spill + v[9], v[10]);
    }

    // Of each column and each element a series: what was last of a point, then means.
    private double[][][] Elements(string table, string element, string[] ids, string[] last, string[] mean)
    {
        string[] names = [.. last, .. mean];
        var all = Array.ConvertAll(names, _ => Array.ConvertAll(ids, _ => new double[_points]));
        var day = 0;
        foreach (var part in Parts(table, [element, .. names]))
        {
            CheckElements(table, part, ids);
            var next = day + (ids.Length > 0 ? part.Rows / ids.Length : 0);
            if (next > _days)
            {
                throw Differs(table);
            }

            var columns = Array.ConvertAll([.. part.Columns.Skip(1)], static (Column c) => ((NumberColumn)c).Values);
            for (var row = 0; row < part.Rows; row++)
            {
                var (point, i) = ((day + (row / ids.Length)) / _perPoint, row % ids.Length);
                for (var c = 0; c < names.Length; c++)
                {
                    all[c][i][point] = c < last.Length
                        ? columns[c][row]
                        : all[c][i][point] + (columns[c][row] / LengthOf(point));
                }
            }

            day = next;
        }

        return ids.Length == 0 || day == _days ? all : throw Differs(table);
    }

    private void CheckElements(string table, Table part, string[] ids)
    {
        if (ids.Length == 0 ? part.Rows > 0 : part.Rows % ids.Length != 0)
        {
            throw Differs(table);
        }

        for (var i = 0; i < ids.Length && part.Rows > 0; i++)
        {
            if (TextOf(part.Columns[0], i) != ids[i])
            {
                throw Differs(table);
            }
        }
    }

    private InvalidDataException Differs(string table) => new($"'{PathOf(table)}' is of another county or lacks days");

    private int LengthOf(int point) => Math.Min(_perPoint, _days - (point * _perPoint));

    private IEnumerable<Table> Parts(string table, string[] columns) => ParquetTableReader.Parts(PathOf(table), table, columns);

    private string PathOf(string table) => Path.Combine(folder, table + ".parquet");

    private static string TextOf(Column column, int row) => ((TextColumn)column).Texts[((TextColumn)column).Codes[row]];

    private static DateOnly DayOf(Table part, int row) =>
        DateOnly.TryParseExact(TextOf(part.Columns[0], row), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new InvalidDataException($"'{TextOf(part.Columns[0], row)}' is no day");
}
