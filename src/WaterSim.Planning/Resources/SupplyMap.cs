using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// The county as planners see it: sources, plants, zones and the links between zones, taken from the network's topology. Zones
/// are the parts into which the network falls when interconnections and intakes are taken out.
/// </summary>
public sealed class SupplyMap
{
    /// <summary>Number of community classes times uses: how many groups of consumers a zone has.</summary>
    public const int GroupsPerZone = 2 * 3;

    internal SupplyMap()
    {
    }

    /// <summary>Zones, in the order of their first plants; those without a plant last.</summary>
    public ImmutableArray<SupplyZone> Zones { get; internal init; } = [];

    /// <summary>Ways from a source into a plant, in the order of plants and of their intakes.</summary>
    public ImmutableArray<SupplyIntake> Intakes { get; internal init; } = [];

    /// <summary>Interconnections, one for each of the system's, in its order.</summary>
    public ImmutableArray<SupplyLink> Links { get; internal init; } = [];

    /// <summary>Zone of each plant, in the system's order.</summary>
    public ImmutableArray<int> ZoneOfPlant { get; internal init; } = [];

    /// <summary>Zone of each community, in the system's order.</summary>
    public ImmutableArray<int> ZoneOfCommunity { get; internal init; } = [];

    /// <summary>Zone of each node of the network; -1 for what lies before a plant.</summary>
    public ImmutableArray<int> ZoneOfNode { get; internal init; } = [];

    /// <summary>Number of groups of consumers: zones times <see cref="GroupsPerZone"/>.</summary>
    public int GroupCount => Zones.Length * GroupsPerZone;

    /// <summary>Position of a group of consumers in lists of groups.</summary>
    public static int GroupOf(int zone, CommunityClass of, WaterUse use) => (zone * GroupsPerZone) + ((int)of * 3) + (int)use;

    /// <summary>Finds the map of a county.</summary>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <remarks>
    /// All links count, open or closed: what a valve can open is one zone. What has a source and no clear well lies before a plant.
    /// </remarks>
    /// <returns>The map, or null where the network does not allow one, and what was found.</returns>
    public static (SupplyMap? Map, ImmutableArray<Diagnostic> Diagnostics) Of(CountySystem system, Network network)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(network);
        return SupplyMapBuilder.Build(system, network);
    }
}
