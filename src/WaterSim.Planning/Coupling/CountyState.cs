using System.Collections.Immutable;

namespace WaterSim.Planning.Coupling;

/// <summary>All that one day hands on to the next in the pipes.</summary>
/// <param name="TankHeads">Heads of tanks, m, in the order in which tanks stand in the network.</param>
/// <param name="PumpSpeeds">Relative speeds of pumps, -, 0 where one stands, in the order in which pumps stand in the network.</param>
public sealed record CountyState(ImmutableArray<double> TankHeads, ImmutableArray<double> PumpSpeeds)
{
    /// <summary>
    /// How the valves and pipes stand that controls and rules act on, in the order in which these name them: the setting in SI,
    /// positive infinity of one that is fully open, negative of one that is closed.
    /// </summary>
    public ImmutableArray<double> Controlled { get; init; } = [];
}
