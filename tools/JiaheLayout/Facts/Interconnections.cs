namespace JiaheLayout.Facts;

/// <summary>
/// The interconnections. That the networks of Panjiang, Pantou, Zoushan and Jinshan are linked and balanced is found; the
/// other links, all places, diameters and settings are assumed.
/// <list type="bullet">
/// <item>X12: Pantou gives Zhuquan's south a steady 27 L/s, so that W1 keeps a reserve; opened further when W1 fails.</item>
/// <item>X14: 2 L/s keep the emergency main fresh; opened further when W1 fails.</item>
/// <item>X23: closed: W3's zone stands 25 m above W2's, and an open valve would only empty W3 into W2.</item>
/// <item>X46: W4 gives Puman a steady 1 L/s, which keeps the main fresh; opened further when W6 fails.</item>
/// <item>X56: W6's and W4's surplus gives Shiqiao a steady 18 L/s, because W5 is the plant nearest to its capacity.</item>
/// <item>X57: W5 gives Tanping's centre a steady 13 L/s, because the spring of W7 falls to 4,000 m3/d in drought.</item>
/// <item>X35: W5 gives Hanglang a steady 3 L/s, which keeps 10 km of main fresh; opened further when W3 fails.</item>
/// </list>
/// </summary>
internal static class Interconnections
{
    public static readonly Interconnection[] All =
    [
        // id, names, plants, state, valve, setting, from, to, DN, valve x, y, ground m, tank of the zone it feeds
        new("X12", "Panjiang-Pantou", "盘江—泮头", "W2", "W1", "regulated", "FCV", 27, "B1", "ZQ-S", 400, 1500, -7900, 235, "T1"),
        new("X14", "Panjiang-Zoushan", "盘江—邹山", "W4", "W1", "regulated", "FCV", 2, "W4-O", "GDH", 300, -8800, -1700, 265),
        new("X23", "Pantou-Jinshan", "泮头—金山", "W2", "W3", "closed", "PIPE", 0, "LTW", "LTH", 300, 10300, -7700, 285),
        new("X46", "Zoushan-Jiangli", "邹山—江里", "W4", "W6", "regulated", "FCV", 1, "PMS", "PMH", 250, -6700, 4700, 258),
        new("X56", "Gaofeng-Jiangli", "高峰—江里", "W6", "W5", "regulated", "FCV", 18, "PMH", "SQH", 300, -1500, 9900, 250, "T3"),
        new("X57", "Gaofeng-Daoshi", "高峰—岛石泉", "W5", "W7", "regulated", "FCV", 13, "TPW", "TPH", 300, 5000, 13900, 245, "T4"),
        new("X35", "Gaofeng-Jinshan through Hanglang", "高峰—金山（经行廊）", "W5", "W3", "regulated", "FCV", 3, "W5-O", "P4-S", 300, 3700, 7000, 258),
    ];
}
