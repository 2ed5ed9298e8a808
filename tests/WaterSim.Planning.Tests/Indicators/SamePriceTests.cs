using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class SamePriceTests
{
    private const double Year = 365 * 86_400.0;

    [Fact]
    public void Costs_mix_as_waters_do()
    {
        // Node 1 gets water that cost 1. Node 2 gets as much straight for 3 as through node 1 for 1 + 2.
        var costs = CostTracing.UnitCosts(3, [new(0, 1, 2, 1), new(0, 2, 1, 3), new(1, 2, 1, 2)]);

        Assert.Equal([0, 1, 3], costs.Select(c => Math.Round(c, 12)));
    }

    [Fact]
    public void Water_through_a_tank_bears_both_ways()
    {
        // Node 1 gets 2 for 1 and 0.5 back from a tank at u + 0.5 + 0.5: 2.5 u = 2 + 0.5 (u + 1), so u = 1.25.
        var costs = CostTracing.UnitCosts(3, [new(0, 1, 2, 1), new(1, 2, 0.5, 0.5), new(2, 1, 0.5, 0.5)]);

        Assert.Equal(1.25, costs[1], 1e-12);
        Assert.Equal(1.75, costs[2], 1e-12);
    }

    [Fact]
    public void What_users_bear_is_what_the_ways_cost()
    {
        // A long chain, numbered against its flow, from which each node draws 1.
        const int Nodes = 200;
        var flows = Enumerable.Range(1, Nodes - 1).Select(i => new TracedFlow(i, i - 1, i, 1.0 / i)).ToArray();

        var costs = CostTracing.UnitCosts(Nodes, flows);

        Assert.Equal(Nodes - 1, costs.Take(Nodes - 1).Sum(), 1e-9);
    }

    [Fact]
    public void A_village_at_the_end_of_a_pipe_bears_the_pipe()
    {
        // A draws 10 L/s, B behind it 10. Pipes 1,000,000 over 10 years, shared by length times diameter: 100 m x 0.3 and 300 m x 0.1
        // the same, 50,000 a year each. OUT and 20,000 fixed are shared evenly: A 25,000 + 10,000, B 25,000 + 50,000 + 10,000.
        // At 0.2 yuan/m3 each pays 315,360 x 0.2 = 63,072: A 28,072 too much, B 21,928 too little.
        var price = Line(0.2).Price!;

        Assert.Equal([35_000, 85_000], price.Communities.Select(c => Math.Round(c.Cost, 3)));
        Assert.Equal(85_000 / 315_360.0, price.RuralUnitCost!.Value, 1e-9);
        Assert.Equal(35_000 / 315_360.0, price.UrbanUnitCost!.Value, 1e-9);
        Assert.Equal(21_928, price.CrossSubsidy, 1e-3);
        Assert.Equal(0, price.FiscalBackstop, 1e-3);
        Assert.Equal(500, price.PeopleSubsidised);
    }

    [Fact]
    public void Where_all_pay_too_little_the_rest_is_the_backstop()
    {
        // At 0.1 each pays 31,536: together 63,072 of 120,000.
        var indicators = Line(0.1);

        Assert.Equal(120_000 - 63_072, indicators.Price!.FiscalBackstop, 1e-3);
        Assert.Equal(0, indicators.Price.CrossSubsidy, 1e-3);
        Assert.Equal(indicators.Finance!.Subsidy, indicators.Price.FiscalBackstop, 1e-3);
    }

    [Fact]
    public void All_cost_of_a_run_is_borne_by_those_who_draw()
    {
        var indicators = IndicatorCounty.Indicators;

        Assert.Equal(indicators.Finance!.Cost, indicators.Price!.Communities.Sum(c => c.Cost), 1e-6);
        Assert.Equal(indicators.Finance.Billed, indicators.Price.Communities.Sum(c => c.Billed), 1e-6);
        Assert.Equal((2.0, 3.0), (indicators.Price.UrbanPrice, indicators.Price.RuralPrice));
    }

    // A clear well of fixed level, OUT to the town A, AB on to the village B.
    private static CountyIndicators Line(double tariff)
    {
        var network = new Network
        {
            Nodes =
            [
                new Junction { Id = "A", Elevation = 10, Demands = [new(0.010)] },
                new Junction { Id = "B", Elevation = 10, Demands = [new(0.010)] },
                new Reservoir { Id = "CW", Head = 90 },
            ],
            Links =
            [
                new Pipe { Id = "OUT", FromNode = "CW", ToNode = "A", Length = 100, Diameter = 0.3, Roughness = 120 },
                new Pipe { Id = "AB", FromNode = "A", ToNode = "B", Length = 300, Diameter = 0.1, Roughness = 120 },
            ],
            Times = new TimeOptions { Duration = TimeSpan.FromHours(2) },
        };
        var system = IndicatorCounty.System with
        {
            Sources = [],
            Tanks = [],
            Boosters = [],
            Demand = null,
            Dispatch = null,
            Chlorine = null,
            Plants = [IndicatorCounty.System.Plants[0] with { Intake = [] }],
            Communities =
            [
                IndicatorCounty.System.Communities[0],
                IndicatorCounty.System.Communities[1] with { Nodes = ["B"] },
            ],
            Economy = new EconomyScheme
            {
                Tariffs = [new Tariff(CommunityClass.Urban, tariff), new Tariff(CommunityClass.Rural, tariff)],
                Investments = [new Investment(AssetPart.Pipes, 1_000_000, 10, 0)],
                Interest = 0,
                FixedCost = 20_000,
                PipeCostExponent = 1,
            },
        };
        Assert.Equal(315_360, 0.010 * Year, 1e-6);
        return CountyIndicators.Of(ExtendedPeriod.Run(network, new RunOptions()), system);
    }
}
