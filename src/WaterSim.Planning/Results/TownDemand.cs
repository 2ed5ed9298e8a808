using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>What a town's communities asked for and received over a run.</summary>
public sealed record TownDemand
{
    /// <summary>The town.</summary>
    public required Town Town { get; init; }

    /// <summary>People of its communities that are served.</summary>
    public required int PeopleServed { get; init; }

    /// <summary>Mean demand asked for, m3/s.</summary>
    public required double Required { get; init; }

    /// <summary>Mean demand delivered, m3/s.</summary>
    public required double Delivered { get; init; }

    /// <summary>Highest demand asked for at a reported time, m3/s.</summary>
    public required double PeakRequired { get; init; }
}
