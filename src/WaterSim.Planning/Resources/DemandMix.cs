using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.Resources;

/// <summary>The patterns that a group of demands follows, by how much demand follows each.</summary>
internal sealed class DemandMix(Network network)
{
    private readonly List<(string? Pattern, double Weight)> _parts = [];

    public void Add(string? pattern, double weight)
    {
        for (var i = 0; i < _parts.Count; i++)
        {
            if (string.Equals(_parts[i].Pattern, pattern, StringComparison.Ordinal))
            {
                _parts[i] = (pattern, _parts[i].Weight + weight);
                return;
            }
        }

        _parts.Add((pattern, weight));
    }

    /// <summary>Their day, of mean 1.</summary>
    public ImmutableArray<double> Shape()
    {
        var shape = new double[DayShape.Hours];
        foreach (var (id, weight) in _parts)
        {
            var pattern = id is null ? null : network.FindPattern(id);
            if (pattern is not null && !DayShape.Fits(network, pattern))
            {
                throw new ArgumentException(
                    $"Pattern {id} does not repeat with the day. Give it a number of multipliers that fills 24 hours.", nameof(network));
            }

            var day = pattern is null ? null : DayShape.Of(network, pattern);
            for (var h = 0; h < shape.Length; h++)
            {
                shape[h] += weight * (day is null ? 1 : day[h]);
            }
        }

        DayShape.ToMeanOne(shape);
        return [.. shape];
    }
}
