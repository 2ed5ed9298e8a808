namespace JiaheLayout.Facts;

/// <summary>Patterns of the day, hours 0-23; shapes assumed. Tariff hours found (secondary), tariff ratios assumed.</summary>
internal static class DayPatterns
{
    public static readonly DayPattern Town = new("TOWN", "town households", [
        .45, .38, .34, .33, .36, .55, .96, 1.41, 1.46, 1.26, 1.13, 1.21,
        1.33, 1.09, .96, .93, .99, 1.19, 1.46, 1.59, 1.56, 1.36, 1.01, .69]);

    public static readonly DayPattern Rural = new("RURAL", "village households", [
        .25, .20, .18, .18, .28, .76, 1.56, 1.77, 1.31, .96, .91, 1.36,
        1.45, .81, .61, .61, .81, 1.36, 2.02, 2.22, 1.87, 1.31, .76, .45]);

    public static readonly DayPattern Festival = new("FESTIVAL", "village households at Spring Festival; for scenarios, no demand uses it here", [
        .41, .29, .23, .23, .32, .73, 1.24, 1.56, 1.47, 1.33, 1.28, 1.42,
        1.34, .96, .87, .92, 1.19, 1.56, 1.65, 1.42, 1.19, 1.01, .78, .60]);

    public static readonly DayPattern Industry = new("INDUSTRY", "industry, schools, offices, public use", [
        .55, .55, .55, .55, .55, .60, .80, 1.24, 1.54, 1.59, 1.54, 1.29,
        1.12, 1.39, 1.54, 1.54, 1.44, 1.19, .94, .84, .80, .70, .60, .55]);

    public static readonly DayPattern Leakage = new("LEAKAGE", "leakage, all day alike", [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);

    public static readonly DayPattern Tariff = new("TARIFF", "electricity price over 0.65 yuan/kWh: valley 0.4, flat 1, peak 1.6", [
        .4, .4, .4, .4, .4, .4, 1, 1, 1, 1, 1, 1, .4, .4, 1, 1, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6]);

    public static readonly DayPattern[] All = [Town, Rural, Festival, Industry, Leakage, Tariff];
}
