namespace WaterSim.Quality;

/// <summary>
/// Memory for rings of segments, in blocks of 2^level segments. What is given back is used again, so that a run that has
/// warmed up takes no more.
/// </summary>
/// <param name="stride">Numbers in a segment: its volume, m3, and its values.</param>
internal sealed class SegmentPool(int stride)
{
    private const int Levels = 28;

    private readonly Stack<int>[] _free = [.. Enumerable.Range(0, Levels).Select(_ => new Stack<int>())];
    private int _used;

    /// <summary>The segments.</summary>
    public double[] Memory { get; private set; } = new double[64 * stride];

    /// <summary>Forgets everything that was taken.</summary>
    public void Clear()
    {
        _used = 0;
        foreach (var stack in _free)
        {
            stack.Clear();
        }
    }

    /// <summary>Takes a block and returns the position of its first segment.</summary>
    public int Take(int level)
    {
        if (_free[level].TryPop(out var start))
        {
            return start;
        }

        start = _used;
        _used = checked(_used + (1 << level));
        if ((long)_used * stride > Memory.Length)
        {
            var memory = new double[Math.Max((long)_used * stride, 2L * Memory.Length)];
            Memory.CopyTo(memory, 0);
            Memory = memory;
        }

        return start;
    }

    /// <summary>Gives a block back.</summary>
    public void Give(int start, int level) => _free[level].Push(start);
}
