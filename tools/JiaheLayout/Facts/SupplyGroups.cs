namespace JiaheLayout.Facts;

/// <summary>
/// The groups of villages; all assumed, within the found counts and sums. Ground lies 15-60 m off the town's level; eight
/// villages (5 %), in the groups marked H behind the boosters, lie 60-120 m above it. P1's groups sum to the found 8
/// villages and 16,000 people. LT-O is Youzhawu (20 households at the end of a 10 km pipe, found; its place assumed).
/// </summary>
internal static class SupplyGroups
{
    public static readonly SupplyGroup[] All =
    [
        // id, township, hub, villages, people, ground m, behind a reducing valve, territory x, y
        new("ZQ-GA", "ZQ", "ZQ-N", 8, 6_400, 240, false, -1200, -1800),
        new("ZQ-GB", "ZQ", "ZQ-E", 7, 5_300, 232, true, 2900, -3200),
        new("ZQ-GC", "ZQ", "ZQ-S", 7, 5_000, 240, false, 600, -10300),
        new("ZQ-GD", "ZQ", "ZQ-W", 5, 3_900, 232, true, -4000, -3600),
        new("JP-GA", "JP", "JPH", 5, 8_300, 240, true, -7900, -8100),
        new("JP-GB", "JP", "JPH", 3, 5_000, 242, true, -3200, -10400),
        new("JP-GH", "JP", "P1-O", 3, 5_500, 328, false, -5600, -11600),
        new("JP-GL", "JP", "P1-O", 5, 10_500, 297, true, -8200, -10600),
        new("TC-GA", "TC", "TCH", 4, 7_200, 265, true, 3000, -14200),
        new("TC-GB", "TC", "TCH", 4, 7_200, 264, true, 2400, -16800),
        new("TC-GH", "TC", "P2-O", 2, 3_400, 337, false, -1200, -17000),
        new("TC-GL", "TC", "P2-O", 2, 3_600, 300, true, -3300, -14900),
        new("YJ-GA", "YJ", "YJH", 5, 7_400, 256, true, 3800, -7000),
        new("YJ-GB", "YJ", "YJH", 6, 8_700, 255, true, 6300, -4200),
        new("YJ-GC", "YJ", "B1", 6, 8_600, 258, true, 5400, -11600),
        new("LT-GA", "LT", "LTH", 5, 9_000, 307, false, 14300, -4600),
        new("LT-GB", "LT", "LTH", 2, 5_400, 307, false, 15000, -7900),
        new("LT-GC", "LT", "LTW", 3, 5_914, 271, true, 10800, -3500),
        new("LT-GD", "LT", "LTW", 3, 4_000, 271, true, 10000, -9800),
        new("LT-O", "LT", "LTH", 1, 86, 306, false, 15400, -12200),
        new("HL-GA", "HL", "HLH", 5, 7_200, 266, false, 10600, 2200),
        new("HL-GB", "HL", "HLH", 5, 7_100, 230, true, 7000, -800),
        new("HL-GH", "HL", "P4-O", 2, 3_900, 319, false, 4700, 4600),
        new("HL-GL", "HL", "P4-O", 2, 4_100, 298, true, 8200, 6600),
        new("GF-GA", "GF", "GFH", 5, 10_800, 245, true, -12700, 3300),
        new("GF-GB", "GF", "GFH", 5, 11_000, 246, true, -9900, 4300),
        new("GF-GC", "GF", "W4-O", 3, 6_500, 285, false, -11900, -1600),
        new("GF-GD", "GF", "GDH", 2, 4_000, 247, true, -7800, -700),
        new("PM-GA", "PM", "PMS", 4, 12_000, 283, false, -6300, 2400),
        new("PM-GB", "PM", "PMH", 2, 2_800, 270, false, -8700, 7200),
        new("PM-GH", "PM", "P3-O", 1, 2_200, 335, false, -5200, 9200),
        new("PM-GL", "PM", "P3-O", 2, 3_800, 303, true, -2500, 6300),
        new("SQ-GA", "SQ", "SQH", 6, 12_000, 259, false, -2400, 12000),
        new("SQ-GB", "SQ", "SQH", 5, 10_100, 222, true, -200, 14400),
        new("SQ-GC", "SQ", "W5-O", 5, 10_000, 270, false, 2600, 8000),
        new("SQ-GD", "SQ", "SQH", 5, 10_000, 259, false, -300, 8700),
        new("TP-GA", "TP", "TPH", 6, 13_000, 250, false, 5200, 16300),
        new("TP-GB", "TP", "TPH", 5, 12_100, 212, true, 8500, 14600),
        new("TP-GC", "TP", "TPW", 6, 12_000, 248, true, 2700, 14700),
        new("TP-GD", "TP", "TPW", 5, 10_000, 270, false, 6200, 10400),
    ];
}
