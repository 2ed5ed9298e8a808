using System.Collections.Immutable;

namespace WaterSim.Planning.Coupling;

/// <summary>A year in figures. Volumes are m3.</summary>
public sealed record YearSummary
{
    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Number of days that were run.</summary>
    public required int Days { get; init; }

    /// <summary>Service of each community, in the system's order.</summary>
    public required ImmutableArray<CommunityYear> Communities { get; init; }

    /// <summary>Water of each source, in the system's order.</summary>
    public required ImmutableArray<SourceYear> Sources { get; init; }

    /// <summary>Output of each plant, in the system's order.</summary>
    public required ImmutableArray<double> PlantOutput { get; init; }

    /// <summary>Passed by each interconnection from its link's start to its end, in the system's order.</summary>
    public required ImmutableArray<double> Forward { get; init; }

    /// <summary>Passed by each interconnection the other way.</summary>
    public required ImmutableArray<double> Backward { get; init; }

    /// <summary>What all would have used if nothing were short.</summary>
    public required double Needed { get; init; }

    /// <summary>What all were given.</summary>
    public required double Delivered { get; init; }

    /// <summary>Leaked.</summary>
    public required double Leaked { get; init; }

    /// <summary>Lost in treatment.</summary>
    public required double TreatmentLoss { get; init; }

    /// <summary>Gained by tanks and clear wells.</summary>
    public required double TankGain { get; init; }

    /// <summary>Sum over days and people of the share of need that was not met, person-days.</summary>
    public required double PersonDaysShort { get; init; }

    /// <summary>Days on which some community got less than 99 % of its need.</summary>
    public required int DaysShort { get; init; }

    /// <summary>Days at each drought stage, in the dispatch's order.</summary>
    public required ImmutableArray<int> StageDays { get; init; }

    /// <summary>Days on which allocation and pipes did not agree within 1 %.</summary>
    public required ImmutableArray<DateOnly> Disagreeing { get; init; }

    /// <summary>Least of the days' <see cref="YearDay.DaysLeft"/>, d.</summary>
    public required double LeastDaysLeft { get; init; }

    /// <summary>Day of <see cref="LeastDaysLeft"/>.</summary>
    public required DateOnly LeastDaysLeftOn { get; init; }

    /// <summary>Treatment, raw water, transfer and pumping, yuan.</summary>
    public required double Cost { get; init; }

    /// <summary>Energy of pumps, J.</summary>
    public required double Energy { get; init; }

    /// <summary>Largest of the days' balance errors over the day's inflow or draw, whichever is more, -.</summary>
    public required double LargestDailyError { get; init; }

    /// <summary>What does not close over the year, over the larger of inflow and draw, -.</summary>
    public required double BalanceError { get; init; }

    /// <summary>Runs of the pipes, all days together.</summary>
    public required int HydraulicDays { get; init; }
}
