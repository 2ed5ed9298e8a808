namespace JiaheLayout.Facts;

/// <summary>Rain, evaporation, runoff, the spring and the named years: assumed, from gazetteers of neighbouring counties.</summary>
internal static class Climate
{
    public const int RainMm = 1420;

    public const int EvaporationMm = 1050;

    public const double RunoffCoefficient = 0.55;

    public static readonly double[] RainPercent = [5, 7, 9, 11.5, 13, 12.5, 9, 10.5, 6, 6, 6, 4.5];

    public static readonly double[] InflowPercent = [4, 6, 9.5, 13.5, 16.5, 16, 9, 9, 5, 4, 4, 3.5];

    public static readonly double[] EvaporationPercent = [3.5, 3.5, 5, 7, 9, 10.5, 16, 15, 11.5, 8.5, 6, 4.5];

    public const string Spring = "R-DS";

    public const int SpringMemoryDays = 90;

    public static readonly (double Wetness, int M3d)[] SpringYield = [(0.25, 4000), (1, 9000)];

    /// <summary>Id, names, and factors on rain, inflow and evaporation as the file writes them, then the scatter of months.</summary>
    public static readonly (string Id, string En, string Zh, string Factors)[] Years =
    [
        ("average", "Average year", "平水年", ""),
        ("wet", "Wet year", "丰水年", ", rain: 1.25, inflow: 1.4, evaporation: 0.95"),
        ("dry95", "95 % dry year", "95%枯水年", ", rain: 0.68, inflow: [0.5, 0.5, 0.55, 0.55, 0.55, 0.5, 0.45, 0.4, 0.4, 0.45, 0.5, 0.5], evaporation: 1.08"),
        ("drought2014", "Drought like that of 2014", "类2014年干旱",
            ", rain: [0.9, 1, 1, 1.1, 1.05, 0.9, 0.6, 0.35, 0.25, 0.5, 0.9, 0.9], inflow: [0.8, 0.9, 1, 1.1, 1.05, 0.9, 0.5, 0.35, 0.3, 0.4, 0.7, 0.8], evaporation: [1, 1, 1, 1, 1, 1, 1.15, 1.2, 1.2, 1.1, 1, 1]"),
        ("drought2022", "Drought like that of 2022", "类2022年干旱",
            ", rain: [1.1, 1.3, 1.1, 1.1, 1.15, 1.1, 0.4, 0.15, 0, 0.05, 0.6, 0.7], inflow: [1.1, 1.3, 1.1, 1.1, 1.15, 1.1, 0.45, 0.2, 0.1, 0.1, 0.5, 0.6], evaporation: [1, 1, 1, 1, 1, 1, 1.25, 1.35, 1.35, 1.25, 1, 1]"),
        ("random", "Year drawn at random", "随机年", ", variation: 0.45, persistence: 0.3, correlation: 0.85"),
    ];
}
