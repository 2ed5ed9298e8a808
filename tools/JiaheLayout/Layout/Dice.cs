namespace JiaheLayout.Layout;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014), seeded by a word, so that a change in one village leaves all others where they are.
/// </summary>
internal sealed class Dice
{
    private ulong _state = 0xCBF29CE484222325;

    public Dice(string seed)
    {
        foreach (var c in seed)
        {
            _state = (_state ^ c) * 0x100000001B3;
        }
    }

    /// <summary>A number of [0, 1).</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double Between(double low, double high) => low + ((high - low) * Next());

    public int Between(int low, int high) => low + (int)(Next() * (high - low + 1));
}
