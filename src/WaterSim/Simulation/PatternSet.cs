using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>The network's patterns as arrays, and their multiplier at a period.</summary>
internal sealed class PatternSet(Network network)
{
    private static readonly double[] Constant = [1];

    private readonly Dictionary<string, double[]> _multipliers = network.Patterns
        .DistinctBy(p => p.Id, StringComparer.Ordinal)
        .ToDictionary(p => p.Id, p => p.Multipliers.ToArray(), StringComparer.Ordinal);

    /// <summary>Multipliers of a pattern; 1 where the id is null.</summary>
    public double[] Of(string? id) =>
        id is not null && _multipliers.TryGetValue(id, out var found) && found.Length > 0 ? found : Constant;

    /// <summary>The multiplier of a pattern in a period; patterns repeat for ever.</summary>
    public static double At(double[] multipliers, long period) => multipliers[period % multipliers.Length];
}
