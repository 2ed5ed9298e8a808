using System.Collections.Immutable;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>One day of a <see cref="YearRun"/>: what was there, what was decided, what the pipes did. Volumes are m3 of the day.</summary>
public sealed record YearDay
{
    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The drought stage it was run at: its position in the dispatch's stages, -1 on normal days.</summary>
    public required int Stage { get; init; }

    /// <summary>The balance of each source, in the system's order.</summary>
    public required ImmutableArray<SourceDay> Sources { get; init; }

    /// <summary>Live storage in the evening over that at normal level, -, of each source; NaN of springs.</summary>
    public required ImmutableArray<double> LiveShare { get; init; }

    /// <summary>Days for which live storage would last at this day's draw less this day's yield of springs, d; infinity where springs suffice.</summary>
    public required double DaysLeft { get; init; }

    /// <summary>How the water was shared; the last of the day's allocations.</summary>
    public required Allocation Allocation { get; init; }

    /// <summary>What the pipes did, or null in a run of allocations alone.</summary>
    public DayDelivery? Delivery { get; init; }

    /// <summary>The 24 hours of <see cref="Delivery"/>, or null where <see cref="YearOptions.Hourly"/> does not ask for them.</summary>
    public ImmutableArray<DayHour>? Hours => Delivery?.Hours;

    /// <summary>What each community would use if nothing were short, in the system's order.</summary>
    public required ImmutableArray<double> Needed { get; init; }

    /// <summary>What each community was given: by the pipes, or by the allocation where it stands alone.</summary>
    public required ImmutableArray<double> Delivered { get; init; }

    /// <summary>Leaked in the network.</summary>
    public required double Leaked { get; init; }

    /// <summary>Lost in treatment, by plant, in the system's order.</summary>
    public required ImmutableArray<double> TreatmentLoss { get; init; }

    /// <summary>Output of each plant, in the system's order.</summary>
    public required ImmutableArray<double> PlantOutput { get; init; }

    /// <summary>What each interconnection passed, by its link's direction, in the system's order.</summary>
    public required ImmutableArray<double> Transfer { get; init; }

    /// <summary>What tanks and clear wells gained, overflow and rounding set off.</summary>
    public required double TankGain { get; init; }

    /// <summary>Spilled by full tanks.</summary>
    public double Overflow { get; init; }

    /// <summary>How often the pipes were run for this day; 0 in a run of allocations alone.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest difference between allocation and pipes in any intake, link or zone, - of the larger of the two and of a hundredth of the county's demand.</summary>
    public required double Disagreement { get; init; }

    /// <summary>Whether allocation and pipes agree within 1 %.</summary>
    public required bool Agrees { get; init; }

    /// <summary>Treatment, raw water, transfer and pumping, yuan.</summary>
    public required double Cost { get; init; }

    /// <summary>Energy of pumps, J.</summary>
    public required double Energy { get; init; }

    /// <summary>What was decided, and by which rule.</summary>
    public required ImmutableArray<DispatchDecision> Decisions { get; init; }

    /// <summary>Inflow and rain less all that became of them, m3: 0 but for rounding.</summary>
    public required double BalanceError { get; init; }
}
