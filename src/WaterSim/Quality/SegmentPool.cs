using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>
/// Memory for rings of segments, in blocks of 2^level segments. What is given back is used again, so that a run that has
/// warmed up takes no more.
/// </summary>
/// <param name="stride">Numbers in a segment: its volume, m3, and its values.</param>
internal sealed class SegmentPool(int stride)
{
    private const int Levels = 28;

    private readonly List<int>[] _free = [.. Enumerable.Range(0, Levels).Select(_ => new List<int>())];
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
        if (_free[level] is [.., var free])
        {
            _free[level].RemoveAt(_free[level].Count - 1);
            return free;
        }

        var start = _used;
        _used = checked(_used + (1 << level));
        if ((long)_used * stride > Memory.Length)
        {
            var memory = new double[Math.Max((long)_used * stride, 2L * Memory.Length)];
            Memory.CopyTo(memory, 0);
            Memory = memory;
        }

        return start;
    }

    /// <summary>Keeps all that changes.</summary>
    public void Keep(StateArchive archive)
    {
        archive.Keep(ref _used);
        if (archive.IsReading && (_used < 0 || (long)_used * stride > Array.MaxLength))
        {
            StateArchive.Refuse("its segments are beyond counting");
        }

        if ((long)_used * stride > Memory.Length)
        {
            Memory = new double[_used * stride];
        }

        archive.Keep<double>(Memory.AsSpan(0, _used * stride));
        foreach (var stack in _free)
        {
            archive.Keep(stack);
        }
    }

    /// <summary>Refuses a block that does not lie in the pool: the memory is not looked at twice in the time loop.</summary>
    public void Check(int start, int room, int held)
    {
        if (start < 0 || room < 0 || (room & (room - 1)) != 0 || (long)start + room > _used || held > room || held < -1)
        {
            StateArchive.Refuse("its segments lie outside of it");
        }
    }

    /// <summary>Gives a block back.</summary>
    public void Give(int start, int level) => _free[level].Add(start);
}
