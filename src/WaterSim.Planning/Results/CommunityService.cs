using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>How a community was supplied over a run.</summary>
public sealed record CommunityService
{
    /// <summary>The community.</summary>
    public required Community Community { get; init; }

    /// <summary>True where it is served; <see cref="ServiceSummary"/> defines it.</summary>
    public required bool IsServed { get; init; }

    /// <summary>Lowest pressure head at any of its nodes and any reported time, m; null where no source reaches a node.</summary>
    public required double? MinimumPressure { get; init; }

    /// <summary>Reported time of <see cref="MinimumPressure"/>: the first of several.</summary>
    public required TimeSpan MinimumPressureTime { get; init; }

    /// <summary>Id of the node of <see cref="MinimumPressure"/>.</summary>
    public required string MinimumPressureNode { get; init; }

    /// <summary>Highest pressure head at any of its nodes and any reported time, m; null where no source reaches a node.</summary>
    public required double? MaximumPressure { get; init; }

    /// <summary>Mean demand asked for, m3/s.</summary>
    public required double Required { get; init; }

    /// <summary>Mean demand delivered, m3/s.</summary>
    public required double Delivered { get; init; }

    /// <summary>Water asked for and not delivered over the run, m3: the sum over its nodes of what each lacked.</summary>
    public required double Shortage { get; init; }
}
