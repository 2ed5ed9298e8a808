using WaterSim.Planning.Tests.Results;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class ServiceIndicatorsTests
{
    private const double Exact = 1e-9;

    [Fact]
    public void Continuity_is_the_share_of_time_at_the_service_head_and_counts_people()
    {
        var service = IndicatorCounty.Indicators.Service;

        // The village, 12 m: 14 m at C for a third of the time, then 11 m. The town, 20 m: 25 and 22 m.
        Assert.Equal(1, service.Communities[0].Continuity, Exact);
        Assert.Equal(1.0 / 3, service.Communities[1].Continuity, Exact);
        Assert.Equal((1000 + (500 / 3.0)) / 1500, service.Continuity!.Value, Exact);
        Assert.Equal(24, service.HoursOfSupply!.Value, Exact);
        Assert.Equal((1500, 1000), (service.People, service.PeopleServed));
    }

    [Fact]
    public void Hours_without_pressure_are_hours_without_supply()
    {
        // Everything 12 m higher up: C has 14 - 12 = 2 m for the first hour, 11 - 12 = -1 m for the other two.
        var service = WaterSim.Planning.Indicators.CountyIndicators
            .Of(Lowered(12), IndicatorCounty.System).Service;

        Assert.Equal(8, service.Communities[1].HoursOfSupply, Exact);
        Assert.Equal(24, service.Communities[0].HoursOfSupply, Exact);
        Assert.Equal(((1000 * 24) + (500 * 8)) / 1500.0, service.HoursOfSupply!.Value, Exact);
    }

    [Fact]
    public void Use_per_head_is_that_of_households_and_of_those_who_have_a_tap()
    {
        var service = IndicatorCounty.Indicators.Service;

        // Villages: 2 + 0.3333 L/s = 201.6 m3 a day, 500 x 0.8 = 400 taps: 0.504 m3. Town: 10 L/s = 864 m3 a day for 1000.
        Assert.Equal(0.504, service.RuralPerHead!.Value, Exact);
        Assert.Equal(0.864, service.UrbanPerHead!.Value, Exact);
        Assert.Equal((1.0, 0.8), (service.UrbanPenetration!.Value, service.RuralPenetration!.Value));
    }

    [Fact]
    public void Coverage_counts_whom_a_source_reaches()
    {
        var service = IndicatorCounty.Indicators.Service;
        Assert.Equal((1.0, 1, 1), (service.Coverage!.Value, service.VillagesReached, service.Villages));

        var cut = WaterSim.Planning.Indicators.CountyIndicators.Of(Lowered(double.NaN), IndicatorCounty.System).Service;
        Assert.Equal((1000 / 1500.0, 0, 1), (cut.Coverage!.Value, cut.VillagesReached, cut.Villages));
        Assert.Equal(0, cut.Communities[1].HoursOfSupply);
    }

    [Fact]
    public void Without_the_demand_part_nothing_is_said_of_taps_and_households()
    {
        var service = IndicatorCounty.Of(HandMadeRun.System).Service;

        Assert.Null(service.RuralPenetration);
        Assert.Null(service.RuralPerHead);
        Assert.Null(service.Communities[0].DomesticPerHead);
    }

    // The hand-made run with the village's pressures less by some metres.
    private static Simulation.SimulationResults Lowered(double by)
    {
        var results = HandMadeRun.Make(IndicatorCounty.Network);
        return HandMadeRun.WithPressures(results, (node, p) => node is 1 or 2 ? p - by : p);
    }
}
