using System.Globalization;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>Reads daily series, reporting every fault by its line; what it says of units stands in the header.</summary>
internal static class InflowCsv
{
    private const double MillimetersPerMeter = 1000;

    /// <summary>Most rain or evaporation of a day that is believed, mm: no place on Earth has had 2 m.</summary>
    private const double MostDepth = 2000;

    /// <summary>Most inflow of a day that is believed, m3: the Yangtze's greatest flood brought half of it.</summary>
    private const double MostInflow = 1e10;

    private static readonly TextFileWords Words = new(
        "Correct the name of the series.", "A series has a line a day; name the right file.");

    public static InflowSeries? Read(string file, CountySystem system, DiagnosticBag bag)
    {
        if (BoundedTextFile.Read(file, bag, Words) is not { } text)
        {
            return null;
        }

        // Lines end as the rest of the reader counts them, at \n alone.
        var lines = text.AsSpan().Split('\n');
        if (!lines.MoveNext() || Header(text.AsSpan()[lines.Current].TrimEnd('\r'), system, bag) is not { } columns)
        {
            return null;
        }

        var (rain, evaporation) = (new List<double>(), new List<double>());
        var inflow = new List<double>[system.Sources.Length];
        for (var i = 0; i < inflow.Length; i++)
        {
            inflow[i] = [];
        }

        DateOnly? first = null;
        DateOnly before = default;
        var empty = 0;
        for (var line = 2; lines.MoveNext(); line++)
        {
            var row = text.AsSpan()[lines.Current].TrimEnd('\r');
            if (row.IsWhiteSpace())
            {
                empty = empty == 0 ? line : empty;
                continue;
            }

            if (empty > 0)
            {
                bag.Error("WS4041", empty, 1, "the line is empty", "Remove it, or fill in its day.");
                empty = 0;
            }

            Row(row, line);
        }

        if (first is null)
        {
            bag.Error("WS4041", 2, 1, "the series has no days", "Add a line for each day.");
            return null;
        }

        return bag.HasErrors ? null : new InflowSeries(first.Value, [.. rain], [.. evaporation], [.. inflow.Select(i => i.ToArray())]);

        void Row(ReadOnlySpan<char> values, int line)
        {
            if (values.Count(',') + 1 != columns.Length)
            {
                bag.Error(
                    "WS4042", line, 1, FormattableString.Invariant($"the line has {values.Count(',') + 1} values, the header names {columns.Length}"),
                    "Give a value for each column, with a point for decimals and a comma between values.");
                return;
            }

            var at = 0;
            foreach (var column in columns)
            {
                var rest = values[at..];
                var length = rest.IndexOf(',') is >= 0 and var comma ? comma : rest.Length;
                var field = rest[..length].Trim();
                if (column.Kind == ColumnKind.Date)
                {
                    Date(field, line, at + 1);
                }
                else
                {
                    var value = Number(field, column, line, at + 1);
                    var (list, unit) = column.Kind switch
                    {
                        ColumnKind.Rain => (rain, MillimetersPerMeter),
                        ColumnKind.Evaporation => (evaporation, MillimetersPerMeter),
                        _ => (inflow[column.Source], 1),
                    };
                    list.Add(value / unit);
                }

                at += length + 1;
            }
        }

        void Date(ReadOnlySpan<char> field, int line, int column)
        {
            if (!DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                bag.Error(
                    "WS4042", line, column, $"date is '{Printable.Text(field.ToString())}'", "Write it as 2026-01-31.");
                return;
            }

            if (first is null)
            {
                first = date;
            }
            else if (date.DayNumber != before.DayNumber + 1)
            {
                var what = date == before ? "is repeated" : date < before ? "goes back" : "leaves a gap";
                bag.Error(
                    "WS4041", line, column,
                    string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {what} after {before:yyyy-MM-dd}"),
                    "Give every day once, in order.");
            }

            before = date;
        }

        double Number(ReadOnlySpan<char> field, Column column, int line, int at)
        {
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                bag.Error(
                    "WS4042", line, at,
                    field.IsEmpty ? $"{column.Name} is empty" : $"{column.Name} is '{Printable.Text(field.ToString())}'",
                    "It must be a number; a day without water is 0.");
                return 0;
            }

            var most = column.Kind == ColumnKind.Inflow ? MostInflow : MostDepth;
            if (number < 0 || number > most)
            {
                bag.Error(
                    "WS4042", line, at, string.Create(CultureInfo.InvariantCulture, $"{column.Name} is {number}"),
                    string.Create(CultureInfo.InvariantCulture, $"It must be from 0 to {most}."));
                return 0;
            }

            return number;
        }
    }

    private static Column[]? Header(ReadOnlySpan<char> header, CountySystem system, DiagnosticBag bag)
    {
        var columns = new List<Column>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = 1;
        foreach (var field in header.ToString().Split(','))
        {
            var name = field.Trim();
            var column = Of(name, system);
            if (column is null)
            {
                bag.Error("WS4040", 1, at, $"column '{Printable.Text(name)}' is not known", Remedy(name, system));
            }
            else if (!seen.Add(name))
            {
                bag.Error("WS4040", 1, at, $"column '{name}' stands twice", "Keep one of the two.");
            }

            columns.Add(column ?? new Column(name, ColumnKind.Rain, 0));
            at += field.Length + 1;
        }

        foreach (var name in Wanted(system))
        {
            if (!seen.Contains(name))
            {
                bag.Error("WS4040", 1, 1, $"column '{name}' is missing", "Add it, its unit in its name.");
            }
        }

        return bag.HasErrors ? null : [.. columns];
    }

    private static IEnumerable<string> Wanted(CountySystem system) =>
        ["date", "rain_mm", "evaporation_mm", .. system.Sources.Select(s => $"inflow_{s.Id}_m3")];

    private static Column? Of(string name, CountySystem system)
    {
        switch (name)
        {
            case "date":
                return new Column(name, ColumnKind.Date, 0);
            case "rain_mm":
                return new Column(name, ColumnKind.Rain, 0);
            case "evaporation_mm":
                return new Column(name, ColumnKind.Evaporation, 0);
        }

        for (var i = 0; i < system.Sources.Length; i++)
        {
            if (string.Equals(name, $"inflow_{system.Sources[i].Id}_m3", StringComparison.Ordinal))
            {
                return new Column(name, ColumnKind.Inflow, i);
            }
        }

        return null;
    }

    // What most likely was meant: a column without its unit.
    private static string Remedy(string name, CountySystem system)
    {
        var close = name.Length == 0
            ? null
            : Wanted(system).FirstOrDefault(w => w.StartsWith(name + "_", StringComparison.Ordinal));
        return close is not null
            ? $"Its unit is missing: write {close}."
            : $"Columns are: {string.Join(", ", Wanted(system).Take(8))}{(system.Sources.Length > 5 ? ", ..." : "")}.";
    }

    private enum ColumnKind
    {
        Date,
        Rain,
        Evaporation,
        Inflow,
    }

    private sealed record Column(string Name, ColumnKind Kind, int Source);
}
