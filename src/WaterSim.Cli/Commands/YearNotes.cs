using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Commands;

/// <summary>What there is to say of a year that was run, or stopped.</summary>
internal static class YearNotes
{
    // The balance is summed over some hundred days and sources: what rounding leaves is far below this.
    private const double LargestBalanceError = 1e-9;

    private const int MostDays = 5;

    /// <summary>Warnings of a whole year.</summary>
    public static ImmutableArray<Diagnostic> Of(YearSummary summary)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (summary.Disagreeing.Length > 0)
        {
            var days = string.Join(", ", summary.Disagreeing.Take(MostDays).Select(Say.Day));
            var more = summary.Disagreeing.Length > MostDays ? $" and {summary.Disagreeing.Length - MostDays} more" : "";
            found.Add(Warning(
                "WS5010",
                $"allocation and pipes differ by more than 1 % on {Say.Counted(summary.Disagreeing.Length, "day")}: {days}{more}",
                "See 'disagreement' and the decisions of rule 'hydraulics' on those days; a link's or plant's capacity may be set too high."));
        }

        var error = Math.Max(Math.Abs(summary.BalanceError), Math.Abs(summary.LargestDailyError));
        if (!(error <= LargestBalanceError))
        {
            found.Add(Warning(
                "WS5011",
                string.Create(CultureInfo.InvariantCulture, $"water is not conserved: the balance is off by {error:0.0e+00} of the inflow"),
                "This is a defect of watersim: please report it with the input files."));
        }

        return found.ToImmutable();
    }

    /// <summary>The run was stopped and some days are kept.</summary>
    public static Diagnostic Stopped(YearFolder folder, int days) => Warning(
        "WS5009",
        folder.LastDayKept is { } last
            ? $"stopped after {Say.Day(last)}, day {folder.DaysKept} of {days}; the days so far are in '{folder.Path}'"
            : $"stopped before the first of {days} days",
        folder.DaysKept > 0 ? "The same command with --resume goes on." : "Run it again.");

    /// <summary>A month or the whole could not be written.</summary>
    public static Diagnostic NotWritten(string why) => new()
    {
        Code = "WS5002",
        Severity = DiagnosticSeverity.Error,
        Message = $"the run could not be written: {why}",
        Remedy = $"Free space, then go on with --resume: whole months before are in the folder ending in {YearFolder.Suffix}; an "
            + "earlier run is as it was.",
    };

    private static Diagnostic Warning(string code, string message, string remedy) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Warning,
        Message = message,
        Remedy = remedy,
    };
}
