using System.Globalization;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Numbers as the summary prints them; their units stand in the headings.</summary>
internal static class Say
{
    /// <summary>A count, with thousands separated.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count of things, such as 1 pump or 1,234 pipes.</summary>
    public static string Counted(long value, string thing) => $"{Count(value)} {thing}{(value == 1 ? "" : "s")}";

    /// <summary>A flow, m3/s, in m3/d.</summary>
    public static string Flow(double flow) => Number(ReportUnits.CubicMetersPerDay(flow), 0);

    /// <summary>A volume, m3.</summary>
    public static string Volume(double volume) => Number(volume, 0);

    /// <summary>An energy, J, in kWh.</summary>
    public static string Energy(double energy) => Number(ReportUnits.KilowattHours(energy), 0);

    /// <summary>A pressure head or a level, m; a dash where there is none.</summary>
    public static string Head(double? head) => head is { } value ? Number(value, 1) : "-";

    /// <summary>A share as a percentage without its sign.</summary>
    public static string Percent(double share, int decimals = 0) => Number(100 * share, decimals);

    /// <summary>A number with that many decimals.</summary>
    public static string Number(double value, int decimals)
    {
        var text = value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == 0 ? text.TrimStart('-') : text;
    }

    /// <summary>A small number in two digits, such as 3.1e-09.</summary>
    public static string Small(double value) =>
        value == 0 ? "0" : value.ToString("0.0e+00", CultureInfo.InvariantCulture);

    /// <summary>A time of the run as a clock shows it, with its day where that is not the first: 18:00, d2 06:15.</summary>
    public static string Clock(TimeSpan sinceStart, TimeSpan startClock)
    {
        var at = sinceStart + startClock;
        var clock = at.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        return at.Days == 0 ? clock : string.Create(CultureInfo.InvariantCulture, $"d{at.Days + 1} {clock}");
    }

    /// <summary>A day of the calendar, as ISO 8601 has it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A duration, such as 24 h, 1 h 30 min or 90 s.</summary>
    public static string Duration(TimeSpan duration)
    {
        if (duration.TotalSeconds % 60 != 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.###} s");
        }

        var hours = (long)duration.TotalHours;
        var text = (hours, duration.Minutes) switch
        {
            (0, var minutes) => $"{minutes} min",
            (_, 0) => $"{hours} h",
            (_, var minutes) => $"{hours} h {minutes} min",
        };
        return text;
    }
}
