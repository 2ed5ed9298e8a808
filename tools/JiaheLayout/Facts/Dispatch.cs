namespace JiaheLayout.Facts;

/// <summary>How plants and links are run, all assumed; the marks of the drought ladder are the plan's.</summary>
internal static class Dispatch
{
    /// <summary>
    /// Plant, chemicals, energy, raw water, yuan/m3: small plants cost more by the m3, Jinshan's raw water lies highest, the spring
    /// is clear.
    /// </summary>
    public static readonly (string Plant, double Chemical, double Energy, double Raw)[] Costs =
    [
        ("W1", 0.06, 0.04, 0.10),
        ("W2", 0.06, 0.04, 0.10),
        ("W3", 0.07, 0.05, 0.10),
        ("W4", 0.07, 0.05, 0.10),
        ("W5", 0.06, 0.05, 0.10),
        ("W6", 0.08, 0.06, 0.10),
        ("W7", 0.04, 0.05, 0.05),
    ];

    /// <summary>Filter washing and sludge.</summary>
    public const double Loss = 0.05;

    /// <summary>
    /// Interconnection, most m3/d, direction by its link: the lesser of 1.5 m/s in its own main and of what the giving plant can spare
    /// when its own zone has an average day, down to a hundred; X56 with all that X46 can bring.
    /// </summary>
    public static readonly (string Link, int Capacity, string Direction)[] Links =
    [
        ("X12", 7900, "forward"),
        ("X14", 3400, "forward"),
        ("X23", 3100, "backward"),
        ("X46", 3400, "forward"),
        ("X56", 6100, "forward"),
        ("X57", 4100, "forward"),
        ("X35", 4100, "forward"),
    ];

    /// <summary>Class, use, yuan a m3 not supplied counts.</summary>
    public static readonly (string Class, string Use, int Penalty)[] Priorities =
    [
        ("rural", "domestic", 100),
        ("urban", "domestic", 80),
        ("rural", "public", 40),
        ("urban", "public", 35),
        ("rural", "industry", 20),
        ("urban", "industry", 15),
    ];
}
