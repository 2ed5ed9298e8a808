using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// What every day brings: inflow of each source, rain and evaporation. Generated from a named year, or read from a CSV.
/// Immutable; the same system, year, dates and seed give the same numbers.
/// </summary>
public sealed class InflowSeries
{
    private readonly double[] _rain;
    private readonly double[] _evaporation;
    private readonly double[][] _inflow;

    internal InflowSeries(DateOnly from, double[] rain, double[] evaporation, double[][] inflow)
    {
        From = from;
        _rain = rain;
        _evaporation = evaporation;
        _inflow = inflow;
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>Number of days.</summary>
    public int Days => _rain.Length;

    /// <summary>Number of sources, in the order of <see cref="CountySystem.Sources"/>.</summary>
    public int SourceCount => _inflow.Length;

    /// <summary>Inflow of a day, m3: of a reservoir from its catchment, of a spring its yield.</summary>
    /// <param name="source">Position in <see cref="CountySystem.Sources"/>.</param>
    /// <param name="day">Days since <see cref="From"/>.</param>
    public double Inflow(int source, int day) => _inflow[source][day];

    /// <summary>Rain of a day, m.</summary>
    /// <param name="day">Days since <see cref="From"/>.</param>
    public double Rain(int day) => _rain[day];

    /// <summary>Evaporation of a day from open water, m.</summary>
    /// <param name="day">Days since <see cref="From"/>.</param>
    public double Evaporation(int day) => _evaporation[day];

    /// <summary>Generates a named year, repeated for each calendar year; see <c>InflowGenerator</c> for how.</summary>
    /// <param name="system">The county.</param>
    /// <param name="year">Id of one of its years that has no series of its own.</param>
    /// <param name="from">The first day.</param>
    /// <param name="days">Number of days, 1 or more.</param>
    /// <param name="seed">Of another seed, rain falls on other days and months depart otherwise.</param>
    /// <exception cref="ArgumentException">The county has no such year, or nothing to generate it from.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such days.</exception>
    public static InflowSeries Generate(CountySystem system, string year, DateOnly from, int days, long seed)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(year);
        CheckDays(from, days);
        if (system.Resources is not { } scheme)
        {
            throw new ArgumentException("The system says nothing of its sources' water.", nameof(system));
        }

        var named = scheme.Years.FirstOrDefault(y => string.Equals(y.Id, year, StringComparison.Ordinal))
            ?? throw new ArgumentException($"The system has no year '{year}'.", nameof(year));
        return named.Series is null
            ? InflowGenerator.Generate(system, scheme, named, from, days, seed)
            : throw new ArgumentException($"Year '{year}' is read from a file.", nameof(year));
    }

    /// <summary>
    /// Reads a CSV whose columns are <c>date</c> (as 2026-01-31), <c>rain_mm</c>, <c>evaporation_mm</c> and
    /// <c>inflow_ID_m3</c> for every source, in any order; a line for every day without gaps.
    /// </summary>
    /// <param name="csvFile">The file, UTF-8.</param>
    /// <param name="system">The county whose sources it tells of.</param>
    /// <returns>The series, or diagnostics that say by line why there is none.</returns>
    public static (InflowSeries? Series, ImmutableArray<Diagnostic> Diagnostics) Read(string csvFile, CountySystem system)
    {
        ArgumentException.ThrowIfNullOrEmpty(csvFile);
        ArgumentNullException.ThrowIfNull(system);
        var bag = new DiagnosticBag(csvFile);
        var series = InflowCsv.Read(csvFile, system, bag);
        return (bag.HasErrors ? null : series, bag.ToImmutable());
    }

    /// <summary>A named year for some days: generated, or cut from its CSV.</summary>
    /// <param name="system">The county.</param>
    /// <param name="systemFile">Its system file, beside which a year's CSV lies; empty where the year has none.</param>
    /// <param name="year">Id of one of its years.</param>
    /// <param name="from">The first day.</param>
    /// <param name="days">Number of days, 1 or more.</param>
    /// <param name="seed">As for <see cref="Generate"/>; a CSV knows no seed.</param>
    /// <returns>The series, or diagnostics that say why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no such days.</exception>
    public static (InflowSeries? Series, ImmutableArray<Diagnostic> Diagnostics) Of(
        CountySystem system, string systemFile, string year, DateOnly from, int days, long seed)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(systemFile);
        ArgumentNullException.ThrowIfNull(year);
        CheckDays(from, days);
        var bag = new DiagnosticBag(systemFile);
        if (system.Resources is not { } scheme)
        {
            bag.Error(
                "WS4039", 1, 1, "the file says nothing of its sources' water", "Add 'resources:' with climate, storage and years.");
            return (null, bag.ToImmutable());
        }

        var named = scheme.Years.FirstOrDefault(y => string.Equals(y.Id, year, StringComparison.Ordinal));
        if (named is null)
        {
            bag.Error(
                "WS4039", 1, 1, $"there is no year '{Printable.Text(year)}'",
                $"Known are: {string.Join(", ", scheme.Years.Select(y => y.Id))}.");
            return (null, bag.ToImmutable());
        }

        if (named.Series is null)
        {
            return (InflowGenerator.Generate(system, scheme, named, from, days, seed), []);
        }

        ArgumentException.ThrowIfNullOrEmpty(systemFile);
        var file = NetworkPath.Resolve(systemFile, new YamlText(named.Series, IsPlain: true, 1, 1), bag, NetworkPath.Series);
        if (file is null)
        {
            return (null, bag.ToImmutable());
        }

        var (series, found) = Read(file, system);
        return series is null ? (null, found) : Cut(series, file, from, days, found);
    }

    /// <summary>Some of its days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="days">Number of days.</param>
    /// <returns>A series of just these, or null where it does not have them all.</returns>
    public InflowSeries? Cut(DateOnly from, int days)
    {
        var skip = from.DayNumber - From.DayNumber;
        if (skip < 0 || days < 1 || days > Days - skip)
        {
            return null;
        }

        var part = skip..(skip + days);
        return new InflowSeries(from, _rain[part], _evaporation[part], [.. _inflow.Select(i => i[part])]);
    }

    private static (InflowSeries? Series, ImmutableArray<Diagnostic> Diagnostics) Cut(
        InflowSeries whole, string file, DateOnly from, int days, ImmutableArray<Diagnostic> found)
    {
        if (whole.Cut(from, days) is { } part)
        {
            return (part, found);
        }

        var bag = new DiagnosticBag(file);
        var last = whole.From.AddDays(whole.Days - 1);
        bag.Error(
            "WS4043", from < whole.From ? 2 : whole.Days + 1, 1,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the series runs from {whole.From:yyyy-MM-dd} to {last:yyyy-MM-dd}, wanted is {from:yyyy-MM-dd} to {from.AddDays(days - 1):yyyy-MM-dd}"),
            "Ask for days within it or add the missing ones.");
        return (null, found.AddRange(bag.ToImmutable()));
    }

    private static void CheckDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        if (days - 1 > DateOnly.MaxValue.DayNumber - from.DayNumber)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, "The calendar ends before.");
        }
    }
}
