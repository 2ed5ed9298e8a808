namespace JiaheLayout.Facts;

/// <summary>
/// The six elevated tanks. That there are six is found; volumes, floors and places are assumed. T2's floor is left open by
/// the plan ("below the W2 outlet" of 318 m): 308 m gives Yuanjia town 33-37 m.
/// </summary>
internal static class ElevatedTanks
{
    /// <summary>Head lost (m) between inlet valve and tank at the average day's mean inflow.</summary>
    public const double InletLossM = 0.3;

    public static readonly ElevatedTank[] All =
    [
        // id, names, town, m3, floor m, x, y, inlet valve x, y, DN, fed from, DN, feeds, DN, level at midnight m
        new("T1", "Zhuquan tank", "珠泉高位水池", "ZQ", 4_000, 272, -2250, -5350, -2450, -5480, 500, "A1", 600, "ZQ-W", 600, 4.12),
        new("T2", "Yuanjia tank", "袁家高位水池", "YJ", 2_000, 308, 6650, -8600, 6500, -8800, 300, "B1", 400, "YJH", 400, 3.98),
        new("T3", "Shiqiao tank", "石桥高位水池", "SQ", 2_000, 288, 900, 10450, 1050, 10250, 300, "W5-O", 400, "SQH", 400, 3.97),
        new("T4", "Tanping tank", "坦坪高位水池", "TP", 1_500, 278, 6500, 13700, 6400, 13450, 300, "W7-O", 400, "TPH", 400, 4.04),
        new("T5", "Guangfa tank", "广发高位水池", "GF", 1_500, 302, -10800, 250, -10650, 50, 300, "W4-O", 400, "GFH", 400, 4.07),
        new("T6", "Longtan tank", "龙潭高位水池", "LT", 1_500, 335, 12650, -7450, 12700, -7700, 300, "C1", 300, "LTH", 300, 4.01),
    ];
}
