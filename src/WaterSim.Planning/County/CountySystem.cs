using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>
/// What an INP file cannot hold of a county's water supply: who treats the water, who drinks it and where, by the ids
/// of the network. Read from <c>system.yaml</c> by <see cref="CountySystemReader"/>; immutable.
/// </summary>
public sealed record CountySystem
{
    /// <summary>Name of the county.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>The INP file, relative to the folder of the system file; never outside it.</summary>
    public required string NetworkFile { get; init; }

    /// <summary>Where the map's origin lies on Earth, or null.</summary>
    public MapOrigin? Origin { get; init; }

    /// <summary>People of the county.</summary>
    public required int People { get; init; }

    /// <summary>Raw water sources, in the file's order.</summary>
    public ImmutableArray<WaterSource> Sources { get; init; } = [];

    /// <summary>Treatment plants, in the file's order.</summary>
    public ImmutableArray<TreatmentPlant> Plants { get; init; } = [];

    /// <summary>Elevated tanks, in the file's order. Clear wells are not among them.</summary>
    public ImmutableArray<ElevatedTank> Tanks { get; init; } = [];

    /// <summary>Booster stations, in the file's order.</summary>
    public ImmutableArray<BoosterStation> Boosters { get; init; } = [];

    /// <summary>Interconnections, in the file's order.</summary>
    public ImmutableArray<Interconnection> Interconnections { get; init; } = [];

    /// <summary>Towns, in the file's order.</summary>
    public ImmutableArray<Town> Towns { get; init; } = [];

    /// <summary>Town centres and villages, in the file's order.</summary>
    public ImmutableArray<Community> Communities { get; init; } = [];
}
