using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WaterSim.Numerics;

/// <summary>Indices of a program that was written once for a topology; checked in debug builds only, as in <see cref="LaneView{T}"/>.</summary>
internal readonly ref struct IndexView
{
    private readonly ref int _first;
    private readonly int _length;

    /// <summary>Sees an array so.</summary>
    public IndexView(int[] values)
    {
        _first = ref MemoryMarshal.GetArrayDataReference(values);
        _length = values.Length;
    }

    /// <summary>Index i.</summary>
    public int this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert(i >= 0 && i < _length, "outside the array");
            return Unsafe.Add(ref _first, (nint)(uint)i);
        }
    }
}
