using WaterSim.Hydraulics;

namespace WaterSim.Simulation;

/// <summary>What of one run differs from the network it was compiled from, in the solver's terms.</summary>
internal sealed record LaneChanges
{
    /// <summary>Nothing.</summary>
    public static LaneChanges None { get; } = new();

    /// <summary>Factor on every demand of the network, -.</summary>
    public double DemandFactor { get; init; } = 1;

    /// <summary>Patterns that stand in for the network's, by id.</summary>
    public IReadOnlyDictionary<string, double[]> Patterns { get; init; } =
        new Dictionary<string, double[]>(StringComparer.Ordinal);

    /// <summary>What is drawn besides: solver node, m3/s, pattern or null.</summary>
    public IReadOnlyList<(int Node, double Demand, string? Pattern)> Demands { get; init; } = [];

    /// <summary>Solver links that begin with another status, and with another setting where one is given.</summary>
    public IReadOnlyList<(int Link, LinkState Status, double? Setting)> Statuses { get; init; } = [];

    /// <summary>Pumps that begin with another speed: solver link, relative speed.</summary>
    public IReadOnlyList<(int Link, double Speed)> Speeds { get; init; } = [];

    /// <summary>Factor on the roughness of all pipes, -.</summary>
    public double RoughnessFactor { get; init; } = 1;

    /// <summary>Pipes of another roughness: solver link, roughness in the terms of the friction law.</summary>
    public IReadOnlyList<(int Link, double Roughness)> Roughness { get; init; } = [];

    /// <summary>Reservoirs and tanks that begin with another head: solver node, m.</summary>
    public IReadOnlyList<(int Node, double Head)> Heads { get; init; } = [];
}
