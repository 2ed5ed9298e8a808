namespace JiaheLayout.Facts;

/// <summary>Limits of the standards; README.md says which are found and which are from memory. Chlorine has its own.</summary>
internal static class Limits
{
    public const double TapMaxM = 40;

    public const double HydrantMinM = 10;

    /// <summary>CJJ 92-2016, level 2.</summary>
    public const double LeakageMax = 0.12;

    public const double LeakageTarget = 0.09;

    public const double RuralMinL = 35;

    public const double RuralPenetrationMin = 0.95;

    /// <summary>95 % of a year.</summary>
    public const int DaysShortBelow = 18;

    /// <summary>An efficiency of 70 %.</summary>
    public const double PumpMaxKwh = 397;
}
