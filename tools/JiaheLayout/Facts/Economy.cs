namespace JiaheLayout.Facts;

/// <summary>
/// Money. The sum invested is found (county news report, July 2021); its parts, lives, upkeep, interest, tariff and running cost are
/// assumed.
/// </summary>
internal static class Economy
{
    public const double InvestedMillionYuan = 758;

    /// <summary>Town = village.</summary>
    public const double TariffYuanM3 = 2.35;

    /// <summary>Long-term loans to public works.</summary>
    public const double Interest = 0.04;

    /// <summary>180 people at 80,000 yuan, offices, billing.</summary>
    public const int FixedYuanPerYear = 15_000_000;

    /// <summary>A metre of DN300 costs about twice a metre of DN180.</summary>
    public const double PipeCostExponent = 1.3;

    /// <summary>Flushing and fire fighting; leakage, 12 % of what leaves the plants, stands for all losses.</summary>
    public const double Unbilled = 0.01;

    /// <summary>Part, share of the sum, life in years, upkeep a year.</summary>
    public static readonly (string Part, double Share, int Life, double Maintenance)[] Parts =
    [
        ("plants", 0.30, 30, 0.01),
        ("pipes", 0.60, 40, 0.005),
        ("tanks", 0.05, 40, 0.005),
        ("pumps", 0.05, 15, 0.02),
    ];
}
