using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// The times of a run in whole seconds, made consistent as EPANET makes them: no hydraulic step is longer than a pattern
/// or report step, and a report that would start after the end starts at once.
/// </summary>
internal sealed class RunClock
{
    public RunClock(TimeOptions times)
    {
        Duration = Seconds(times.Duration);
        PatternStep = Math.Max(1, Seconds(times.PatternStep));
        PatternStart = Seconds(times.PatternStart);
        ReportStep = Seconds(times.ReportStep) is > 0 and var report ? report : PatternStep;
        ReportStart = Seconds(times.ReportStart) is var start && start > Duration ? 0 : start;
        StartClockTime = Seconds(times.StartClockTime);
        var step = Seconds(times.HydraulicStep) is > 0 and var s ? s : 3600;
        HydraulicStep = Math.Min(step, Math.Min(PatternStep, ReportStep));
        var ruleStep = times.RuleStep is { } rule ? Seconds(rule) : HydraulicStep / 10;
        RuleStep = Math.Clamp(ruleStep, 1, HydraulicStep);
        var qualityStep = times.QualityStep is { } quality ? Seconds(quality) : 0;
        QualityStep = Math.Clamp(qualityStep > 0 ? qualityStep : HydraulicStep / 10, 1, HydraulicStep);
    }

    /// <summary>Length of the run, s.</summary>
    public long Duration { get; }

    /// <summary>Longest step, s.</summary>
    public long HydraulicStep { get; }

    /// <summary>Time between evaluations of rules, s.</summary>
    public long RuleStep { get; }

    /// <summary>Longest step of water quality, s.</summary>
    public long QualityStep { get; }

    /// <summary>Time between reports, s.</summary>
    public long ReportStep { get; }

    /// <summary>First report, s.</summary>
    public long ReportStart { get; }

    /// <summary>Whether steps end at every whole hour since the start, whatever else they end at.</summary>
    public bool StopsAtWholeHours => (3600 % PatternStep == 0 && PatternStart == 0) || 3600 % ReportStep == 0;

    private long PatternStep { get; }

    private long PatternStart { get; }

    private long StartClockTime { get; }

    /// <summary>Pattern steps that have passed at a time.</summary>
    public long PatternPeriod(long time) => (time + PatternStart) / PatternStep;

    /// <summary>
    /// Time until the patterns change, s, as EPANET reckons it. Where the patterns start within a period this is too
    /// late by that start; kept, so that the same files give the same steps.
    /// </summary>
    public long UntilNextPattern(long time) => ((PatternPeriod(time) + 1) * PatternStep) - time;

    /// <summary>Seconds since midnight.</summary>
    public long TimeOfDay(long time) => (time + StartClockTime) % 86_400;

    private static long Seconds(TimeSpan span) => (long)Math.Round(span.TotalSeconds);
}
