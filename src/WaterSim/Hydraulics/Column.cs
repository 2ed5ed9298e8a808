namespace WaterSim.Hydraulics;

/// <summary>
/// One scenario's values of a quantity, among those of all scenarios that are solved side by side: the values of an
/// element stand one behind the other, a scenario's own as many places apart as there are scenarios.
/// </summary>
internal readonly struct Column<T>(T[] values, int lanes, int lane)
{
    /// <summary>Number of elements.</summary>
    public int Length => values.Length / lanes;

    /// <summary>The value of an element.</summary>
    public ref T this[int i] => ref values[(i * lanes) + lane];

    /// <summary>Copies as many elements as the destination holds, beginning with one.</summary>
    public void CopyTo(Span<T> destination, int from = 0)
    {
        if (lanes == 1)
        {
            values.AsSpan(from, destination.Length).CopyTo(destination);
            return;
        }

        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = this[from + i];
        }
    }

    /// <summary>Sets every element from one on to a value.</summary>
    public void Fill(T value, int from = 0)
    {
        for (var i = from; i < Length; i++)
        {
            this[i] = value;
        }
    }
}
