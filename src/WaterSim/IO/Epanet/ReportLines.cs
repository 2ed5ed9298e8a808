using System.Globalization;

namespace WaterSim.IO.Epanet;

/// <summary>The lines of a report, each indented by two blanks.</summary>
internal sealed class ReportLines(TextWriter writer)
{
    /// <summary>Adds a line.</summary>
    public void Add(string line)
    {
        if (line.Length > 0)
        {
            writer.Write("  ");
        }

        // One line end on every system, so that reports can be compared.
        writer.Write(line.TrimEnd());
        writer.Write('\n');
    }

    /// <summary>Adds a line with its numbers in the invariant culture.</summary>
    public void Add(FormattableString line) => Add(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>A time since the start as h:mm:ss.</summary>
    public static string Clock(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");
}
