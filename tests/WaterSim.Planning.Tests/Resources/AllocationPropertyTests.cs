using CsCheck;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>What holds for every county and day.</summary>
public sealed class AllocationPropertyTests
{
    // m3 by which rows of some 10,000 m3 may be off by rounding.
    private const double Volume = 1e-7;

    [Fact]
    public void Water_closes_in_every_source_plant_and_zone() => SupplyGenerator.Seeds.Sample(
        seed =>
        {
            var (county, day) = SupplyGenerator.Of(seed);
            var (map, allocation) = (county.Map, county.Allocate(day));
            for (var p = 0; p < county.Plants.Length; p++)
            {
                var drawn = map.Intakes.Select((k, i) => k.Plant == p ? allocation.Draw[i] : 0).Sum();
                Assert.Equal(drawn * (1 - county.Plants[p].Loss), allocation.Output[p], Volume);
            }

            for (var z = 0; z < county.Zones; z++)
            {
                var supplied = map.ZoneOfPlant.Select((zone, p) => zone == z ? allocation.Output[p] : 0).Sum()
                    + map.Links.Select((l, x) => (l.To == z ? allocation.Transfer[x] : 0) - (l.From == z ? allocation.Transfer[x] : 0)).Sum();
                var groups = Enumerable.Range(z * SupplyMap.GroupsPerZone, SupplyMap.GroupsPerZone);
                var given = groups.Sum(g => day.Demand[g] - allocation.Shortage[g]) + day.Extra[z] - allocation.ExtraShortage[z];
                Assert.Equal(given, supplied, Volume);
            }
        },
        iter: 300);

    [Fact]
    public void Nothing_is_more_or_less_than_it_can_be() => SupplyGenerator.Seeds.Sample(
        seed =>
        {
            var (county, day) = SupplyGenerator.Of(seed);
            var (map, allocation) = (county.Map, county.Allocate(day));
            for (var s = 0; s < county.Sources; s++)
            {
                var drawn = map.Intakes.Select((k, i) => k.Source == s ? allocation.Draw[i] : 0).Sum();
                Assert.InRange(drawn, 0, (day.Sources[s].IsUsed ? day.Sources[s].Available : 0) + Volume);
            }

            Assert.All(allocation.Draw, d => Assert.True(d >= 0));
            Assert.All(allocation.Output, (o, p) => Assert.InRange(o, 0, day.PlantCapacity[p]));
            Assert.All(allocation.Shortage, (s, g) => Assert.InRange(s, 0, day.Demand[g]));
            Assert.All(allocation.ExtraShortage, (s, z) => Assert.InRange(s, Math.Min(0, day.Extra[z]), Math.Max(0, day.Extra[z])));

            // A least flow is given up where it cannot be met, a most never.
            Assert.All(allocation.Transfer, (t, x) => Assert.InRange(t, Math.Min(0, day.LinkLeast[x]) - Volume, Math.Max(0, day.LinkMost[x]) + Volume));
        },
        iter: 300);

    [Fact]
    public void No_other_way_of_sharing_would_cost_less() => SupplyGenerator.Seeds.Sample(
        seed =>
        {
            var (county, day) = SupplyGenerator.Of(seed);
            using var optimum = new Optimum(county);

            Assert.True(optimum.Program(day), $"{optimum.Steps} steps did not settle it");
            optimum.Prove();
        },
        iter: 1000);

    [Fact]
    public void From_the_day_before_the_same_optimum_is_come_to_or_none()
    {
        const int Days = 1000;
        var gone = 0;

        SupplyGenerator.Seeds.Sample(
            seed =>
            {
                var random = new Random(seed);
                var county = SupplyGenerator.County(random);
                var (before, day) = (SupplyGenerator.Day(county, random), SupplyGenerator.Day(county, random));

                // Most mornings are like the one before.
                day = random.Next(2) == 0 ? day : before with { Demand = [.. before.Demand.Select(d => d * (0.9 + (0.2 * random.NextDouble())))] };
                using var optimum = new Optimum(county);
                Assert.True(optimum.Program(before));
                if (optimum.GoOn(day, optimum.Read(before)))
                {
                    Interlocked.Increment(ref gone);
                    optimum.Prove();
                }
            },
            iter: Days);

        Assert.InRange(gone, Days / 4, Days);
    }

    // Of consumers that one more m3 could reach none goes short while one of lower priority is served: those of the same zone, and of
    // zones from which a link could pass more.
    [Fact]
    public void People_are_short_only_where_everybody_after_them_gets_nothing() => SupplyGenerator.Seeds.Sample(
        seed =>
        {
            var (county, day) = SupplyGenerator.Of(seed);
            county = county with { Priorities = Supply.PeopleFirst };
            var allocation = county.Allocate(day);
            for (var z = 0; z < county.Zones; z++)
            {
                Check(z, z);
            }

            for (var x = 0; x < county.Links.Length; x++)
            {
                var (from, to) = (county.Links[x].From, county.Links[x].To);
                if (allocation.Transfer[x] < day.LinkMost[x] - Volume)
                {
                    Check(to, from);
                }

                // To give up what a link passes at least can cost more than one priority is above the next.
                if (allocation.Transfer[x] > day.LinkLeast[x] + Volume)
                {
                    Check(from, to);
                }
            }

            void Check(int shortZone, int servedZone)
            {
                for (var first = 0; first < county.Priorities.Length; first++)
                {
                    foreach (var after in county.Priorities.Skip(first + 1))
                    {
                        var served = SupplyMap.GroupOf(servedZone, after.Class, after.Use);
                        Assert.True(
                            allocation.Lacking(shortZone, county.Priorities[first].Class, county.Priorities[first].Use) < Volume
                                || day.Demand[served] - allocation.Shortage[served] < Volume,
                            $"zone {shortZone} lacks {county.Priorities[first]} and zone {servedZone} serves {after}");
                    }
                }
            }
        },
        iter: 500);

    [Fact]
    public void The_same_day_has_the_same_bits_whatever_was_allocated_in_between() => SupplyGenerator.Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var county = SupplyGenerator.County(random);
            using var fresh = county.Allocator();
            using var used = county.Allocator();
            var before = random.Next(2) == 0 ? null : used.Allocate(SupplyGenerator.Day(county, random));
            var day = SupplyGenerator.Day(county, random) with { Before = before };
            for (var others = random.Next(1, 5); others > 0; others--)
            {
                used.Allocate(SupplyGenerator.Day(county, random));
            }

            var (first, second) = (fresh.Allocate(day), used.Allocate(day));

            Assert.Equal(first.Draw, second.Draw);
            Assert.Equal(first.Output, second.Output);
            Assert.Equal(first.Transfer, second.Transfer);
            Assert.Equal(first.Shortage, second.Shortage);
            Assert.Equal(first.ExtraShortage, second.ExtraShortage);
            Assert.Equal(first.Limits, second.Limits);
            Assert.Equal(first.Cost, second.Cost);
        },
        iter: 300);

    [Fact]
    public void Without_any_water_everything_is_short_and_nothing_fails() => SupplyGenerator.Seeds.Sample(
        seed =>
        {
            var (county, day) = SupplyGenerator.Of(seed);

            var allocation = county.Allocate(day with
            {
                PlantCapacity = [.. day.PlantCapacity.Select(_ => 0.0)],
                LinkLeast = [.. day.LinkLeast.Select(_ => 0.0)],
                LinkMost = [.. day.LinkMost.Select(_ => 0.0)],
                Extra = [.. day.Extra.Select(e => Math.Max(0, e))],
            });

            Assert.All(allocation.Draw, d => Assert.Equal(0, d));
            Assert.All(allocation.Shortage, (s, g) => Assert.Equal(day.Demand[g], s, Volume));
            Assert.All(allocation.ExtraShortage, (s, z) => Assert.Equal(Math.Max(0, day.Extra[z]), s, Volume));
            Assert.Equal(0, allocation.Cost);
        },
        iter: 100);
}
