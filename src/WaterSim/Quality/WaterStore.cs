using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
            (water.Count, water.Way, water.TailAt) = (1, 1, -1);
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
            return;
        }

        if (water.Count > 1)
        {
            if (water.Count - 2 == water.Room)
            {
                Grow(ref water);
            }

            water.TailAt += water.Way;
            ref var segment = ref At(ref water, water.TailAt);
            segment = water.TailVolume;
            T.Store(water.Tail, ref Unsafe.Add(ref segment, 1));
        }
        else
        {
            (water.Head, water.HeadVolume) = (water.Tail, water.TailVolume);
        }

        water.Count++;
        (water.Tail, water.TailVolume) = (value, volume);
    }

    /// <summary>Lets water out at the head and returns what it holds: volume times value.</summary>
    /// <param name="water">Where from.</param>
    /// <param name="volume">How much, m3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Leave(ref Water<T> water, double volume)
    {
        var content = T.Of(0);
        while (water.Count > 1)
        {
            if (water.HeadVolume > volume)
            {
                water.HeadVolume -= volume;
                return T.MultiplyAdd(water.Head, T.Of(volume), content);
            }

            content = T.MultiplyAdd(water.Head, T.Of(water.HeadVolume), content);
            volume -= water.HeadVolume;
            if (--water.Count > 1)
            {
                ref var segment = ref At(ref water, water.HeadAt);
                water.HeadVolume = segment;
                water.Head = T.Load(in Unsafe.Add(ref segment, 1));
                water.HeadAt += water.Way;
            }
        }

        var last = Math.Min(volume, water.TailVolume);
        water.TailVolume -= last;
        return T.MultiplyAdd(water.Tail, T.Of(last), content);
    }

    /// <summary>
    /// Lets equal volumes in at the tail and out at the head, one after the other, and adds what leaves to what is there already.
    /// </summary>
    /// <param name="water">Where.</param>
    /// <param name="volume">How much each time, m3.</param>
    /// <param name="values">What enters, time by time.</param>
    /// <param name="contents">To what is added what leaves, volume times value, time by time.</param>
    /// <param name="tolerance">Differences below this make no new segment.</param>
    public void PassThrough(ref Water<T> water, double volume, ReadOnlySpan<T> values, Span<T> contents, T tolerance)
    {
        var (tail, tailVolume, head, headVolume, count) =
            (water.Tail, water.TailVolume, water.Head, water.HeadVolume, water.Count);
        for (var j = 0; j < values.Length; j++)
        {
            // As in Enter.
            var value = values[j];
            if (T.AllPositive(tolerance - T.Abs(tail - value)) || tailVolume <= 0)
            {
                var total = tailVolume + volume;
                tail = tailVolume > 0 ? T.MultiplyAdd(T.Of(volume / total), value - tail, tail) : value;
                tailVolume = total;
            }
            else
            {
                if (count > 1)
                {
                    if (count - 2 == water.Room)
                    {
                        water.Count = count;
                        Grow(ref water);
                    }

                    water.TailAt += water.Way;
                    ref var segment = ref At(ref water, water.TailAt);
                    segment = tailVolume;
                    T.Store(tail, ref Unsafe.Add(ref segment, 1));
                }
                else
                {
                    (head, headVolume) = (tail, tailVolume);
                }

                count++;
                (tail, tailVolume) = (value, volume);
            }

            // As in Leave.
            var (left, content) = (volume, T.Of(0));
            while (count > 1 && headVolume <= left)
            {
                content = T.MultiplyAdd(head, T.Of(headVolume), content);
                left -= headVolume;
                if (--count > 1)
                {
                    ref var segment = ref At(ref water, water.HeadAt);
                    headVolume = segment;
                    head = T.Load(in Unsafe.Add(ref segment, 1));
                    water.HeadAt += water.Way;
                }
            }

            if (count > 1)
            {
                headVolume -= left;
                content = T.MultiplyAdd(head, T.Of(left), content);
            }
            else
            {
                var last = left < tailVolume ? left : tailVolume;
                tailVolume -= last;
                content = T.MultiplyAdd(tail, T.Of(last), content);
            }

            contents[j] += content;
        }

        (water.Tail, water.TailVolume, water.Head, water.HeadVolume, water.Count) = (tail, tailVolume, head, headVolume, count);
    }

    /// <summary>Keeps all of it.</summary>
    public void Keep(StateArchive archive)
    {
        archive.Keep(MemoryMarshal.CreateSpan(ref Unsafe.As<Water<T>, byte>(ref MemoryMarshal.GetArrayDataReference(_waters)),
            _waters.Length * Unsafe.SizeOf<Water<T>>()));
        _pool.Keep(archive);
        foreach (ref var water in archive.IsReading ? _waters.AsSpan() : [])
        {
            _pool.Check(water.Start, water.Room, water.Count - 2);
        }
    }

    /// <summary>Turns the water round, as when its flow turns.</summary>
    public static void Reverse(ref Water<T> water)
    {
        if (water.Count > 1)
        {
            (water.Tail, water.Head) = (water.Head, water.Tail);
            (water.TailVolume, water.HeadVolume) = (water.HeadVolume, water.TailVolume);
            (water.TailAt, water.HeadAt) = (water.HeadAt, water.TailAt);
            water.Way = -water.Way;
        }
    }

    /// <summary>Volume, m3.</summary>
    public double VolumeOf(ref Water<T> water)
    {
        var volume = water.TailVolume + (water.Count > 1 ? water.HeadVolume : 0);
        for (var i = 0; i < water.Count - 2; i++)
        {
            volume += Ring(ref water, i);
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
            ref var segment = ref Ring(ref water, i);
            content += T.Load(in Unsafe.Add(ref segment, 1)) * T.Of(segment);
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
            Ring(ref water, i) *= factor;
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
            ref var segment = ref Ring(ref water, i);
            ref var value = ref Unsafe.Add(ref segment, 1);
            value = change.Apply(value, segment);
        }
    }

    // A struct of lanes is its numbers one behind the other.
    private static ref double First(ref T value) => ref Unsafe.As<T, double>(ref value);

    // A place of the ring's block, in which it goes round.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref double At(ref Water<T> water, int place)
    {
        var segment = water.Start + (place & (water.Room - 1));
        Debug.Assert((segment + 1) * (1 + T.Count) <= _pool.Memory.Length, "outside the pool");
        return ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_pool.Memory), (nint)(uint)segment * (1 + T.Count));
    }

    // The segments of the ring, from head to tail.
    private ref double Ring(ref Water<T> water, int i) => ref At(ref water, water.HeadAt + (i * water.Way));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(ref Water<T> water)
    {
        var (held, room) = (water.Room, Math.Max(4, 2 * water.Room));
        var start = _pool.Take(BitOperations.Log2((uint)room));
        var stride = 1 + T.Count;
        for (var i = 0; i < held; i++)
        {
            MemoryMarshal.CreateSpan(ref Ring(ref water, i), stride).CopyTo(_pool.Memory.AsSpan((start + i) * stride));
        }

        if (held > 0)
        {
            _pool.Give(water.Start, BitOperations.Log2((uint)held));
        }

        (water.Start, water.Room, water.HeadAt, water.TailAt, water.Way) = (start, room, 0, held - 1, 1);
    }
}
