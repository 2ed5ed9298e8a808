using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// What one scenario of an <see cref="Ensemble"/> changes of its network. The network's topology stays; a link is taken out
/// by closing it. Elements are named by id.
/// </summary>
public sealed record ScenarioInput
{
    /// <summary>What to call it; not used otherwise.</summary>
    public string Name { get; init; } = "";

    /// <summary>Factor on every demand of the network, -; not negative. Demands added here are not multiplied.</summary>
    public double DemandFactor { get; init; } = 1;

    /// <summary>Factors on the demands of single junctions, -, by junction; not negative. They come on top of <see cref="DemandFactor"/>.</summary>
    public ImmutableDictionary<string, double> DemandFactors { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>What is drawn besides, such as a fire flow: junction, m3/s, and the pattern it follows.</summary>
    public ImmutableArray<AddedDemand> AddedDemands { get; init; } = [];

    /// <summary>Multipliers that stand in for those of the network's patterns, -, by pattern; at least one each.</summary>
    public ImmutableDictionary<string, ImmutableArray<double>> Patterns { get; init; } =
        ImmutableDictionary<string, ImmutableArray<double>>.Empty;

    /// <summary>
    /// Roughness, by pipe, in the terms of the network's friction law: Hazen-Williams C, -; Darcy-Weisbach height, m;
    /// Manning's n, s/m^(1/3). Above 0.
    /// </summary>
    public ImmutableDictionary<string, double> Roughness { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Factor on the roughness of all pipes, in the same terms, -; above 0.</summary>
    public double RoughnessFactor { get; init; } = 1;

    /// <summary>Statuses that pipes and pumps begin with, and valves that are fixed open or closed, by link.</summary>
    public ImmutableDictionary<string, LinkStatus> Statuses { get; init; } = ImmutableDictionary<string, LinkStatus>.Empty;

    /// <summary>Relative speeds that pumps begin with, -, by pump; not negative, 0 stops it.</summary>
    public ImmutableDictionary<string, double> PumpSpeeds { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>
    /// Settings that valves begin with, by valve: PRV, PSV and PBV pressure head or drop, m; FCV flow, m3/s, not negative; TCV loss
    /// coefficient, -, not negative; PCV opening, percent, 0 to 100. A valve whose setting is given is active unless
    /// <see cref="Statuses"/> says otherwise.
    /// </summary>
    public ImmutableDictionary<string, double> ValveSettings { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>
    /// Heads of reservoirs, m, which their patterns multiply, and of tanks at the beginning, m, by node.
    /// </summary>
    public ImmutableDictionary<string, double> SourceHeads { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>The network that this scenario makes of another: to look at it alone, or to write it to a file.</summary>
    /// <exception cref="ArgumentException">The scenario does not fit the network; the message is the first reason.</exception>
    public Network ApplyTo(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new ScenarioTranslator(network).Check(this) is [var first, ..]
            ? throw new ArgumentException(first.ToString(), nameof(network))
            : ScenarioNetwork.Of(this, network);
    }
}
