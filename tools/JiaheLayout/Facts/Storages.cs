namespace JiaheLayout.Facts;

/// <summary>The reservoirs' storage, all assumed; normal level is that of <see cref="WaterSources"/>.</summary>
internal static class Storages
{
    /// <summary>How volume grows with height where the reservoir is steep enough: V ~ h^2.4; the exponent is then fitted.</summary>
    public const double UsualExponent = 2.4;

    /// <summary>Height of the spillway's crest wall above normal level, m: the curve goes on so far.</summary>
    public const double FreeboardM = 2;

    /// <summary>Seepage, a share of what is stored.</summary>
    public const double SeepagePerDay = 0.0002;

    /// <summary>Left to the stream all year, a share of an average year's inflow.</summary>
    public const double StreamShare = 0.1;

    /// <summary>When fields take their water, % of the year's, January first: early and late rice.</summary>
    public static readonly double[] FieldMonths = [0, 0, 0, 5, 12, 13, 25, 25, 15, 5, 0, 0];

    public static readonly Storage[] All =
    [
        new("R-PJ", 12.0, 9.6, 20, 318, 310, 0.31, 0.8),
        new("R-PT", 8.5, 6.8, 14, 331, 324, 0.49, 0.6),
        new("R-JS", 3.2, 2.6, 6, 361, 356, 0.42, 0.6),
        new("R-ZS", 2.8, 2.2, 5, 328, 323, 0.38, 0.6),
        new("R-GAO", 4.0, 3.2, 7, 314, 308, 0.39, 0.6),
        new("R-JL", 2.0, 1.6, 4, 311, 306, 0.42, 0.6),
        new("R-QJ", 6.0, 4.8, 10, 333, 327, 0.5, 0.85),
        new("R-SK", 1.8, 1.4, 3.5, 321, 316, 0.5, 0.85),
        new("R-GZ", 1.5, 1.2, 3, 336, 331, 0.5, 0.85),
    ];
}
