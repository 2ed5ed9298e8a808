using System.Runtime.CompilerServices;
using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>
/// The water of many links or tanks, segment by segment. Nothing is lost or made: what enters is there until it leaves, and
/// where two segments become one their volumes and contents are added.
/// </summary>
/// <typeparam name="T">The values that are followed together.</typeparam>
internal sealed class WaterStore<T>
    where T : struct, ILanes<T>
{
    private readonly SegmentPool _pool = new(1 + T.Count);
    private readonly Water<T>[] _waters;

    public WaterStore(int count) => _waters = new Water<T>[count];

    /// <summary>Water of a link or tank.</summary>
    public ref Water<T> this[int i] => ref _waters[i];

    /// <summary>Begins with one segment each.</summary>
    public void Clear()
    {
        _pool.Clear();
        Array.Clear(_waters);
        foreach (ref var water in _waters.AsSpan())
        {
            (water.Count, water.Level) = (1, -1);
        }
    }

    /// <summary>Lets water in at the tail: into the segment that is there where it is alike, else as a new one.</summary>
    /// <param name="water">Where.</param>
    /// <param name="volume">How much, m3.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="tolerance">Differences below this make no new segment.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(ref Water<T> water, double volume, T value, T tolerance)
    {
        if (T.AllPositive(tolerance - T.Abs(water.Tail - value)) || water.TailVolume <= 0)
        {
            var total = water.TailVolume + volume;
            var share = T.Of(volume / total);
            water.Tail = water.TailVolume > 0 ? T.MultiplyAdd(share, value - water.Tail, water.Tail) : value;
            water.TailVolume = total;
        }
        else
        {
            Append(ref water, volume, value);
        }
    }

    /// <summary>Lets water out at the head and returns what it holds: volume times value.</summary>
    /// <param name="water">Where from.</param>
    /// <param name="volume">How much, m3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Leave(ref Water<T> water, double volume)
    {
        if (water.Count > 1 && water.HeadVolume > volume)
        {
            water.HeadVolume -= volume;
            return water.Head * T.Of(volume);
        }

        return LeaveSlowly(ref water, volume);
    }

    /// <summary>Turns the water round, as when its flow turns.</summary>
    public static void Reverse(ref Water<T> water)
    {
        if (water.Count > 1)
        {
            (water.Tail, water.Head) = (water.Head, water.Tail);
            (water.TailVolume, water.HeadVolume) = (water.HeadVolume, water.TailVolume);
            water.IsReversed = !water.IsReversed;
        }
    }

    /// <summary>Volume, m3.</summary>
    public double VolumeOf(ref Water<T> water)
    {
        var volume = water.TailVolume + (water.Count > 1 ? water.HeadVolume : 0);
        for (var i = 0; i < water.Count - 2; i++)
        {
            volume += _pool.Memory[At(ref water, i)];
        }

        return volume;
    }

    /// <summary>Volume times value, of all segments.</summary>
    public T ContentOf(ref Water<T> water)
    {
        var content = water.Tail * T.Of(water.TailVolume);
        content = water.Count > 1 ? content + (water.Head * T.Of(water.HeadVolume)) : content;
        for (var i = 0; i < water.Count - 2; i++)
        {
            var at = At(ref water, i);
            content += T.Load(in _pool.Memory[at + 1]) * T.Of(_pool.Memory[at]);
        }

        return content;
    }

    /// <summary>Multiplies the volume of every segment.</summary>
    public void ScaleVolumes(ref Water<T> water, double factor)
    {
        water.TailVolume *= factor;
        water.HeadVolume *= factor;
        for (var i = 0; i < water.Count - 2; i++)
        {
            _pool.Memory[At(ref water, i)] *= factor;
        }
    }

    /// <summary>Changes the first value of every segment.</summary>
    /// <param name="water">Where.</param>
    /// <param name="change">How.</param>
    public void Change<TChange>(ref Water<T> water, ref TChange change)
        where TChange : struct, ISegmentChange
    {
        First(ref water.Tail) = change.Apply(First(ref water.Tail), water.TailVolume);
        if (water.Count > 1)
        {
            First(ref water.Head) = change.Apply(First(ref water.Head), water.HeadVolume);
        }

        for (var i = 0; i < water.Count - 2; i++)
        {
            var at = At(ref water, i);
            _pool.Memory[at + 1] = change.Apply(_pool.Memory[at + 1], _pool.Memory[at]);
        }
    }

    // A struct of lanes is its numbers one behind the other.
    private static ref double First(ref T value) => ref Unsafe.As<T, double>(ref value);

    // Where a segment of the ring stands in the pool's memory; the first is the one that follows the head.
    private int At(ref Water<T> water, int i)
    {
        var place = water.IsReversed ? water.First + (water.Count - 3) - i : water.First + i;
        return (water.Start + (place & ((1 << water.Level) - 1))) * (1 + T.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Append(ref Water<T> water, double volume, T value)
    {
        if (water.Count == 1)
        {
            (water.Head, water.HeadVolume) = (water.Tail, water.TailVolume);
        }
        else
        {
            var held = water.Count - 2;
            if (water.Level < 0 || held == 1 << water.Level)
            {
                Grow(ref water, held);
            }

            water.Count++;
            water.First -= water.IsReversed ? 1 : 0;
            var at = At(ref water, held);
            _pool.Memory[at] = water.TailVolume;
            T.Store(water.Tail, ref _pool.Memory[at + 1]);
            water.Count--;
        }

        water.Count++;
        (water.Tail, water.TailVolume) = (value, volume);
    }

    private void Grow(ref Water<T> water, int held)
    {
        var level = (short)Math.Max(2, water.Level + 1);
        var start = _pool.Take(level);
        var stride = 1 + T.Count;
        for (var i = 0; i < held; i++)
        {
            var place = water.IsReversed ? held - 1 - i : i;
            _pool.Memory.AsSpan(At(ref water, i), stride).CopyTo(_pool.Memory.AsSpan((start + place) * stride));
        }

        if (water.Level >= 0)
        {
            _pool.Give(water.Start, water.Level);
        }

        (water.Start, water.First, water.Level) = (start, 0, level);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T LeaveSlowly(ref Water<T> water, double volume)
    {
        var content = T.Of(0);
        while (water.Count > 1)
        {
            if (water.HeadVolume > volume)
            {
                water.HeadVolume -= volume;
                return content + (water.Head * T.Of(volume));
            }

            content += water.Head * T.Of(water.HeadVolume);
            volume -= water.HeadVolume;
            DropHead(ref water);
        }

        var last = Math.Min(volume, water.TailVolume);
        water.TailVolume -= last;
        return content + (water.Tail * T.Of(last));
    }

    private void DropHead(ref Water<T> water)
    {
        if (water.Count > 2)
        {
            var at = At(ref water, 0);
            water.HeadVolume = _pool.Memory[at];
            water.Head = T.Load(in _pool.Memory[at + 1]);
            water.First += water.IsReversed ? 0 : 1;
        }

        water.Count--;
    }
}
