namespace JiaheLayout.Facts;

/// <summary>
/// Trunk joints and mains that are not part of a plant, tank, booster or interconnection; all assumed. Joints named after a
/// township with H are the hubs from which its town and villages branch; the four ZQ joints are Zhuquan's ring.
/// </summary>
internal static class Trunk
{
    public static readonly TrunkNode[] Nodes =
    [
        new("A1", 262, -2900, -6200, "W1"),
        new("GDH", 262, -7900, -2400, "W1"),
        new("JPH", 262, -4000, -7150, "W1"),
        new("ZQ-W", 220, -1750, -6050, "W1"),
        new("ZQ-N", 222, -300, -4650, "W1"),
        new("ZQ-E", 221, 1150, -6050, "W1"),
        new("ZQ-S", 219, -300, -7500, "W1"),
        new("B1", 282, 6000, -10000, "W2"),
        new("YJH", 276, 5850, -7900, "W2"),
        new("TCH", 247, 300, -13850, "W2"),
        new("LTW", 282, 9400, -8300, "W2"),
        new("C1", 300, 12750, -8150, "W3"),
        new("LTH", 292, 12150, -7250, "W3"),
        new("HLI", 258, 8450, 300, "W3"),
        new("HLH", 254, 8300, 550, "W3"),
        new("GFH", 268, -10950, 520, "W4"),
        new("PMS", 272, -7500, 3700, "W4"),
        new("PMH", 258, -6550, 5850, "W6"),
        new("SQH", 243, 400, 10750, "W5"),
        new("TPW", 246, 3500, 12700, "W5"),
        new("TPH", 233, 6300, 13980, "W7"),
    ];

    public static readonly TrunkMain[] Mains =
    [
        new("W1-O", "JPH", 300), new("W1-O", "A1", 600), new("A1", "GDH", 300),
        new("ZQ-W", "ZQ-N", 500), new("ZQ-N", "ZQ-E", 400), new("ZQ-E", "ZQ-S", 400), new("ZQ-S", "ZQ-W", 500),
        new("W2-O", "B1", 500), new("W2-O", "TCH", 400), new("B1", "LTW", 300),
        new("W3-O", "C1", 400), new("C1", "HLI", 350),
        new("W4-O", "PMS", 300), new("W6-O", "PMH", 300), new("W5-O", "TPW", 400),
    ];

    /// <summary>Head (m) held at Hanglang's hub by the valve HL-Z between HLI and HLH.</summary>
    public const double HanglangHeadM = 293;
}
