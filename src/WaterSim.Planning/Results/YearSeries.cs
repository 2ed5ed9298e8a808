using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>
/// A year as its tables have it, to be drawn: one value per point in time. A point is a day; in a run of more than
/// <see cref="MostPoints"/> days it is several on end, so that what is held does not grow with the run.
/// </summary>
/// <remarks>Arrays of arrays have one row per source, plant and so on, in the system's order, and in it one value per point.</remarks>
public sealed record YearSeries
{
    /// <summary>Most points of a series.</summary>
    public const int MostPoints = 1100;

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Number of days.</summary>
    public required int Days { get; init; }

    /// <summary>Days that a point stands for; the last point may stand for fewer.</summary>
    public required int DaysPerPoint { get; init; }

    /// <summary>Number of points.</summary>
    public int Points => (Days + DaysPerPoint - 1) / DaysPerPoint;

    /// <summary>Hardest drought stage of each point: its position in the dispatch's stages; -1: normal.</summary>
    public required ImmutableArray<int> Stage { get; init; }

    /// <summary>Days for which the county's live storage would last at the day's draw, the least of each point; NaN where springs suffice.</summary>
    public required ImmutableArray<double> DaysLeft { get; init; }

    /// <summary>What all communities would use if nothing were short, m3/d.</summary>
    public required ImmutableArray<double> Needed { get; init; }

    /// <summary>What all communities were given, m3/d.</summary>
    public required ImmutableArray<double> Delivered { get; init; }

    /// <summary>Leaked, m3/d.</summary>
    public required ImmutableArray<double> Leaked { get; init; }

    /// <summary>Stored in each source in the evening of a point's last day, m3; of a spring what it owes, as a rule 0.</summary>
    public required ImmutableArray<ImmutableArray<double>> Storage { get; init; }

    /// <summary>Live storage of each source over that at normal level that evening, -; NaN of springs.</summary>
    public required ImmutableArray<ImmutableArray<double>> LiveShare { get; init; }

    /// <summary>Drawn from each source for supply, m3/d.</summary>
    public required ImmutableArray<ImmutableArray<double>> Draw { get; init; }

    /// <summary>Output of each plant, m3/d.</summary>
    public required ImmutableArray<ImmutableArray<double>> Output { get; init; }

    /// <summary>Passed by each interconnection, m3/d, from the start of its link to its end, negative the other way.</summary>
    public required ImmutableArray<ImmutableArray<double>> Passed { get; init; }

    /// <summary>Share of its need that each community was not given, 0 to 1.</summary>
    public required ImmutableArray<ImmutableArray<double>> Short { get; init; }

    /// <summary>The calendar months, in their order; the first and the last may not be whole.</summary>
    public required ImmutableArray<YearMonth> Months { get; init; }

    /// <summary>First day of a point.</summary>
    /// <param name="point">0 to <see cref="Points"/> - 1.</param>
    public DateOnly DayOf(int point) => From.AddDays(point * DaysPerPoint);

    /// <summary>Reads the tables of a finished run.</summary>
    /// <param name="folder">The folder that holds <c>days.parquet</c>, <c>sources.parquet</c> and so on.</param>
    /// <param name="system">The county that was run.</param>
    /// <exception cref="IOException">A table cannot be opened.</exception>
    /// <exception cref="InvalidDataException">A table is damaged, or of another county.</exception>
    public static YearSeries Read(string folder, CountySystem system)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(system);
        return new YearSeriesReader(folder, system).Read();
    }
}
