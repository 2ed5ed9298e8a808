using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace WaterSim.IO.Inp;

/// <summary>Ids, as bytes of the file, to positions: looked up without making strings.</summary>
/// <remarks>The hash starts from a random seed, so that no file can be made whose ids all collide.</remarks>
internal sealed class IdTable(byte[] text) : IDisposable
{
    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Factor = (0x9E3779B97F4A7C15UL ^ Seed) | 1;

    private readonly PooledList<Entry> _entries = new();
    private int[] _buckets = [];
    private uint _mask;

    /// <summary>Position of an id, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id) => Find(id, Hash(id));

    /// <summary>Adds an id that is a slice of the file; false, and the earlier position, where it is there already.</summary>
    public bool TryAdd(ReadOnlySpan<byte> id, out int position)
    {
        var hash = Hash(id);
        position = Find(id, hash);
        if (position >= 0)
        {
            return false;
        }

        if (2 * (_entries.Count + 1) > _mask)
        {
            Spread(2 * _entries.Count);
        }

        ref var bucket = ref _buckets[hash & _mask];
        _entries.Add() = new Entry(hash, Offset(id), id.Length, bucket);
        position = _entries.Count - 1;
        bucket = _entries.Count;
        return true;
    }

    /// <summary>Makes room for so many more.</summary>
    public void Reserve(int more)
    {
        _entries.Reserve(more);
        if (2 * (_entries.Count + more) > _mask)
        {
            Spread(_entries.Count + more);
        }
    }

    public void Dispose()
    {
        _entries.Dispose();
        if (_buckets.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_buckets);
            _buckets = [];
        }
    }

    private static uint Hash(ReadOnlySpan<byte> id)
    {
        var h = Seed ^ (ulong)id.Length;
        if (id.Length >= 8)
        {
            // Eight bytes at a time; the last eight may overlap those before.
            for (var i = 0; i < id.Length - 8; i += 8)
            {
                h = Mix(h ^ BinaryPrimitives.ReadUInt64LittleEndian(id[i..]));
            }

            h = Mix(h ^ BinaryPrimitives.ReadUInt64LittleEndian(id[^8..]));
        }
        else if (id.Length >= 4)
        {
            h = Mix(h ^ BinaryPrimitives.ReadUInt32LittleEndian(id) ^
                ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(id[^4..]) << 32));
        }
        else
        {
            ulong tail = 0;
            foreach (var c in id)
            {
                tail = (tail << 8) | c;
            }

            h = Mix(h ^ tail);
        }

        return (uint)(h ^ (h >> 32));
    }

    private static ulong Mix(ulong x)
    {
        var high = Math.BigMul(x, Factor, out var low);
        return BitOperations.RotateLeft(high ^ low, 23);
    }

    private int Find(ReadOnlySpan<byte> id, uint hash)
    {
        if (_buckets.Length == 0)
        {
            return -1;
        }

        var entries = _entries.Span;
        for (var i = _buckets[hash & _mask]; i != 0; i = entries[i - 1].Next)
        {
            ref readonly var entry = ref entries[i - 1];
            if (entry.Hash == hash && text.AsSpan(entry.Start, entry.Length).SequenceEqual(id))
            {
                return i - 1;
            }
        }

        return -1;
    }

    private int Offset(ReadOnlySpan<byte> id) =>
        id.IsEmpty || !text.AsSpan().Overlaps(id, out var offset) ? 0 : offset;

    // Spreads the entries over at least twice as many buckets as there will be entries.
    private void Spread(int capacity)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, (2 * capacity) + 2));
        if (_buckets.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_buckets);
        }

        _buckets = ArrayPool<int>.Shared.Rent((int)size);
        _buckets.AsSpan(0, (int)size).Clear();
        _mask = size - 1;
        var entries = _entries.Span;
        for (var i = 0; i < entries.Length; i++)
        {
            ref var bucket = ref _buckets[entries[i].Hash & _mask];
            entries[i] = entries[i] with { Next = bucket };
            bucket = i + 1;
        }
    }

    private readonly record struct Entry(uint Hash, int Start, int Length, int Next);
}
