using WaterSim.Planning.County;
using WaterSim.Planning.Resources;
using WaterSim.Tests.Architecture;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>Days small enough to be shared out by hand.</summary>
public sealed class AllocationTests
{
    // m3: far below what anybody measures, above what rising prices of 1e-9 yuan/m3 round to.
    private const double Volume = 1e-3;

    private static readonly Supply Spring = new() { Plants = [new(Zone: 0, Loss: 0, Cost: 0.1, 0)] };

    // Zone 1 has its own source and plant, and gives to zone 0 through a link from zone 0 to zone 1.
    private static readonly Supply Neighbours = new()
    {
        Sources = 2,
        Zones = 2,
        Plants = [new(Zone: 0, Loss: 0.05, Cost: 0.1, 0), new(Zone: 1, Loss: 0.05, Cost: 0.1, 1)],
        Links = [new(From: 0, To: 1, Cost: 0.02)],
    };

    // Both plants of one zone, each with a reservoir of its own.
    private static readonly Supply Twins = new()
    {
        Sources = 2,
        Plants = [new(Zone: 0, Loss: 0.05, Cost: 0.1, 0), new(Zone: 0, Loss: 0.05, Cost: 0.1, 1)],
    };

    [Fact]
    public void Equal_reservoirs_are_drawn_down_alike_and_take_no_turns()
    {
        double[] live = [1.2e6, 1.2e6];

        foreach (var (allocation, _) in Days(Twins, live, 100))
        {
            Assert.Equal(5000, allocation.Draw[0], Volume);
            Assert.Equal(5000, allocation.Draw[1], Volume);
        }

        Assert.Equal(live[0], live[1], Volume);
    }

    [Fact]
    public void The_fuller_of_two_reservoirs_gives_all_until_they_are_alike()
    {
        double[] live = [1.2e6, 1e6];
        var gaps = new List<double>();

        foreach (var _ in Days(Twins, live, 100))
        {
            gaps.Add(live[0] - live[1]);
        }

        // 10,000 m3 a day make good 200,000 in 20 days, the last hundred in some more.
        Assert.Equal(190_000, gaps[0], Volume);
        Assert.Equal(10_000, gaps[18], Volume);
        Assert.All(gaps.Skip(19), g => Assert.InRange(g, -Volume, 100));
        Assert.All(gaps.Skip(25), g => Assert.Equal(0, g, Volume));
    }

    [Fact]
    public void The_linear_programme_is_needed_on_the_first_of_like_days_only()
    {
        var programmed = Days(Twins, [1.2e6, 1e6], 100).Count(d => d.IsProgrammed);

        Assert.Equal(1, programmed);
    }

    [Fact]
    public void A_dry_source_is_carried_by_its_neighbour()
    {
        var allocation = Neighbours.Allocate(Neighbours.Day
            .From(Supply.Reservoir(0, 1e7), Supply.Reservoir(1e6, 1e7))
            .Needing(0, CommunityClass.Urban, WaterUse.Domestic, 2800)
            .Needing(1, CommunityClass.Urban, WaterUse.Domestic, 1000)
            .Passing(0, least: -3000, most: 3000));

        Assert.Equal(0, allocation.Shortage.Sum(), Volume);
        Assert.Equal(-2800, allocation.Transfer[0], Volume);
        Assert.Equal([0, 4000], [allocation.Draw[0], Math.Round(allocation.Draw[1], 3)]);
        Assert.Equal((4000 * 0.95 * 0.1) + (2800 * 0.02), allocation.Cost, Volume);
    }

    [Fact]
    public void Beyond_the_link_the_shortage_is_exact_and_the_link_is_named()
    {
        var allocation = Neighbours.Allocate(Neighbours.Day
            .From(Supply.Reservoir(0, 1e7), Supply.Reservoir(1e6, 1e7))
            .Needing(0, CommunityClass.Urban, WaterUse.Domestic, 4000)
            .Needing(0, CommunityClass.Urban, WaterUse.Industry, 1000)
            .Needing(1, CommunityClass.Urban, WaterUse.Industry, 500)
            .Passing(0, least: -3000, most: 3000));

        Assert.Equal(1000, allocation.Lacking(0, CommunityClass.Urban, WaterUse.Domestic), Volume);
        Assert.Equal(1000, allocation.Lacking(0, CommunityClass.Urban, WaterUse.Industry), Volume);
        Assert.Equal(2000, allocation.Shortage.Sum(), Volume);
        Assert.Equal([(LimitKind.Source, "S1", 0), (LimitKind.Link, "X1", 3000)], allocation.Limits.Select(l => (l.Kind, l.Element, l.Limit)));

        // A m3 more serves a household, whose penalty of 80 yuan is 80.2 with a quarter of them short. Of raw water 0.05 are lost, its
        // treatment costs 0.1, and by the balance water of an empty reservoir costs 0.5.
        Assert.Equal(((80.2 - 0.1) * 0.95) - 0.5, allocation.Limits[0].Worth, 1e-4);
        Assert.InRange(allocation.Limits[1].Worth, 79, 80.2);
    }

    [Fact]
    public void A_full_plant_is_named_where_its_source_has_more()
    {
        var allocation = Spring.Allocate(Spring.Day
            .From(Supply.Spring(5000))
            .Treating(1000)
            .Needing(0, CommunityClass.Rural, WaterUse.Public, 1500));

        Assert.Equal(500, allocation.Lacking(0, CommunityClass.Rural, WaterUse.Public), Volume);
        Assert.Equal((LimitKind.Plant, "P1", 1000), allocation.Limits.Select(l => (l.Kind, l.Element, l.Limit)).Single());
    }

    [Theory]
    [InlineData(3000, 0, 0, 0, 0)]
    [InlineData(2000, 0, 0, 0, 300)]
    [InlineData(1400, 0, 0, 200, 700)]
    [InlineData(900, 0, 300, 400, 700)]
    [InlineData(500, 100, 600, 400, 700)]
    [InlineData(0, 600, 600, 400, 700)]
    public void A_springs_yield_serves_people_before_industry_and_villages_before_the_town(
        double yield, double villages, double town, double publicUse, double industry)
    {
        var allocation = Spring.Allocate(Spring.Day
            .From(Supply.Spring(yield))
            .Needing(0, CommunityClass.Rural, WaterUse.Domestic, 600)
            .Needing(0, CommunityClass.Urban, WaterUse.Domestic, 600)
            .Needing(0, CommunityClass.Urban, WaterUse.Public, 400)
            .Needing(0, CommunityClass.Urban, WaterUse.Industry, 700));

        Assert.Equal(villages, allocation.Lacking(0, CommunityClass.Rural, WaterUse.Domestic), Volume);
        Assert.Equal(town, allocation.Lacking(0, CommunityClass.Urban, WaterUse.Domestic), Volume);
        Assert.Equal(publicUse, allocation.Lacking(0, CommunityClass.Urban, WaterUse.Public), Volume);
        Assert.Equal(industry, allocation.Lacking(0, CommunityClass.Urban, WaterUse.Industry), Volume);
    }

    [Fact]
    public void A_shortage_of_one_priority_is_shared_among_zones_by_their_need()
    {
        var allocation = Neighbours.Allocate(Neighbours.Day
            .From(Supply.Reservoir(3000 / 0.95, 1e7), Supply.Spring(0))
            .Needing(0, CommunityClass.Urban, WaterUse.Domestic, 4000)
            .Needing(1, CommunityClass.Urban, WaterUse.Domestic, 2000)
            .Passing(0, least: 0, most: 5000));

        // But for what passing the link costs: 0.02 yuan of the 0.8 by which the last m3 of a group outweighs its first, of 4000 m3.
        const double LinkCost = 4000 * 0.02 / 0.8;
        Assert.Equal(2000, allocation.Lacking(0, CommunityClass.Urban, WaterUse.Domestic), LinkCost);
        Assert.Equal(1000, allocation.Lacking(1, CommunityClass.Urban, WaterUse.Domestic), LinkCost);
    }

    [Theory]
    [InlineData(700, 0, 200)]
    [InlineData(300, 0, 600)]
    [InlineData(200, 100, 600)]
    public void Leakage_cannot_be_refused_and_takes_its_water_before_consumers(double yield, double leakage, double people)
    {
        var allocation = Spring.Allocate(Spring.Day
            .From(Supply.Spring(yield))
            .Needing(0, CommunityClass.Rural, WaterUse.Domestic, 600)
            .Losing(0, 300));

        Assert.Equal(leakage, allocation.ExtraShortage[0], Volume);
        Assert.Equal(people, allocation.Shortage.Sum(), Volume);
    }

    [Fact]
    public void What_tanks_give_is_used_first_and_kept_where_nobody_needs_it()
    {
        var day = Spring.Day.From(Supply.Spring(0)).Losing(0, -300);

        var short1 = Spring.Allocate(day.Needing(0, CommunityClass.Urban, WaterUse.Industry, 1000));
        var kept = Spring.Allocate(day.Needing(0, CommunityClass.Urban, WaterUse.Industry, 100));

        Assert.Equal((700, 0), (Math.Round(short1.Shortage.Sum(), 3), Math.Round(short1.ExtraShortage[0], 3)));
        Assert.Equal((0, -200), (Math.Round(kept.Shortage.Sum(), 3), Math.Round(kept.ExtraShortage[0], 3)));
    }

    [Fact]
    public void A_least_flow_is_kept_up_though_it_costs_and_given_up_before_anybody_is_short()
    {
        var day = Neighbours.Day
            .Needing(0, CommunityClass.Urban, WaterUse.Industry, 1000)
            .Needing(1, CommunityClass.Urban, WaterUse.Industry, 1000)
            .Passing(0, least: 400, most: 3000);

        var plenty = Neighbours.Allocate(day);
        var dry = Neighbours.Allocate(day.From(Supply.Reservoir(0, 1e7), Supply.Reservoir(1e6, 1e7)));

        Assert.Equal(400, plenty.Transfer[0], Volume);
        Assert.Equal(0, dry.Transfer[0], Volume);
        Assert.Equal([1000, 0], dry.Shortage.Where((_, g) => g % SupplyMap.GroupsPerZone == 2).Select(s => Math.Round(s, 3)));
    }

    [Fact]
    public void A_source_that_is_not_in_use_gives_nothing_and_is_not_named()
    {
        var allocation = Spring.Allocate(Spring.Day
            .From(Supply.Spring(5000) with { IsUsed = false })
            .Needing(0, CommunityClass.Urban, WaterUse.Domestic, 100));

        Assert.Equal((0, 100), (allocation.Draw[0], Math.Round(allocation.Shortage.Sum(), 6)));
        Assert.DoesNotContain(allocation.Limits, l => l.Kind == LimitKind.Source);
    }

    [Fact]
    public void The_linear_programme_is_what_was_approved()
    {
        using var allocator = Neighbours.Allocator();
        allocator.Allocate(Neighbours.Day
            .From(Supply.Reservoir(2e6, 1e7), Supply.Spring(900))
            .Treating(5000, 800)
            .Needing(0, CommunityClass.Urban, WaterUse.Domestic, 4000)
            .Needing(1, CommunityClass.Rural, WaterUse.Domestic, 500)
            .Losing(1, 50)
            .Passing(0, least: 100, most: 3000));

        Approval.Check(
            Path.Combine(RepositoryRoot.Path, "tests", "WaterSim.Planning.Tests", "Resources", "Approved", "allocation.lp"),
            allocator.ToText());
    }

    [Fact]
    public void An_input_that_does_not_fit_is_refused_in_words()
    {
        using var allocator = Neighbours.Allocator();
        var other = Spring.Allocate(Spring.Day);

        Assert.Contains("1 sources, the county 2", Refused(d => d.From(Supply.Spring(1))), StringComparison.Ordinal);
        Assert.Contains("demands one is not a finite number", Refused(d => d.Needing(0, CommunityClass.Urban, WaterUse.Public, double.NaN)), StringComparison.Ordinal);
        Assert.Contains("not of this county", Refused(d => d with { Before = other }), StringComparison.Ordinal);

        string Refused(Func<AllocationInput, AllocationInput> change) =>
            Assert.Throws<ArgumentException>(() => allocator.Allocate(change(Neighbours.Day))).Message;
    }

    // Days on which towns need 9500 m3, and nothing flows in.
    private static IEnumerable<(Allocation Allocation, bool IsProgrammed)> Days(Supply county, double[] live, int count)
    {
        using var allocator = county.Allocator();
        Allocation? before = null;
        for (var day = 0; day < count; day++)
        {
            before = allocator.Allocate(county.Day
                .From([.. live.Select(l => Supply.Reservoir(l, 2e6))])
                .Needing(0, CommunityClass.Urban, WaterUse.Domestic, 9500) with
            { Before = before });
            for (var s = 0; s < live.Length; s++)
            {
                live[s] -= before.Draw[s];
            }

            yield return (before, allocator.IsProgrammed);
        }
    }
}
