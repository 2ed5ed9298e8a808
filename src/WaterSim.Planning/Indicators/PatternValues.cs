using WaterSim.Model;

namespace WaterSim.Planning.Indicators;

/// <summary>Multipliers of a network's patterns at a time of its run.</summary>
internal sealed class PatternValues(Network network)
{
    private readonly Dictionary<string, Pattern> _patterns = network.Patterns
        .Where(p => p.Multipliers.Length > 0)
        .DistinctBy(p => p.Id, StringComparer.Ordinal)
        .ToDictionary(p => p.Id, StringComparer.Ordinal);

    /// <summary>The multiplier, -; 1 where there is no such pattern.</summary>
    /// <param name="id">Id of a pattern, or null.</param>
    /// <param name="time">Time since the start of the run.</param>
    public double At(string? id, TimeSpan time)
    {
        if (id is null || !_patterns.TryGetValue(id, out var pattern) || network.Times.PatternStep <= TimeSpan.Zero)
        {
            return 1;
        }

        var period = (time + network.Times.PatternStart).Ticks / network.Times.PatternStep.Ticks;
        return pattern.Multipliers[(int)(period % pattern.Multipliers.Length)];
    }
}
