namespace JiaheLayout.Facts;

/// <summary>
/// The four boosters. P1 at Fukou with its 8 villages and 16,000 people is found (hunan.gov.cn, 2021-04-23); its duty and
/// the other three stations are assumed. A fixed-speed pump cannot follow a village's day: each station therefore fills a
/// small head tank of its own (assumed; not one of the county's six elevated tanks).
/// </summary>
internal static class Boosters
{
    public static readonly Booster[] All =
    [
        // id, names, town, duty m3/h, m, from, DN, x, y, ground m, rising DN, tank m3, floor m, x, y, level at midnight m
        new("P1", "Fukou booster", "甫口加压站", "JP", 110, 65, "JPH", 250, -5600, -9200, 262, 250, 500, 354, -7000, -10300, 2.96),
        new("P2", "Tangcun booster", "塘村加压站", "TC", 60, 55, "TCH", 250, -900, -15300, 262, 200, 300, 365, -1500, -16100, 3.1),
        new("P3", "Puman booster", "普满加压站", "PM", 50, 70, "PMH", 250, -4900, 6500, 262, 200, 250, 366, -4300, 7300, 3.02),
        new("P4", "Hanglang booster", "行廊加压站", "HL", 70, 60, "HLH", 300, 6200, 4300, 258, 200, 300, 347, 6400, 5600, 3.36),
    ];
}
