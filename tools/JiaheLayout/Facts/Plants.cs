namespace JiaheLayout.Facts;

/// <summary>The seven plants. That there are seven is found; capacities, levels and places are assumed.</summary>
internal static class Plants
{
    public static readonly Plant[] All =
    [
        // id, names, capacity m3/d, outlet m, plant x, y, first joint x, y, outlet DN, clear well at midnight m
        new("W1", "Panjiang plant", "盘江水厂", 28_000, 300, -5300, -6500, -4950, -6450, 700, 4.07),
        new("W2", "Pantou plant", "泮头水厂", 15_000, 318, 6450, -12650, 6300, -12350, 500, 4.12),
        new("W3", "Jinshan plant", "金山水厂", 8_000, 348, 12950, -9300, 12850, -9000, 400, 4.1),
        new("W4", "Zoushan plant", "邹山水厂", 8_000, 315, -10300, -600, -10350, -300, 400, 4.17),
        new("W5", "Gaofeng plant", "高峰水厂", 11_000, 302, 1750, 9350, 1600, 9600, 500, 4.13),
        new("W6", "Jiangli plant", "江里水厂", 4_000, 300, -6200, 6350, -6150, 6150, 300, 3.61),
        new("W7", "Daoshi spring plant", "岛石泉水厂", 5_000, 290, 6050, 12700, 6100, 12900, 400, 4.02),
    ];

    /// <summary>
    /// The clear well of W3, cut into karst, is not prismatic: level (m) and volume (m3), assumed.
    /// </summary>
    public static readonly (double LevelM, double VolumeM3)[] KarstWell =
        [(0, 0), (0.8, 170), (1.6, 420), (2.6, 800), (3.6, 1_210), (4.5, 1_600)];

    public static Plant Of(string id) => Array.Find(All, p => p.Id == id) ?? throw new ArgumentException(id, nameof(id));
}
