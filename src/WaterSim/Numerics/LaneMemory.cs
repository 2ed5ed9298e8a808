using System.Runtime.InteropServices;

namespace WaterSim.Numerics;

/// <summary>Memory for numbers of several lanes each, laid so that a vector of them does not lie across two cache lines.</summary>
internal static class LaneMemory
{
    private const int CacheLine = 64;

    /// <summary>Zeros, one per element and lane. Where several lanes cannot be laid well they are merely slower.</summary>
    public static double[] Zeros(int elements, int lanes)
    {
        if (lanes == 1)
        {
            return new double[elements];
        }

        // Pinned arrays stay where they are and stand one behind the other, a header before each: small ones in between
        // shift the next by as much as is missing.
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var array = GC.AllocateArray<double>(elements * lanes, pinned: true);
            var over = (int)((nuint)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % CacheLine);
            if (over == 0 || elements == 0)
            {
                return array;
            }

            GC.KeepAlive(GC.AllocateArray<double>(((CacheLine - over) / sizeof(double)) + 5, pinned: true));
        }

        return new double[elements * lanes];
    }
}
