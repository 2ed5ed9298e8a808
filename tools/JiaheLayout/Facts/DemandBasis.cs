namespace JiaheLayout.Facts;

/// <summary>
/// The average day in the file: 45,000 m3/d (found for 2014) shared as the largest day's formula shares it - town 150 and
/// rural 100 L per person and day, x 1.15 for other uses, leakage 12 % of what leaves the plants (assumed).
/// </summary>
internal static class DemandBasis
{
    public const double AverageDayM3 = 45_000;
    public const double TownLitres = 150;
    public const double RuralLitres = 100;
    public const double OtherShare = 0.15;
    public const double LeakageShare = 0.12;

    /// <summary>Public and industrial use in villages, as a share of their domestic use; towns hold the rest (assumed).</summary>
    public const double RuralOtherShare = 0.06;

    public const int TownPeople = 150_000;
    public const int RuralPeople = 285_000;

    private const double DesignDomesticM3 = ((TownLitres * TownPeople) + (RuralLitres * RuralPeople)) / 1000;
    private const double Scale = AverageDayM3 * (1 - LeakageShare) / (1 + OtherShare) / DesignDomesticM3;

    /// <summary>Domestic use of one person in a town, L/s.</summary>
    public const double TownDomestic = TownLitres * Scale / 86_400;

    /// <summary>Domestic use of one person in a village, L/s.</summary>
    public const double RuralDomestic = RuralLitres * Scale / 86_400;

    /// <summary>Public and industrial use in a village, L/s per person.</summary>
    public const double RuralOther = RuralDomestic * RuralOtherShare;

    /// <summary>Public and industrial use in a town, L/s per person.</summary>
    public const double TownOther =
        ((DesignDomesticM3 * Scale * OtherShare / 86.4) - (RuralOther * RuralPeople)) / TownPeople;

    /// <summary>Leakage per unit of metered use.</summary>
    public const double LeakagePerUse = LeakageShare / (1 - LeakageShare);

    /// <summary>All water to one town person, leakage included, L/s.</summary>
    public const double TownTotal = (TownDomestic + TownOther) * (1 + LeakagePerUse);

    /// <summary>All water to one village person, leakage included, L/s.</summary>
    public const double RuralTotal = (RuralDomestic + RuralOther) * (1 + LeakagePerUse);

    /// <summary>Largest day over average day: 66,600 / 45,000.</summary>
    public const double LargestDay = 1.48;
}
