namespace WaterSim.Model;

/// <summary>Times of a run, all in whole seconds. Defaults are EPANET's.</summary>
public sealed record TimeOptions
{
    /// <summary>Length of the run; zero: one steady state.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Longest time between two hydraulic solutions.</summary>
    public TimeSpan HydraulicStep { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Length of one pattern step.</summary>
    public TimeSpan PatternStep { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Place in the patterns at which the run starts.</summary>
    public TimeSpan PatternStart { get; init; }

    /// <summary>Time between reported results.</summary>
    public TimeSpan ReportStep { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Time of the first reported result.</summary>
    public TimeSpan ReportStart { get; init; }

    /// <summary>Clock time at which the run starts, since midnight.</summary>
    public TimeSpan StartClockTime { get; init; }

    /// <summary>Time between evaluations of rules, or null for a tenth of the hydraulic step.</summary>
    public TimeSpan? RuleStep { get; init; }

    /// <summary>Water quality step, or null for a tenth of the hydraulic step.</summary>
    public TimeSpan? QualityStep { get; init; }

    /// <summary>What of the series is reported.</summary>
    public ReportStatistic Statistic { get; init; }
}
