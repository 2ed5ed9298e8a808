using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>The network's patterns as arrays, and their multiplier at a period.</summary>
internal sealed class PatternSet
{
    private static readonly double[] Constant = [1];

    private readonly Dictionary<string, double[]> _multipliers;

    /// <summary>Those of a network.</summary>
    public PatternSet(Network network) => _multipliers = network.Patterns
        .DistinctBy(p => p.Id, StringComparer.Ordinal)
        .ToDictionary(p => p.Id, p => p.Multipliers.ToArray(), StringComparer.Ordinal);

    private PatternSet(Dictionary<string, double[]> multipliers) => _multipliers = multipliers;

    /// <summary>These, but for some that others stand in for.</summary>
    public PatternSet With(IReadOnlyDictionary<string, double[]> others)
    {
        if (others.Count == 0)
        {
            return this;
        }

        var all = new Dictionary<string, double[]>(_multipliers, StringComparer.Ordinal);
        foreach (var (id, multipliers) in others)
        {
            all[id] = multipliers;
        }

        return new PatternSet(all);
    }

    /// <summary>Multipliers of a pattern; 1 where the id is null.</summary>
    public double[] Of(string? id) =>
        id is not null && _multipliers.TryGetValue(id, out var found) && found.Length > 0 ? found : Constant;

    /// <summary>The multiplier of a pattern in a period; patterns repeat for ever.</summary>
    public static double At(double[] multipliers, long period) => multipliers[period % multipliers.Length];
}
