namespace JiaheLayout.Facts;

/// <summary>Demand through the year. Months and the festival's days are the plan's, all else is assumed.</summary>
internal static class YearDemand
{
    /// <summary>The year whose people and uses the file holds; found people are of 2021, found supply is of 2014.</summary>
    public const int BaseYear = 2026;

    public const double PeopleGrowth = 0.002;
    public const double PublicGrowth = 0.01;
    public const double IndustryGrowth = 0.02;

    /// <summary>Rural people who have a tap (found).</summary>
    public const double RuralPenetration = 0.95;

    /// <summary>
    /// February without the festival: the plan's 1.10 holds it, and here it has days of its own. With it the year's mean stays 1.
    /// </summary>
    public const double FebruaryOutsideFestival = 0.95;

    public const double DailyVariation = 0.03;

    public const int FestivalDaysBefore = 5;
    public const int FestivalDaysAfter = 10;

    /// <summary>435,000 people covered over 343,200 residents (derived).</summary>
    public const double FestivalRuralPeople = 1.27;

    /// <summary>Times 1.27 this is 1.46 in villages; the plan says 1.35-1.6.</summary>
    public const double FestivalPerHead = 1.15;

    public const double LeakageExponent = 1;

    public static readonly double[] Months = [0.98, FebruaryOutsideFestival, 0.94, 0.94, 0.98, 1.02, 1.10, 1.12, 1.05, 0.97, 0.92, 0.92];
}
