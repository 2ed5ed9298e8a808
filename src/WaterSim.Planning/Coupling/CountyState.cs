using System.Collections.Immutable;

namespace WaterSim.Planning.Coupling;

/// <summary>All that one day hands on to the next in the pipes.</summary>
/// <param name="TankHeads">Heads of tanks, m, in the order in which tanks stand in the network.</param>
/// <param name="PumpSpeeds">Relative speeds of pumps, -, 0 where one stands, in the order in which pumps stand in the network.</param>
public sealed record CountyState(ImmutableArray<double> TankHeads, ImmutableArray<double> PumpSpeeds);
