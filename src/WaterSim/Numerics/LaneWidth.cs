using System.Runtime.Intrinsics;

namespace WaterSim.Numerics;

/// <summary>How many pipes of one scenario are evaluated at a time. The results do not depend on it.</summary>
internal static class LaneWidth
{
    /// <summary>What this machine does best: 8, 4 or 1.</summary>
    public static int Preferred { get; } = Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : 1;
}
