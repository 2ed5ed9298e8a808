namespace JiaheLayout.Facts;

/// <summary>
/// Free chlorine. Doses, coefficients, step and the start are assumed; the limits are from memory of GB 5749-2022.
/// </summary>
internal static class Chlorine
{
    /// <summary>What leaves a plant; the plan says 0.6-0.8.</summary>
    public const double PlantDoseMgPerL = 0.7;

    /// <summary>Elevated tanks and boosters raise water that comes below this...</summary>
    public const double RedoseBelowMgPerL = 0.2;

    /// <summary>...to this.</summary>
    public const double RedoseToMgPerL = 0.4;

    /// <summary>Reaction in the water: of treated reservoir and karst water 0.3-0.6 a day is used up.</summary>
    public const double BulkPerDay = -0.45;

    public const double PlantMinMgPerL = 0.3;

    public const double TapMinMgPerL = 0.05;

    public const double MaxMgPerL = 2;

    /// <summary>What water has at the start everywhere but in the sources; after some days nothing depends on it.</summary>
    public const double InitialMgPerL = 0.3;

    public const int StepMin = 5;

    /// <summary>
    /// Reaction at walls by inner diameter, m/d: polyethylene (up to dn160, 141 mm inside) 0.005-0.05, ductile iron (from
    /// DN150) 0.05-0.2.
    /// </summary>
    public static readonly (int FromMm, double MPerDay)[] Walls = [(0, -0.02), (145, -0.1)];
}
