using System.Collections.Immutable;
using CsCheck;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>
/// Counties and days made up by chance, with what makes corners: sources, plants and links that give nothing, the same twice, zones
/// without a plant, links within a zone, least flows that cannot be met, water that tanks give.
/// </summary>
internal static class SupplyGenerator
{
    /// <summary>Seeds of days: a failing test names its own.</summary>
    public static Gen<int> Seeds { get; } = Gen.Int[0, 1_000_000_000];

    public static (Supply County, AllocationInput Day) Of(int seed)
    {
        var random = new Random(seed);
        var county = County(random);
        return (county, Day(county, random));
    }

    public static Supply County(Random random)
    {
        var (zones, sources) = (random.Next(1, 6), random.Next(1, 7));
        return new Supply
        {
            Zones = zones,
            Sources = sources,
            Plants = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => new Supply.Works(
                random.Next(zones), Round(0.1 * random.NextDouble()), Round(0.2 * random.NextDouble()), [.. Some(random, sources)])
            {
                RawWater = Round(0.2 * random.NextDouble()),
            })],
            Links = [.. Enumerable.Range(0, random.Next(0, 8)).Select(_ =>
                new Supply.Main(random.Next(zones), random.Next(zones), random.Next(2) * 0.02))],
            Priorities = random.Next(4) == 0
                ? []
                : [.. Supply.PeopleFirst.Take(random.Next(3) == 0 ? random.Next(6) : 6)],
        };
    }

    public static AllocationInput Day(Supply county, Random random)
    {
        var most = county.Links.Select(_ => Volume(random, 5000)).ToArray();
        return county.Day with
        {
            Sources = [.. Enumerable.Range(0, county.Sources).Select(_ => Source(random))],
            PlantCapacity = [.. county.Plants.Select(_ => Volume(random, 10_000))],
            LinkLeast = [.. most.Select(m => random.Next(4) switch { 0 => -Volume(random, 5000), 1 => Math.Min(m, Volume(random, 5000)), _ => 0 })],
            LinkMost = [.. most],
            Demand = [.. county.Day.Demand.Select(_ => Volume(random, 3000))],
            Extra = [.. county.Day.Extra.Select(_ => Volume(random, 1000) - Volume(random, 500))],
            BalanceWeight = random.Next(3) switch { 0 => 0, 1 => 0.5, _ => 4 },
        };
    }

    private static SourceState Source(Random random)
    {
        var live = Volume(random, 1e6);
        return random.Next(3) == 0
            ? Supply.Spring(Volume(random, 5000))
            : new SourceState(random.Next(2) == 0 ? live : live / 90, live, live + Volume(random, 1e6) + 1, random.Next(5) > 0);
    }

    // A third nothing, a third a round number that others have too.
    private static double Volume(Random random, double most) => random.Next(3) switch
    {
        0 => 0,
        1 => most / (1 << random.Next(4)),
        _ => most * random.NextDouble(),
    };

    private static double Round(double value) => Math.Round(value, 2);

    private static IEnumerable<int> Some(Random random, int count) =>
        Enumerable.Range(0, count).Where(_ => random.Next(count) < 2).ToArray();
}
