using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>Ids to positions in a list; the first of a repeated id wins.</summary>
/// <remarks>
/// One table of numbers, each a hash beside a position: 12 bytes an id, and one access to find that one is not there. A
/// frozen dictionary takes many times as much, and as long to make.
/// </remarks>
internal sealed class IdIndex<T>
{
    private readonly ImmutableArray<T> _items;
    private readonly Func<T, string> _idOf;

    // Hash in the upper half, position + 1 in the lower; 0: free. A third of the places stay free.
    private readonly ulong[] _slots;

    /// <summary>Makes the index.</summary>
    public IdIndex(ImmutableArray<T> items, Func<T, string> idOf)
    {
        (_items, _idOf) = (items, idOf);
        _slots = new ulong[items.Length + (items.Length / 2) + 2];
        for (var i = 0; i < items.Length; i++)
        {
            var hash = Hash(idOf(items[i]));
            if (Find(idOf(items[i]), hash, out var slot) >= 0)
            {
                HasRepeated = true;
            }
            else
            {
                _slots[slot] = ((ulong)hash << 32) | ((uint)i + 1);
            }
        }
    }

    /// <summary>True where an id stands twice.</summary>
    public bool HasRepeated { get; }

    /// <summary>The position of an id, or -1.</summary>
    public int Find(string id) => Find(id, Hash(id), out _);

    // Of a seed of this process, so that no file can be made whose ids all collide.
    private static uint Hash(string id) => (uint)id.GetHashCode(StringComparison.Ordinal);

    private int Find(string id, uint hash, out int slot)
    {
        slot = (int)(((ulong)hash * (uint)_slots.Length) >> 32);
        while (_slots[slot] is not 0 and var taken)
        {
            var position = (int)(uint)taken - 1;
            if (taken >> 32 == hash && _idOf(_items[position]) == id)
            {
                return position;
            }

            slot = slot + 1 < _slots.Length ? slot + 1 : 0;
        }

        return -1;
    }
}
