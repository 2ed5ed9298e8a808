using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// Makes daily inflow, rain and evaporation of a named year, repeated for every calendar year asked for.
/// <code>
/// month's rain         P a(m) f(m)
/// month's evaporation  E b(m) g(m), the same on all its days
/// month's inflow       F c P i(m) h(m) X(source, m)
/// day's inflow of it   (1 - q) / days + q u(d) / sum u     u(d) = k u(d-1) + rain(d)     q = Q min(f(m), 1)
/// </code>
/// P, E rain and evaporation of an average year, m; c runoff coefficient; F catchment, m2; a, b, i shares of months; f, g, h the
/// named year's factors; X departures (<see cref="MonthDepartures"/>). Of a month's inflow the share q follows the rain of the
/// last days (<see cref="RainDays"/>), the rest comes evenly; the drier the month, the less runs off at once. A month has its
/// total whatever its days, a February of 29 days that of 28. Rain and evaporation do not depart from their factors, and
/// before the first month the year was average: so springs begin as after an average year.
/// </summary>
internal sealed class InflowGenerator
{
    /// <summary>Share of an average month's inflow that follows its rain at once, -.</summary>
    private const double QuickShare = 0.6;

    /// <summary>Share of a day's quick flow that still runs on the next, -.</summary>
    private const double Recession = 0.6;

    /// <summary>Days over which quick flow is followed before the first month.</summary>
    private const int QuickMemory = 31;

    private readonly ResourceScheme _scheme;
    private readonly InflowYear _year;
    private readonly DateOnly _start;
    private readonly int _firstMonth;

    // By day from the start, whole months of memory before the first day included.
    private readonly int[] _months;
    private readonly int[] _indices;
    private readonly double[] _rain;
    private readonly double[] _evaporation;
    private readonly double[] _shape;
    private readonly MonthDepartures _departures;

    private InflowGenerator(CountySystem system, ResourceScheme scheme, InflowYear year, DateOnly from, int days, long seed)
    {
        (_scheme, _year) = (scheme, year);
        var memory = QuickMemory;
        foreach (var spring in scheme.Springs)
        {
            memory = Math.Max(memory, spring.Memory);
        }

        // No date comes before the first of the calendar.
        var first = new DateOnly(from.Year, from.Month, 1);
        var earliest = DateOnly.FromDayNumber(Math.Max(first.DayNumber - memory, 0));
        _start = new DateOnly(earliest.Year, earliest.Month, 1);
        _firstMonth = MonthsFrom(_start, first);
        var all = from.DayNumber - _start.DayNumber + days;
        _months = new int[all];
        _indices = new int[all];
        _rain = new double[all];
        _evaporation = new double[all];
        _shape = new double[all];
        MakeWeather(seed);
        _departures = new MonthDepartures(year, system.Sources.Length, _indices[^1] - _firstMonth + 1, seed);
    }

    public static InflowSeries Generate(CountySystem system, ResourceScheme scheme, InflowYear year, DateOnly from, int days, long seed)
    {
        var made = new InflowGenerator(system, scheme, year, from, days, seed);
        var inflow = new double[system.Sources.Length][];
        for (var k = 0; k < inflow.Length; k++)
        {
            var id = system.Sources[k].Id;
            inflow[k] = system.Sources[k].Kind == SourceKind.Spring
                ? made.Yields(scheme.Springs.Single(s => string.Equals(s.Source, id, StringComparison.Ordinal)), k, days)
                : made.Inflows(scheme.Reservoirs.Single(r => string.Equals(r.Source, id, StringComparison.Ordinal)), k, days);
        }

        return new InflowSeries(from, made._rain[^days..], made._evaporation[^days..], inflow);
    }

    private static int MonthsFrom(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private double[] Inflows(StorageReservoir reservoir, int source, int days)
    {
        var average = reservoir.Catchment * _scheme.Climate.RunoffCoefficient * _scheme.Climate.Rain;
        var made = new double[days];
        for (var d = 0; d < days; d++)
        {
            made[d] = average * Water(_shape.Length - days + d, source);
        }

        return made;
    }

    private double[] Yields(Spring spring, int source, int days)
    {
        var made = new double[days];
        for (var d = 0; d < days; d++)
        {
            var last = _shape.Length - days + d;
            var (water, average) = (0.0, 0.0);
            for (var day = Math.Max(last - spring.Memory + 1, 0); day <= last; day++)
            {
                water += Water(day, source);
                average += Average(day);
            }

            made[d] = SpringYield.At(spring.Yield, average > 0 ? water / average : 1);
        }

        return made;
    }

    /// <summary>A day's part of an average year's inflow, -.</summary>
    private double Average(int day) => _scheme.Climate.InflowShares[_months[day]] * _shape[day];

    /// <summary>The same in this year.</summary>
    private double Water(int day, int source) =>
        Average(day) * Factor(_year.InflowFactors, _indices[day], _months[day]) * _departures[source, _indices[day] - _firstMonth];

    private double Factor(ImmutableArray<double> factors, int index, int month) =>
        index < _firstMonth || factors.IsDefaultOrEmpty ? 1 : factors[month];

    private void MakeWeather(long seed)
    {
        var climate = _scheme.Climate;
        var quick = 0.0;
        Span<double> rain = stackalloc double[31];
        Span<double> flow = stackalloc double[31];
        for (var (index, day) = (0, 0); day < _rain.Length; index++)
        {
            var date = _start.AddMonths(index);
            var month = date.Month - 1;
            var length = DateTime.DaysInMonth(date.Year, date.Month);
            var factor = Factor(_year.RainFactors, index, month);

            // Whole months, also where what is asked for ends earlier: a longer series begins as a shorter one.
            RainDays.Fill(
                climate.Rain * climate.RainShares[month] * factor, rain[..length],
                new SeededSource(seed, SeedUse.RainDays, (date.Year * 12) + month));
            var sum = 0.0;
            for (var d = 0; d < length; d++)
            {
                quick = (Recession * quick) + rain[d];
                flow[d] = quick;
                sum += quick;
            }

            var share = sum > 0 ? QuickShare * Math.Min(factor, 1) : 0;
            var lost = climate.Evaporation * climate.EvaporationShares[month] * Factor(_year.EvaporationFactors, index, month) / length;
            for (var d = 0; d < length && day < _rain.Length; d++, day++)
            {
                (_months[day], _indices[day]) = (month, index);
                (_rain[day], _evaporation[day]) = (rain[d], lost);
                _shape[day] = ((1 - share) / length) + (share > 0 ? share * flow[d] / sum : 0);
            }
        }
    }
}
