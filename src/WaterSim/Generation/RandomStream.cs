namespace WaterSim.Generation;

/// <summary>Random numbers that are the same on every machine and for ever.</summary>
/// <remarks>
/// SplitMix64: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014. The
/// sequence of <see cref="Random"/> is promised by nobody.
/// </remarks>
internal sealed class RandomStream
{
    private const ulong Step = 0x9E3779B97F4A7C15UL;

    private ulong _state;

    /// <summary>One of many streams of a seed, none of which shows in another.</summary>
    public RandomStream(ulong seed, ulong stream) => _state = Mix(seed + Step) ^ Mix(Mix(stream + Step));

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(_state += Step);

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A whole number from one to another, both included.</summary>
    public int Whole(int from, int to) => from + Below(to - from + 1);

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from one to below another.</summary>
    public double Between(double from, double to) => from + ((to - from) * Unit());

    /// <summary>True in a share of all cases, 0 to 1.</summary>
    public bool Chance(double share) => Unit() < share;

    /// <summary>Scatters the bits of a number over all 64.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
