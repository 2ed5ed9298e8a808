using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>
/// The <c>quality:</c> part of a county system: how free chlorine is dosed, how it is used up, and how much must be left.
/// </summary>
public sealed record ChlorineScheme
{
    /// <summary>First-order coefficient of the reaction in water, in pipes and tanks alike, 1/s; 0 or below.</summary>
    public required double BulkCoefficient { get; init; }

    /// <summary>Reactions at pipe walls by rising diameter; the first class begins at 0.</summary>
    public required ImmutableArray<WallClass> Walls { get; init; }

    /// <summary>Dosing at plants.</summary>
    public ImmutableArray<PlantDose> Plants { get; init; } = [];

    /// <summary>Re-dosing of what leaves elevated tanks.</summary>
    public ImmutableArray<Redosing> Tanks { get; init; } = [];

    /// <summary>Re-dosing at the nodes that boosters pump to.</summary>
    public ImmutableArray<Redosing> Boosters { get; init; } = [];

    /// <summary>What must hold at plants and taps.</summary>
    public required ChlorineLimits Limits { get; init; }

    /// <summary>Concentration everywhere but in reservoirs at the start of a run, g/m3; 0 or more.</summary>
    public required double InitialConcentration { get; init; }

    /// <summary>Longest step of a computation.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>The wall coefficient of a pipe, m/s.</summary>
    /// <param name="diameter">Its inner diameter, m.</param>
    public double WallCoefficient(double diameter)
    {
        var coefficient = Walls[0].Coefficient;
        foreach (var wall in Walls)
        {
            coefficient = diameter >= wall.MinimumDiameter ? wall.Coefficient : coefficient;
        }

        return coefficient;
    }
}
