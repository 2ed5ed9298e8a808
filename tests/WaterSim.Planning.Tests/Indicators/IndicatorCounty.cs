using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Planning.Tests.County;
using WaterSim.Planning.Tests.Results;

namespace WaterSim.Planning.Tests.Indicators;

/// <summary>
/// The hand-made run of <see cref="HandMadeRun"/> with what its county draws told apart:
/// <code>
/// node   households   others   leakage     mean drawn, L/s (a third of the first, two thirds of the second value)
/// A         60 %       40 %       0        10/3 + 20 x 2/3 = 16.667
/// B        100 %        0         0        2
/// C         50 %        0        50 %      1/3 + 0.5 x 2/3 = 0.667
/// </code>
/// In all 19.333 L/s: households 10 + 2 + 0.333, others 6.667, leakage 0.333. Of 500 villagers 80 % have a tap.
/// </summary>
internal static class IndicatorCounty
{
    public static Network Network { get; } = SmallCounty.Network with
    {
        Nodes =
        [
            new Junction { Id = "A", Elevation = 10, Demands = [new(0.006, null, "homes"), new(0.004, null, "works")] },
            new Junction { Id = "B", Elevation = 20, Demands = [new(0.002, null, "homes")] },
            new Junction { Id = "C", Elevation = 20, Demands = [new(0.0005, null, "homes"), new(0.0005, null, "leaks")] },
            .. SmallCounty.Network.Nodes.Skip(3),
        ],
        Energy = new EnergyOptions { Price = 0.5, PricePatternId = "DAY" },
        Patterns = [new Pattern("DAY", [1, 2, 2, 4])],
    };

    public static EconomyScheme Economy { get; } = new()
    {
        Tariffs = [new Tariff(CommunityClass.Urban, 2), new Tariff(CommunityClass.Rural, 3)],
        Investments =
        [
            new Investment(AssetPart.Pipes, 1_000_000, 10, 0.02),
            new Investment(AssetPart.Plants, 400_000, 20, 0.01),
        ],
        Interest = 0,
        FixedCost = 50_000,
        PipeCostExponent = 1,
        Consumption = new ConsumptionShares(0.01, 0.02, 0.03),
    };

    public static CountySystem System { get; } = HandMadeRun.System with
    {
        Demand = new DemandScheme
        {
            BaseYear = 2026,
            Classes = [new ClassDemand(CommunityClass.Urban, 0.1, 1), new ClassDemand(CommunityClass.Rural, 0.07, 0.8)],
            Uses =
            [
                new UseDemand { Use = WaterUse.Domestic, Categories = ["homes"] },
                new UseDemand { Use = WaterUse.Industry, Categories = ["works"] },
            ],
            Months = [.. Enumerable.Repeat(1.0, 12)],
            Leakage = new LeakageScheme(["leaks"], 1),
        },
        Dispatch = new DispatchScheme
        {
            RequiredPressure = 10,
            Plants = [new PlantOperation { Plant = "W", Loss = 0.2, ChemicalCost = 0.06, EnergyCost = 0.04, RawWaterCost = 0.08 }],
        },
        Economy = Economy,
    };

    public static CountyIndicators Indicators { get; } = Of(System);

    public static CountyIndicators Of(CountySystem system) => CountyIndicators.Of(HandMadeRun.Make(Network), system);

    /// <summary>Quality in which each community has the values given.</summary>
    public static CountyQuality Quality(params ImmutableArray<CommunityQuality> communities) => new()
    {
        Towns = [],
        Communities = communities,
    };

    public static Community Community(string id, string town, CommunityClass of, int people, double serviceHead = 10) => new()
    {
        Id = id,
        Name = new LocalizedName(id),
        Town = town,
        Class = of,
        People = people,
        ServiceHead = serviceHead,
        Nodes = ["N-" + id],
    };
}
