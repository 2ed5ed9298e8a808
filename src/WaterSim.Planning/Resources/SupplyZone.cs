using System.Collections.Immutable;

namespace WaterSim.Planning.Resources;

/// <summary>A part of the network that one or more plants supply.</summary>
/// <param name="Id">Ids of its plants joined by +, or that of its first node where it has none.</param>
/// <param name="Plants">Its plants, by position in the system.</param>
/// <param name="Communities">Its communities, by position in the system.</param>
/// <param name="Tanks">Its tanks and clear wells, by position in the network's nodes.</param>
public sealed record SupplyZone(
    string Id, ImmutableArray<int> Plants, ImmutableArray<int> Communities, ImmutableArray<int> Tanks);
