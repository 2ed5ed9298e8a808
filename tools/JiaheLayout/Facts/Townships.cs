namespace JiaheLayout.Facts;

/// <summary>
/// The ten townships. People, villages and places as in the plan: the county's sums (435,000 = 150,000 + 285,000 people,
/// 167 villages) are found; of the single values only Yuanjia's place, level and 17 villages and Longtan's 14 villages are;
/// their people (31,800 and 31,418 found) are rounded to fit the sums, and the rest is assumed. Longtan's ground is found as
/// 260-350 m; 290 for its town is assumed.
/// </summary>
internal static class Townships
{
    public static readonly Township[] All =
    [
        // id, names, people, of them in the town, villages, ground m, lon, lat
        new("ZQ", "Zhuquan", "珠泉", 100_600, 80_000, 27, 215, 112.367, 25.585),
        new("JP", "Jinping", "晋屏", 34_300, 5_000, 16, 260, 112.330, 25.570),
        new("TC", "Tangcun", "塘村", 31_400, 10_000, 12, 245, 112.370, 25.510),
        new("YJ", "Yuanjia", "袁家", 31_700, 7_000, 17, 275, 112.426, 25.574),
        new("LT", "Longtan", "龙潭", 31_400, 7_000, 14, 290, 112.490, 25.580),
        new("HL", "Hanglang", "行廊", 28_300, 6_000, 14, 250, 112.450, 25.650),
        new("GF", "Guangfa", "广发", 41_300, 9_000, 15, 265, 112.260, 25.650),
        new("PM", "Puman", "普满", 24_800, 4_000, 9, 255, 112.310, 25.690),
        new("SQ", "Shiqiao", "石桥", 53_100, 11_000, 21, 240, 112.370, 25.740),
        new("TP", "Tanping", "坦坪", 58_100, 11_000, 22, 230, 112.430, 25.770),
    ];

    public static Township Of(string id) => Array.Find(All, t => t.Id == id) ?? throw new ArgumentException(id, nameof(id));
}
