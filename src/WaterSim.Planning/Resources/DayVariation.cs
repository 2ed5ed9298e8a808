namespace WaterSim.Planning.Resources;

/// <summary>How much more or less than its month's mean a day's demand is; one factor a day for the whole county.</summary>
/// <remarks>
/// The factor is a product of <see cref="Parts"/> independent factors, each <c>1 + a u</c> with u even between -1 and 1. Its mean is
/// 1 exactly, it is positive, and it is near a lognormal one. Of the parts' variance a^2/3 follows
/// <c>1 + cv^2 = (1 + a^2/3)^16</c>, so <c>a = sqrt(3 ((1 + cv^2)^(1/16) - 1))</c>. Only sums, products and square roots are taken,
/// which every machine rounds alike; logarithms and sines are not.
/// </remarks>
internal sealed class DayVariation
{
    private const int Parts = 16;
    private const ulong Step = 0x9E3779B97F4A7C15UL;

    private readonly ulong _seed;
    private readonly double _part;

    /// <summary>Variation of a coefficient.</summary>
    /// <param name="coefficient">Standard deviation over mean, -; not negative.</param>
    /// <param name="seed">Chooses the days.</param>
    public DayVariation(double coefficient, long seed)
    {
        _seed = Mix(unchecked((ulong)seed) + Step);
        var root = 1 + (coefficient * coefficient);
        for (var i = 1; i < Parts; i *= 2)
        {
            root = Math.Sqrt(root);
        }

        _part = Math.Min(1, Math.Sqrt(3 * (root - 1)));
    }

    /// <summary>Factor of a day, -; depends on seed and day alone.</summary>
    public double Of(DateOnly day)
    {
        if (_part == 0)
        {
            return 1;
        }

        var state = _seed ^ Mix(Mix((ulong)day.DayNumber + Step));
        var factor = 1.0;
        for (var i = 0; i < Parts; i++)
        {
            state += Step;
            var unit = (Mix(state) >> 11) * (1.0 / (1UL << 53));
            factor *= 1 + (_part * ((2 * unit) - 1));
        }

        return factor;
    }

    // Scatters bits over all 64: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
