using System.Globalization;

namespace WaterSim.Planning.Resources;

/// <summary>Days of the Spring Festival by the Chinese lunisolar calendar.</summary>
public static class SpringFestival
{
    /// <summary>First year whose New Year's Eve is known.</summary>
    public const int FirstYear = 1901;

    /// <summary>Last year whose New Year's Eve is known.</summary>
    public const int LastYear = 2100;

    private static readonly ChineseLunisolarCalendar Calendar = new();

    /// <summary>New Year's Eve (除夕): the day before the first day of the lunar year that begins in a year.</summary>
    /// <param name="year">Year of the common calendar, <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is beyond those the calendar knows.</exception>
    public static DateOnly NewYearsEve(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return DateOnly.FromDateTime(Calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0)).AddDays(-1);
    }

    /// <summary>Whether a day lies in a stretch of days about a New Year's Eve; false of years the calendar does not know.</summary>
    /// <param name="day">The day.</param>
    /// <param name="before">Days before New Year's Eve on which the stretch begins; not negative.</param>
    /// <param name="after">Days after New Year's Eve on which it ends; not negative.</param>
    public static bool Holds(DateOnly day, int before, int after)
    {
        for (var year = Math.Max(FirstYear, day.Year - 1); year <= Math.Min(LastYear, day.Year + 1); year++)
        {
            var from = NewYearsEve(year).DayNumber;
            if (day.DayNumber >= from - before && day.DayNumber <= from + after)
            {
                return true;
            }
        }

        return false;
    }
}
