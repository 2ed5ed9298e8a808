using System.Buffers;
using System.Runtime.CompilerServices;

namespace WaterSim.IO.Inp;

/// <summary>
/// A growing list over a pooled array. Drafts live only while a file is read, and are large: fresh arrays for each
/// reading would cost more in garbage collection than the reading itself.
/// </summary>
internal sealed class PooledList<T> : IDisposable
    where T : struct
{
    private T[] _items = [];

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
            Grow(Math.Max(16, 2 * Count));
        }

        ref var item = ref _items[Count++];
        item = default;
        return ref item;
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        Return();
        _items = [];
        Count = 0;
    }

    private void Grow(int capacity)
    {
        var larger = ArrayPool<T>.Shared.Rent(capacity);
        Span.CopyTo(larger);
        Return();
        _items = larger;
    }

    private void Return()
    {
        if (_items.Length > 0)
        {
            ArrayPool<T>.Shared.Return(_items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
