using System.Collections.Immutable;

namespace WaterSim.Planning.Coupling;

/// <summary>Which year is run, and how.</summary>
public sealed record YearOptions
{
    /// <summary>Id of one of the system's years of inflow.</summary>
    public string Inflow { get; init; } = "average";

    /// <summary>First day.</summary>
    public DateOnly From { get; init; } = new(2026, 1, 1);

    /// <summary>Number of days, 1 or more.</summary>
    public int Days { get; init; } = 365;

    /// <summary>True: water is allocated day by day, and the pipes are not run.</summary>
    public bool DailyOnly { get; init; }

    /// <summary>True: each day tells its hours. Where the pipes are not run there are none. Nothing else depends on it.</summary>
    public bool Hourly { get; init; }

    /// <summary>Chooses rainy days, departures of months and the variation of demand; the same seed gives the same year.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Ids of interconnections that are shut for the whole year.</summary>
    public ImmutableArray<string> Shut { get; init; } = [];

    /// <summary>Sources that are out on some days.</summary>
    public ImmutableArray<SourceOutage> SourcesOut { get; init; } = [];

    /// <summary>Year to whose people and uses demand has grown; null: the year of the first day.</summary>
    public int? DesignYear { get; init; }
}
