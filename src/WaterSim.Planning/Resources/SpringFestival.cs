using System.Globalization;

namespace WaterSim.Planning.Resources;

/// <summary>Days of the Spring Festival by the Chinese lunisolar calendar.</summary>
public static class SpringFestival
{
    /// <summary>First year whose New Year's Eve is known.</summary>
    public const int FirstYear = 1901;

    /// <summary>Last year whose New Year's Eve is known.</summary>
    public const int LastYear = 2100;

    // Day numbers of New Year's Eve of each year: the calendar computes long.
    private static readonly int[] Eves = Compute();

    /// <summary>New Year's Eve (除夕): the day before the first day of the lunar year that begins in a year.</summary>
    /// <param name="year">Year of the common calendar, <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is beyond those the calendar knows.</exception>
    public static DateOnly NewYearsEve(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return DateOnly.FromDayNumber(Eves[year - FirstYear]);
    }

    /// <summary>Whether a day lies in a stretch of days about a New Year's Eve; false of years the calendar does not know.</summary>
    /// <param name="day">The day.</param>
    /// <param name="before">Days before New Year's Eve on which the stretch begins; not negative.</param>
    /// <param name="after">Days after New Year's Eve on which it ends; not negative.</param>
    public static bool Holds(DateOnly day, int before, int after)
    {
        for (var year = Math.Max(FirstYear, day.Year - 1); year <= Math.Min(LastYear, day.Year + 1); year++)
        {
            var from = Eves[year - FirstYear];
            if (day.DayNumber >= from - before && day.DayNumber <= from + after)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Compute()
    {
        var calendar = new ChineseLunisolarCalendar();
        var eves = new int[LastYear - FirstYear + 1];
        for (var i = 0; i < eves.Length; i++)
        {
            eves[i] = DateOnly.FromDateTime(calendar.ToDateTime(FirstYear + i, 1, 1, 0, 0, 0, 0)).DayNumber - 1;
        }

        return eves;
    }
}
