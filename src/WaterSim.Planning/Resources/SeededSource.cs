using MathNet.Numerics.Random;

namespace WaterSim.Planning.Resources;

/// <summary>Uniform numbers for MathNet's distributions that are the same on every machine and in every version.</summary>
/// <remarks>
/// SplitMix64: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014. A stream is
/// named by what it is for, so that one more source, month or year changes no other's numbers.
/// </remarks>
internal sealed class SeededSource : RandomSource
{
    private const ulong Step = 0x9E3779B97F4A7C15UL;

    private ulong _state;

    public SeededSource(long seed, SeedUse use, long number)
        : base(threadSafe: false) =>
        _state = Mix(unchecked((ulong)seed) + Step) ^ Mix(Mix((unchecked((ulong)number) << 8) + (ulong)use + Step));

    /// <inheritdoc/>
    protected override double DoSample() => (Mix(_state += Step) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
