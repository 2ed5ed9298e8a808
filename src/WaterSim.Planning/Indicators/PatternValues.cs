using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.Indicators;

/// <summary>Multipliers of a network's patterns at a time of its run.</summary>
internal sealed class PatternValues(Network network)
{
    private static readonly ImmutableArray<double> Constant = [1];

    private readonly Dictionary<string, Pattern> _patterns = network.Patterns
        .Where(p => p.Multipliers.Length > 0)
        .DistinctBy(p => p.Id, StringComparer.Ordinal)
        .ToDictionary(p => p.Id, StringComparer.Ordinal);

    /// <summary>Multipliers of a pattern, -; a single 1 where there is no such pattern.</summary>
    /// <param name="id">Id of a pattern, or null.</param>
    public ImmutableArray<double> Of(string? id) =>
        id is not null && _patterns.TryGetValue(id, out var pattern) ? pattern.Multipliers : Constant;

    /// <summary>Number of the pattern step that holds at a time since the start of the run.</summary>
    public long Period(TimeSpan time) => network.Times.PatternStep > TimeSpan.Zero
        ? (time + network.Times.PatternStart).Ticks / network.Times.PatternStep.Ticks
        : 0;

    /// <summary>The multiplier in a pattern step, -; patterns repeat for ever.</summary>
    public static double At(ImmutableArray<double> multipliers, long period) => multipliers[(int)(period % multipliers.Length)];
}
