using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WaterSim.Numerics;

/// <summary>
/// Numbers of some lanes each, seen as vectors. Indices are checked in debug builds only: they come from programs that were
/// written once for a topology, and the check would cost as much as the arithmetic.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
internal readonly ref struct LaneView<T>
    where T : struct, ILanes<T>
{
    private readonly ref double _first;
    private readonly int _length;

    /// <summary>Sees an array so.</summary>
    public LaneView(double[] values)
    {
        _first = ref MemoryMarshal.GetArrayDataReference(values);
        _length = values.Length;
    }

    /// <summary>The lanes of element i.</summary>
    public T this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.Load(in At(i * T.Count, T.Count));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => T.Store(value, ref At(i * T.Count, T.Count));
    }

    /// <summary>As many lanes as a vector of another width holds, from number i on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TOther Row<TOther>(int i)
        where TOther : struct, ILanes<TOther> => TOther.Load(in At(i, TOther.Count));

    /// <summary>Writes as many lanes as a vector of another width holds, from number i on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetRow<TOther>(int i, TOther value)
        where TOther : struct, ILanes<TOther> => TOther.Store(value, ref At(i, TOther.Count));

    /// <summary>Number i itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref double At(int i, int count = 1)
    {
        Debug.Assert(i >= 0 && i + count <= _length, "outside the array");
        return ref Unsafe.Add(ref _first, (nint)(uint)i);
    }
}
