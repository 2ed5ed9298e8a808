using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>What a plant sent into the network over a run.</summary>
public sealed record PlantSupply
{
    /// <summary>The plant.</summary>
    public required TreatmentPlant Plant { get; init; }

    /// <summary>Mean flow through its outlets, m3/s, positive leaving the clear well.</summary>
    public required double Output { get; init; }

    /// <summary>Highest such flow at a reported time, m3/s.</summary>
    public required double PeakOutput { get; init; }

    /// <summary>Reported time of <see cref="PeakOutput"/>: the first of several.</summary>
    public required TimeSpan PeakTime { get; init; }

    /// <summary>
    /// Mean flow through its intake links, m3/s, positive out of a reservoir or into the clear well, else from the
    /// link's start to its end; null where the file names no intake.
    /// </summary>
    public required double? Intake { get; init; }

    /// <summary>Mean output over capacity, -.</summary>
    public required double CapacityUse { get; init; }
}
