using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Indicators;

/// <summary>
/// Two clear wells on a main, a loop and a tree; 100 people at each letter:
/// <code>
/// CW1 -- A ==(two pumps)== B -- C      C and D and B form a loop, E hangs on D by DE
///        |                  \  /
///       CW2                  D -- E
/// </code>
/// </summary>
public sealed class SingleFailuresTests
{
    private static readonly SingleFailures Failures = Run().Failures;

    [Fact]
    public void A_link_is_worth_the_people_behind_it_that_have_no_other_way()
    {
        // Only DE has no way round it: pumps stand in parallel, wells too.
        var worst = Assert.Single(Failures.Links);

        Assert.Equal("DE", worst.Id);
        Assert.Equal(100, worst.People, 1e-9);
        Assert.Equal(100, Failures.PeopleOnOneWay, 1e-9);
    }

    [Fact]
    public void A_booster_is_lost_with_all_its_pumps()
    {
        var booster = Assert.Single(Failures.Boosters);

        Assert.Equal("P", booster.Id);
        Assert.Equal(400, booster.People, 1e-9);
    }

    [Fact]
    public void A_plant_that_another_can_stand_in_for_cuts_nobody_off()
    {
        Assert.Equal([("W1", 0.0), ("W2", 0.0)], Failures.Plants.Select(p => (p.Id, p.People)));

        // 0.05 + 0.03 m3/s treat what draws 5 x 2 L/s; without the larger 0.03 are left.
        Assert.Equal(3, Failures.CapacityReserve!.Value, 1e-9);
    }

    [Fact]
    public void Without_the_second_plant_all_hang_on_the_first_and_its_pipe()
    {
        var alone = Run(n => n with { Nodes = [.. n.Nodes.Where(i => i.Id != "CW2")], Links = [.. n.Links.Where(l => l.Id != "O2")] }, plants: 1).Failures;

        Assert.Equal([("O1", 500), ("DE", 100)], alone.Links.Select(l => (l.Id, Math.Round(l.People, 9))));
        Assert.Equal(500, Assert.Single(alone.Plants).People, 1e-9);
        Assert.Equal(500, alone.PeopleOnOneWay, 1e-9);
        Assert.Equal(0, alone.CapacityReserve);
    }

    [Fact]
    public void A_source_is_worth_the_people_whom_no_other_sources_water_can_reach()
    {
        // R1 feeds CW1 and so A; R2 feeds CW2 and so B to E; nothing joins A to B any more.
        Assert.Equal([("R1", 100.0), ("R2", 400.0)], SourcesLost());

        // With a raw main from R1 to CW2 too, R2 is missed by nobody; its water does not come through CW2 to CW1.
        Assert.Equal([("R1", 100.0), ("R2", 0.0)], SourcesLost(Pipe("R12", "R1", "CW2")));

        // A closed pipe between the zones is a way, since it can be opened.
        Assert.Equal([("R1", 0.0), ("R2", 0.0)], SourcesLost(Pipe("AB", "A", "B") with { InitialStatus = LinkStatus.Closed }));
    }

    [Fact]
    public void A_well_that_no_source_feeds_goes_on_when_sources_are_lost()
    {
        Assert.Equal([("R1", 0.0)], Run(n => Two(n) with { Links = [.. Two(n).Links.Where(l => l.Id is not ("I1" or "P1" or "P2"))] }, sources: ["R1"])
            .Failures.Sources.Select(s => (s.Id, s.People)));
    }

    private static IEnumerable<(string Id, double People)> SourcesLost(params Link[] more) =>
        Run(n => Two(n) with { Links = [.. Two(n).Links.Where(l => l is not Pump), .. more] }, sources: ["R1", "R2"])
            .Failures.Sources.Select(s => (s.Id, Math.Round(s.People, 9)));

    // Wells with a source each, and the second at B.
    private static Network Two(Network network) => network with
    {
        Nodes =
        [
            .. network.Nodes.Where(n => n is Junction),
            new Tank { Id = "CW1", Elevation = 40, InitialLevel = 5, MinimumLevel = 0, MaximumLevel = 10, Diameter = 20 },
            new Tank { Id = "CW2", Elevation = 40, InitialLevel = 5, MinimumLevel = 0, MaximumLevel = 10, Diameter = 20 },
            new Reservoir { Id = "R1", Head = 60 },
            new Reservoir { Id = "R2", Head = 60 },
        ],
        Links =
        [
            .. network.Links.Where(l => l.Id != "O2"),
            Pipe("O2", "CW2", "B"), Pipe("I1", "R1", "CW1"), Pipe("I2", "R2", "CW2"),
        ],
    };

    private static CountyIndicators Run(Func<Network, Network>? change = null, int plants = 2, string[]? sources = null)
    {
        string[] letters = ["A", "B", "C", "D", "E"];
        var network = new Network
        {
            Nodes =
            [
                .. letters.Select(id => new Junction { Id = id, Demands = [new(0.002)] }),
                new Reservoir { Id = "CW1", Head = 50 },
                new Reservoir { Id = "CW2", Head = 50 },
            ],
            Links =
            [
                Pipe("O1", "CW1", "A"), Pipe("O2", "CW2", "A"), Pipe("BC", "B", "C"), Pipe("BD", "B", "D"), Pipe("CD", "C", "D"), Pipe("DE", "D", "E"),
                new Pump { Id = "P1", FromNode = "A", ToNode = "B", Power = 1000 },
                new Pump { Id = "P2", FromNode = "A", ToNode = "B", Power = 1000, InitialStatus = LinkStatus.Closed },
            ],
        };
        network = change?.Invoke(network) ?? network;
        var basis = IndicatorCounty.System;
        var system = basis with
        {
            People = 500,
            Sources = [.. (sources ?? []).Select(id => basis.Sources[0] with { Id = id, Plants = [] })],
            Tanks = [],
            Demand = null,
            Dispatch = null,
            Chlorine = null,
            Economy = null,
            Plants = [.. new[] { Plant("1", 0.05), Plant("2", 0.03) }.Take(plants)],
            Boosters = sources is null ? [basis.Boosters[0] with { Id = "P", Duty = ["P1"], Standby = ["P2"] }] : [],
            Communities = [.. letters.Select(id => IndicatorCounty.Community(id, "Z", CommunityClass.Rural, 100) with { Nodes = [id] })],
        };
        return CountyIndicators.Of(ExtendedPeriod.Run(network), system);

        TreatmentPlant Plant(string number, double capacity) =>
            basis.Plants[0] with { Id = "W" + number, Capacity = capacity, Intake = [], ClearWell = "CW" + number, Outlets = ["O" + number], Node = "CW" + number };
    }

    private static Pipe Pipe(string id, string from, string to) =>
        new() { Id = id, FromNode = from, ToNode = to, Length = 100, Diameter = 0.3, Roughness = 120 };
}
