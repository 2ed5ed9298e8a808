using System.Buffers;
using System.Runtime.CompilerServices;

namespace WaterSim.IO.Inp;

/// <summary>
/// A growing list over a pooled array. Drafts live only while a file is read: fresh arrays for each reading of a middling
/// file would cost more in garbage collection than the reading itself. Large ones are fresh: a pool would keep them.
/// </summary>
internal sealed class PooledList<T> : IDisposable
    where T : struct
{
    private const int LargestPooled = 1 << 22;

    private T[] _items = [];
    private bool _isPooled;

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>The entries, until the next one is added.</summary>
    public Span<T> Span => _items.AsSpan(0, Count);

    /// <summary>Makes room for so many more.</summary>
    public void Reserve(int more)
    {
        if (Count + more > _items.Length)
        {
            Grow(Count + more);
        }
    }

    /// <summary>Adds an entry, cleared, and hands it out to be filled.</summary>
    public ref T Add()
    {
        if (Count == _items.Length)
        {
            Grow(Count + 1);
        }

        ref var item = ref _items[Count++];
        item = default;
        return ref item;
    }

    /// <summary>Adds entries, cleared, and hands them out to be filled.</summary>
    public Span<T> Add(int count)
    {
        Reserve(count);
        Count += count;
        var added = _items.AsSpan(Count - count, count);
        if (_isPooled)
        {
            added.Clear();
        }

        return added;
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        Return();
        _items = [];
        Count = 0;
    }

    private void Grow(int least)
    {
        var capacity = Math.Max(16, least > int.MaxValue / 2 ? least : Math.Max(least, 2 * Count));
        var isPooled = (long)capacity * Unsafe.SizeOf<T>() <= LargestPooled;
        var larger = isPooled ? ArrayPool<T>.Shared.Rent(capacity) : new T[capacity];
        Span.CopyTo(larger);
        Return();
        (_items, _isPooled) = (larger, isPooled);
    }

    private void Return()
    {
        if (_isPooled)
        {
            // What an array refers to would live as long as the pool.
            if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            {
                Span.Clear();
            }

            ArrayPool<T>.Shared.Return(_items);
            _isPooled = false;
        }
    }
}
