using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Results;

namespace WaterSim.Plots.Tests.Support;

/// <summary>A made-up year of networks/jiahe: wet in spring, with a drought from day 200 on that leaves some communities short.</summary>
internal static class JiaheYear
{
    private static readonly CountyReadResult Read = CountySystem.Load(Path.Combine(Shared.RepositoryRoot, "networks", "jiahe"));

    public static CountySystem County { get; } = Read.System!;

    public static Network Network { get; } = Read.Network!;

    public static FigureSet Draw(
        YearSeries series, CountySystem? county = null, string[]? without = null, FigureOptions? options = null) => YearFigures.Draw(
            series,
            county ?? County,
            Network,
            new LocalizedName("95 % dry year", "95%枯水年"),
            Summary(1_000_000, 500_000),
            [.. (without ?? []).Select((id, i) => new YearWithout(id, Summary(1_000_000 + (300_000 * (i - 1)), 500_000 - (20_000 * (i - 1)))))],
            options);

    /// <param name="days">Number of days, up to the most points.</param>
    /// <param name="shortage">Share of need that the communities worst off are not given in the drought.</param>
    /// <param name="from">First day, or null for 1 January 2026.</param>
    /// <param name="hasStages">Whether the drought ladder is climbed.</param>
    public static YearSeries Make(int days = 365, double shortage = 0.9, DateOnly? from = null, bool hasStages = true)
    {
        var (reservoirs, all) = (County.Resources!.Reservoirs, Enumerable.Range(0, days).ToArray());
        var live = County.Sources.Select((s, i) => Each(k => s.Kind == SourceKind.Spring ? double.NaN : Live(k) - (0.01 * i))).ToArray();
        var missing = County.Communities.Select((_, i) => Each(k => k < 200 || i % 3 == 1 ? 0 : shortage * (i % 7) / 6)).ToImmutableArray();
        return new YearSeries
        {
            From = from ?? new DateOnly(2026, 1, 1),
            Days = days,
            DaysPerPoint = 1,
            Stage = [.. all.Select(k => !hasStages || k < 60 ? -1 : Math.Min(4, (k - 60) / 50))],
            DaysLeft = Each(k => 400 * Live(k)),
            Needed = Each(k => 40_000 + (1000 * Math.Sin(k))),
            Delivered = Each(k => (40_000 + (1000 * Math.Sin(k))) * (k < 200 ? 1 : 1 - (0.4 * shortage))),
            Leaked = Each(_ => 5000),
            Storage =
            [
                .. County.Sources.Select((s, i) => reservoirs.FirstOrDefault(r => r.Source == s.Id) is { } r
                    ? Stored(r, live[i]) : Each(_ => 0)),
            ],
            LiveShare = [.. live],
            Draw = [.. County.Sources.Select((s, i) => Each(k => s.Duty == SourceDuty.Standby && k < 150 ? 0 : 3000 + (500 * i)))],
            Output = [.. County.Plants.Select((_, i) => Each(k => (4000 + (800 * i)) * (k < 200 ? 1 : 0.7)))],
            Passed = [.. County.Interconnections.Select((x, i) => Each(k => (x.Id == "X23" ? -1 : 1) * (k < 30 * i ? 0 : 1500 + (10 * (k % 9)))))],
            Short = missing,
            Months =
            [
                .. all.GroupBy(k => (from ?? new DateOnly(2026, 1, 1)).AddDays(k - 1).Month).Take(12).Select((g, i) => new YearMonth(
                    new DateOnly(2026, i + 1, 1), 30, 1.2e6, 1.1e6, 3e6 - (2e5 * i), 2e5, 3e5, 1e5, 1e6, 1.3e6, i < 3 ? 4e5 : 0, 2e7 - (1e6 * i))),
            ],
        };

        ImmutableArray<double> Each(Func<int, double> value) => [.. all.Select(value)];

        static double Live(int k) => 0.2 + (0.7 * Math.Exp(-k * k / 40_000.0));
    }

    private static ImmutableArray<double> Stored(StorageReservoir reservoir, ImmutableArray<double> live)
    {
        var curve = new StorageCurve(reservoir.Curve);
        var (floor, normal) = (curve.Volume(reservoir.FloorLevel), curve.Volume(reservoir.NormalLevel));
        return [.. live.Select(share => floor + (share * (normal - floor)))];
    }

    private static YearSummary Summary(double personDays, double delivered) => new()
    {
        From = new DateOnly(2026, 1, 1),
        Days = 365,
        Communities = [],
        Sources = [],
        PlantOutput = [],
        Forward = [],
        Backward = [],
        Needed = 14e6,
        Delivered = delivered,
        Leaked = 0,
        TreatmentLoss = 0,
        TankGain = 0,
        PersonDaysShort = personDays,
        DaysShort = 100,
        StageDays = [],
        Disagreeing = [],
        LeastDaysLeft = 80,
        LeastDaysLeftOn = new DateOnly(2026, 12, 31),
        Cost = 0,
        Energy = 0,
        LargestDailyError = 0,
        BalanceError = 0,
        HydraulicDays = 0,
    };
}
