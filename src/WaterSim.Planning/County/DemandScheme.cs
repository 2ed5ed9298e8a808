using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>Who needs how much water when; <c>demand:</c> of <c>system.yaml</c>.</summary>
public sealed record DemandScheme
{
    /// <summary>Year of the people and uses in the file.</summary>
    public required int BaseYear { get; init; }

    /// <summary>Growth of people a year, -.</summary>
    public double Growth { get; init; }

    /// <summary>Household use of those who have a tap, by class.</summary>
    public required ImmutableArray<ClassDemand> Classes { get; init; }

    /// <summary>Which demand categories of the network are which use, and how they grow.</summary>
    public required ImmutableArray<UseDemand> Uses { get; init; }

    /// <summary>Factors on all uses by month, -, January first; twelve.</summary>
    public required ImmutableArray<double> Months { get; init; }

    /// <summary>Coefficient of variation of a day about its month, -; 0: none.</summary>
    public double DailyVariation { get; init; }

    /// <summary>The Spring Festival, or null where the county does not feel it.</summary>
    public FestivalDemand? Festival { get; init; }

    /// <summary>Leakage, or null where the network has none.</summary>
    public LeakageScheme? Leakage { get; init; }
}
