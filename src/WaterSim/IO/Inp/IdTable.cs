using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace WaterSim.IO.Inp;

/// <summary>Ids, as bytes of the file, to positions: looked up without making strings.</summary>
/// <remarks>The hash starts from a random seed, so that no file can be made whose ids all collide.</remarks>
internal sealed class IdTable(byte[] text)
{
    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    private int[] _buckets = new int[64];
    private Entry[] _entries = new Entry[32];
    private int _count;

    /// <summary>How many ids there are.</summary>
    public int Count => _count;

    /// <summary>Position of an id, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var hash = Hash(id);
        for (var i = _buckets[hash & (uint)(_buckets.Length - 1)]; i != 0; i = _entries[i - 1].Next)
        {
            ref var entry = ref _entries[i - 1];
            if (entry.Hash == hash && text.AsSpan(entry.Start, entry.Length).SequenceEqual(id))
            {
                return i - 1;
            }
        }

        return -1;
    }

    /// <summary>Adds an id that stands in the file; false, and the earlier position, where it is there already.</summary>
    public bool TryAdd(ReadOnlySpan<byte> id, out int position)
    {
        position = Find(id);
        if (position >= 0)
        {
            return false;
        }

        if (_count == _entries.Length)
        {
            Grow();
        }

        // The id is a slice of the file: its offset is kept, not its bytes.
        var start = Offset(id);
        var hash = Hash(id);
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        _entries[_count] = new Entry(hash, start, id.Length, bucket);
        position = _count++;
        bucket = _count;
        return true;
    }

    private static uint Hash(ReadOnlySpan<byte> id)
    {
        var h = Seed ^ (ulong)id.Length;
        while (id.Length >= 8)
        {
            h = Mix(h ^ BinaryPrimitives.ReadUInt64LittleEndian(id));
            id = id[8..];
        }

        ulong tail = 0;
        for (var i = 0; i < id.Length; i++)
        {
            tail |= (ulong)id[i] << (8 * i);
        }

        h = Mix(h ^ tail);
        return (uint)(h ^ (h >> 32));
    }

    private static ulong Mix(ulong x)
    {
        var high = Math.BigMul(x, 0x9E3779B97F4A7C15UL ^ Seed | 1, out var low);
        return BitOperations.RotateLeft(high ^ low, 23);
    }

    private int Offset(ReadOnlySpan<byte> id) =>
        id.IsEmpty || !text.AsSpan().Overlaps(id, out var offset) ? 0 : offset;

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _count);
        _buckets = new int[4 * _count];
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[_entries[i].Hash & (uint)(_buckets.Length - 1)];
            _entries[i] = _entries[i] with { Next = bucket };
            bucket = i + 1;
        }
    }

    private readonly record struct Entry(uint Hash, int Start, int Length, int Next);
}
