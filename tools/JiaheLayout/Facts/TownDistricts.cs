namespace JiaheLayout.Facts;

/// <summary>
/// Town grids; all assumed. Zhuquan is four metered districts inside its ring, each behind one reducing valve, joined by
/// closed boundary valves. Guangfa and Yuanjia need no valve: their tanks stand less than 42 m above them.
/// </summary>
internal static class TownDistricts
{
    public static readonly TownDistrict[] All =
    [
        // id, township, hub, people, head m behind its valve, x, y, nodes per side, spacing m, turn degrees
        new("ZQ-CN", "ZQ", "ZQ-N", 20_000, 248, -300, -5480, 4, 230, 45),
        new("ZQ-CE", "ZQ", "ZQ-E", 20_000, 248, 320, -6100, 4, 230, 45),
        new("ZQ-CS", "ZQ", "ZQ-S", 20_000, 248, -300, -6720, 4, 230, 45),
        new("ZQ-CW", "ZQ", "ZQ-W", 20_000, 248, -920, -6100, 4, 230, 45),
        new("JP-C", "JP", "JPH", 5_000, 292, -4010, -7780, 3, 180, 10),
        new("TC-C", "TC", "TCH", 10_000, 278, 0, -14460, 4, 170, 30),
        new("YJ-C", "YJ", "YJH", 7_000, null, 5620, -7340, 4, 160, -15),
        new("LT-C", "LT", "LTH", 7_000, 324, 12040, -6670, 4, 160, 20),
        new("HL-C", "HL", "HLH", 6_000, 283, 8030, 1110, 3, 180, 35),
        new("GF-C", "GF", "GFH", 9_000, null, -11040, 1110, 4, 170, 5),
        new("PM-C", "PM", "PMH", 4_000, 288, -6020, 5450, 3, 170, -20),
        new("SQ-C", "SQ", "SQH", 11_000, 274, 0, 11120, 4, 180, 25),
        new("TP-C", "TP", "TPH", 11_000, 264, 6020, 14450, 4, 180, -10),
    ];
}
