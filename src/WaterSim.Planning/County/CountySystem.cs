using System.Collections.Immutable;
using WaterSim.Model;

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

    /// <summary>How chlorine is dosed and used up, or null where the file has no <c>quality:</c>.</summary>
    public ChlorineScheme? Chlorine { get; init; }

    /// <summary>Storage, springs and years of inflow, or null where the file has no <c>resources:</c>.</summary>
    public ResourceScheme? Resources { get; init; }

    /// <summary>Who needs how much when, or null where the file has no <c>demand:</c>.</summary>
    public DemandScheme? Demand { get; init; }

    /// <summary>How sources, plants and links are run, or null where the file has no <c>dispatch:</c>.</summary>
    public DispatchScheme? Dispatch { get; init; }

    /// <summary>Prices, investment and running costs, or null where the file has no <c>economy:</c>.</summary>
    public EconomyScheme? Economy { get; init; }

    /// <summary>Limits to be judged by, or null where the file has no <c>standards:</c>.</summary>
    public ServiceStandards? Standards { get; init; }

    /// <summary>Towns, in the file's order.</summary>
    public ImmutableArray<Town> Towns { get; init; } = [];

    /// <summary>Town centres and villages, in the file's order.</summary>
    public ImmutableArray<Community> Communities { get; init; } = [];

    /// <summary>Reads a county and its network; as <see cref="CountySystemReader.Load(string)"/>.</summary>
    /// <param name="path">The folder that holds <c>system.yaml</c>, or that file.</param>
    public static CountyReadResult Load(string path) => CountySystemReader.Load(path);

    /// <summary>
    /// The network with the county's chlorine: ready for <see cref="WaterSim.Quality.QualityAnalysis.Chemical"/>. It is
    /// called Chlorine, in mg/L; initial concentrations, sources, reaction coefficients, quality tolerance and step that
    /// the network had are replaced. Reservoirs give none.
    /// </summary>
    /// <param name="network">The network that was read with the system.</param>
    /// <exception cref="InvalidOperationException">The system has no <see cref="Chlorine"/>.</exception>
    /// <exception cref="ArgumentException">The network lacks a node at which the system doses.</exception>
    public Network WithChlorine(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return ChlorineNetwork.Of(
            this,
            Chlorine ?? throw new InvalidOperationException(
                $"{Name.En} says nothing of chlorine: add 'quality:' to its system file."),
            network);
    }
}
