using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class StandardsCheckTests
{
    [Fact]
    public void Each_standard_tells_the_worst_and_how_many_people_miss_it()
    {
        // Town: 21 to 25 m, owed 20 m. Village: 11 to 15 m, owed 12 m, 0.504 m3 a head.
        var results = With(new ServiceStandards { MaximumHead = 24, HydrantHead = 21, RuralPerHead = 0.6 });

        Assert.Equal(new StandardResult(Standard.ServiceHead, null, 11, false, 500), results[Standard.ServiceHead]);
        Assert.Equal(new StandardResult(Standard.MaximumHead, 24, 25, false, 1000), results[Standard.MaximumHead]);
        Assert.Equal(new StandardResult(Standard.HydrantHead, 21, 21, true, 0), results[Standard.HydrantHead]);
        Assert.Equal((false, 500), (results[Standard.RuralPerHead].Passes, results[Standard.RuralPerHead].PeopleFailing));
        Assert.Equal(0.504, results[Standard.RuralPerHead].Value!.Value, 1e-12);
    }

    [Fact]
    public void What_holds_for_the_county_is_missed_by_all_or_none()
    {
        // Losses: (58 - 57 x 0.95) / 58 of what is supplied, 0.0664; energy over work 2.55.
        var results = With(new ServiceStandards { Leakage = 0.1, LeakageTarget = 0.05, PumpEnergyRatio = 2 });

        Assert.Equal((true, 0), (results[Standard.Leakage].Passes, results[Standard.Leakage].PeopleFailing));
        Assert.Equal((false, 1500), (results[Standard.LeakageTarget].Passes, results[Standard.LeakageTarget].PeopleFailing));
        Assert.Equal(3.85 / 58, results[Standard.Leakage].Value!.Value, 1e-12);
        Assert.Equal(false, results[Standard.PumpEnergy].Passes);
        Assert.Null(results[Standard.PumpEnergy].PeopleFailing);
    }

    [Theory]
    [InlineData(1e-5, true)]
    [InlineData(1e-3, false)]
    public void A_limit_is_not_missed_by_the_rounding_of_demands(double above, bool passes)
    {
        var limit = IndicatorCounty.Indicators.Losses.LossRate!.Value / (1 + above);

        Assert.Equal(passes, With(new ServiceStandards { Leakage = limit })[Standard.Leakage].Passes);
    }

    [Fact]
    public void Too_few_taps_are_missed_by_those_who_should_have_one()
    {
        // 80 % of 500 have a tap, 95 % should: 75 people.
        var results = With(new ServiceStandards { RuralPenetration = 0.95 });

        Assert.Equal(new StandardResult(Standard.RuralPenetration, 0.95, 0.8, false, 75), results[Standard.RuralPenetration]);
    }

    [Fact]
    public void What_has_no_limit_is_not_judged()
    {
        // Chlorine has limits, and was not followed.
        Assert.Equal([Standard.ServiceHead], With(null).Values.Where(r => r.Passes is not null).Select(r => r.Standard));
    }

    [Fact]
    public void What_the_run_did_not_follow_is_neither_held_nor_missed()
    {
        var system = IndicatorCounty.System with
        {
            Demand = null,
            Standards = new ServiceStandards { RuralPerHead = 0.06, RuralPenetration = 0.9 },
        };

        var unknown = IndicatorCounty.Of(system).Standards.Where(s => s.Passes is null).ToArray();

        Assert.Equal(
            [Standard.PlantChlorine, Standard.TapChlorine, Standard.MaximumChlorine, Standard.RuralPerHead, Standard.RuralPenetration],
            unknown.Select(s => s.Standard));
        Assert.Equal(0.9, unknown[4].Limit);
        Assert.All(unknown, s => Assert.Equal((null, null), (s.Value, s.PeopleFailing)));
    }

    [Fact]
    public void Chlorine_is_judged_at_plants_and_taps()
    {
        var (town, village) = (IndicatorCounty.System.Communities[0], IndicatorCounty.System.Communities[1]);
        var quality = IndicatorCounty.Quality(
            new CommunityQuality { Community = town, LowestChlorine = 0.05, HighestChlorine = 2.1 },
            new CommunityQuality { Community = village, LowestChlorine = 0.04, HighestChlorine = 0.5 }) with
        {
            Chlorine = new ChlorineSummary
            {
                Limits = new ChlorineLimits(0.3, 0.05, 2),
                PeopleAtOrAbove = 0,
                PeopleAboveMaximum = 0,
                Lowest = null,
                Below = [],
                Plants = [new PlantChlorine(IndicatorCounty.System.Plants[0], 0.31)],
                BalanceRatio = 1,
            },
        };
        var indicators = IndicatorCounty.Indicators;
        var service = RunSummary.Of(Results.HandMadeRun.Results, IndicatorCounty.System).Service!;

        var results = StandardsCheck
            .Of(IndicatorCounty.System, service, quality, indicators.Service, indicators.Losses, indicators.Energy)
            .ToDictionary(r => r.Standard);

        Assert.Equal(new StandardResult(Standard.PlantChlorine, 0.3, 0.31, true, null), results[Standard.PlantChlorine]);
        Assert.Equal(new StandardResult(Standard.TapChlorine, 0.05, 0.04, false, 500), results[Standard.TapChlorine]);
        Assert.Equal(new StandardResult(Standard.MaximumChlorine, 2, 2.1, false, 1000), results[Standard.MaximumChlorine]);
    }

    [Fact]
    public void A_years_reliability_is_by_volume_by_time_and_by_people()
    {
        // 10 days: the town short on 1, the village on 4. Delivered 95 + 40 of 100 + 50; by time (1000 x 0.9 + 500 x 0.6) / 1500 = 0.8.
        var system = IndicatorCounty.System with { Standards = new ServiceStandards { DaysShort = 4 } };
        var year = Year(new CommunityYear(100, 95, 1, 0.5, default, 0, 20), new CommunityYear(50, 40, 4, 0.2, default, 0, 10));

        var reliability = YearReliability.Of(system, year);

        Assert.Equal(0.9, reliability.ByVolume!.Value, 1e-12);
        Assert.Equal(0.8, reliability.ByTime!.Value, 1e-12);
        Assert.Equal((4, 1500), (reliability.WorstDaysShort, reliability.PeopleEverShort));
        Assert.Equal(new StandardResult(Standard.DaysShort, 4, 4, false, 500), reliability.Standard);
        Assert.Throws<ArgumentException>(() => YearReliability.Of(system, Year()));
    }

    private static Dictionary<Standard, StandardResult> With(ServiceStandards? standards) =>
        IndicatorCounty.Of(IndicatorCounty.System with { Standards = standards }).Standards.ToDictionary(r => r.Standard);

    private static YearSummary Year(params CommunityYear[] communities) => new()
    {
        From = new DateOnly(2026, 1, 1),
        Days = 10,
        Communities = [.. communities],
        Sources = [],
        PlantOutput = [],
        Forward = [],
        Backward = [],
        Needed = 0,
        Delivered = 0,
        Leaked = 0,
        TreatmentLoss = 0,
        TankGain = 0,
        PersonDaysShort = 0,
        DaysShort = 0,
        StageDays = [],
        Disagreeing = [],
        LeastDaysLeft = 0,
        LeastDaysLeftOn = default,
        Cost = 0,
        Energy = 0,
        LargestDailyError = 0,
        BalanceError = 0,
        HydraulicDays = 0,
    };
}
