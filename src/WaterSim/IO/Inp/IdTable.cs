using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace WaterSim.IO.Inp;

/// <summary>Ids, as a file's bytes, to positions: looked up without making strings.</summary>
/// <remarks>
/// An id of up to eight bytes stands in its place of the table as a number, so that finding it is one access to memory;
/// of a longer one its hash stands there. Ids that differ in their last digit only stand side by side: files number
/// things, and name together what lies together. All but the last byte is hashed, from a random seed, so that no file
/// can be made whose ids all collide.
/// </remarks>
internal sealed class IdTable : IDisposable
{
    private const int ShortId = 8;

    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Factor = (0x9E3779B97F4A7C15UL ^ Seed) | 1;

    private readonly PooledList<byte> _longIds = new();
    private PooledList<Place> _places = new();
    private int _mask = -1;
    private int _count;

    /// <summary>Position of an id, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var places = _places.Span;
        return places.IsEmpty ? -1 : places[Search(places, id, out _)].Position - 1;
    }

    /// <summary>Adds an id; false, and the earlier position, where it is there already.</summary>
    public bool TryAdd(ReadOnlySpan<byte> id, out int position)
    {
        if (3 * (_count + 1) > 2 * (_mask + 1))
        {
            Spread(_count + 1);
        }

        ref var place = ref _places.Span[Search(_places.Span, id, out var key)];
        if (place.Position > 0)
        {
            position = place.Position - 1;
            return false;
        }

        position = _count++;
        place = new Place(key, position + 1, id.Length <= ShortId ? -1 : Keep(id));
        return true;
    }

    /// <summary>Makes room for so many more.</summary>
    public void Reserve(int more)
    {
        if (3L * (_count + more) > 2L * (_mask + 1))
        {
            Spread(_count + more);
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _longIds.Dispose();
        (_mask, _count) = (-1, 0);
    }

    // The key is a short id padded with zeros, which no text holds, or a hash of a long one. The look begins in a group
    // of places by all but the last byte, and at a place of it by the last one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(ReadOnlySpan<byte> id, out ulong begin)
    {
        begin = 0;
        if (id.IsEmpty)
        {
            return 0;
        }

        ulong key, group;
        var last = id[^1];
        if (id.Length > ShortId)
        {
            group = Hash(id[..^1]);
            key = Mix(group ^ last);
        }
        else
        {
            key = Padded(id);
            group = Mix(key ^ ((ulong)last << (8 * (id.Length - 1))) ^ Seed);
        }

        begin = (group << 4) | (last & 15u);
        return key;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Padded(ReadOnlySpan<byte> id)
    {
        if (id.Length == ShortId)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(id);
        }

        if (id.Length >= 4)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(id) |
                ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(id[^4..]) << (8 * (id.Length - 4)));
        }

        ulong key = 0;
        for (var i = id.Length - 1; i >= 0; i--)
        {
            key = (key << 8) | id[i];
        }

        return key;
    }

    // Eight bytes at a time; the last eight may overlap those before.
    private static ulong Hash(ReadOnlySpan<byte> id)
    {
        var h = Seed ^ (ulong)id.Length;
        for (var i = 0; i < id.Length - 8; i += 8)
        {
            h = Mix(h ^ BinaryPrimitives.ReadUInt64LittleEndian(id[i..]));
        }

        return Mix(h ^ BinaryPrimitives.ReadUInt64LittleEndian(id[^8..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong x)
    {
        var high = Math.BigMul(x, Factor, out var low);
        return BitOperations.RotateLeft(high ^ low, 23);
    }

    // Where an id stands, or the free place where it would.
    private int Search(ReadOnlySpan<Place> places, ReadOnlySpan<byte> id, out ulong key)
    {
        key = Key(id, out var begin);
        for (var at = (int)begin & _mask; ; at = (at + 1) & _mask)
        {
            ref readonly var place = ref places[at];
            if (place.Position == 0 ||
                (place.Key == key && (place.LongId < 0 ? id.Length <= ShortId : Kept(place.LongId).SequenceEqual(id))))
            {
                return at;
            }
        }
    }

    private int Keep(ReadOnlySpan<byte> id)
    {
        var at = _longIds.Count;
        BinaryPrimitives.WriteInt32LittleEndian(_longIds.Add(sizeof(int)), id.Length);
        id.CopyTo(_longIds.Add(id.Length));
        return at;
    }

    private ReadOnlySpan<byte> Kept(int at) =>
        _longIds.Span.Slice(at + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(_longIds.Span[at..]));

    // Spreads the ids over so many places that two thirds are taken at most.
    private void Spread(int ids)
    {
        var before = _places;
        _places = new PooledList<Place>();
        _mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, ids + (ids / 2) + 2)) - 1;
        var places = _places.Add(_mask + 1);
        Span<byte> shortId = stackalloc byte[ShortId];
        foreach (ref readonly var place in before.Span)
        {
            if (place.Position > 0)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(shortId, place.Key);
                places[Search(places, place.LongId < 0 ? shortId.TrimEnd((byte)0) : Kept(place.LongId), out _)] = place;
            }
        }

        before.Dispose();
    }

    /// <param name="Key">The id, or its hash.</param>
    /// <param name="Position">Its position + 1; 0: the place is free.</param>
    /// <param name="LongId">Where a long id is kept; -1: it is short.</param>
    private readonly record struct Place(ulong Key, int Position, int LongId);
}
