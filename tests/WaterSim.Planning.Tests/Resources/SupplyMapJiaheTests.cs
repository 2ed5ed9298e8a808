using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

public sealed class SupplyMapJiaheTests
{
    private static readonly CountyReadResult Read =
        CountySystemReader.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe"));

    private static readonly CountySystem System = Read.System!;

    private static readonly SupplyMap Map = Make();

    [Fact]
    public void Every_plant_has_a_zone_of_its_own()
    {
        Assert.Equal(["W1", "W2", "W3", "W4", "W5", "W6", "W7"], Map.Zones.Select(z => z.Id));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Map.ZoneOfPlant);
        Assert.Equal(7 * 6, Map.GroupCount);
    }

    // As networks/jiahe/README.md says which plant feeds which town.
    [Theory]
    [InlineData("ZQ-C", "W1")]
    [InlineData("JP-C", "W1")]
    [InlineData("YJ-C", "W2")]
    [InlineData("TC-C", "W2")]
    [InlineData("LT-C", "W3")]
    [InlineData("HL-C", "W3")]
    [InlineData("GF-C", "W4")]
    [InlineData("SQ-C", "W5")]
    [InlineData("PM-C", "W6")]
    [InlineData("TP-C", "W7")]
    public void Every_town_lies_in_the_zone_of_its_plant(string town, string zone)
    {
        var at = System.Communities.Select(c => c.Id).ToList().IndexOf(town);
        Assert.Equal(zone, Map.Zones[Map.ZoneOfCommunity[at]].Id);
    }

    [Fact]
    public void Every_plant_draws_on_its_sources()
    {
        var found = Map.Intakes.Select(i =>
            $"{System.Plants[i.Plant].Id} {System.Sources[i.Source].Id} {Read.Network!.Links[i.Link].Id}");
        Assert.Equal(
            [
                "W1 R-PJ W1-IN", "W1 R-QJ W1-SB", "W2 R-PT W2-IN", "W3 R-JS W3-IN", "W4 R-ZS W4-IN", "W4 R-GZ W4-SB",
                "W5 R-GAO W5-IN", "W5 R-SK W5-SB", "W6 R-JL W6-IN", "W7 R-DS W7-IN",
            ],
            found);
    }

    [Fact]
    public void Every_interconnection_joins_the_zones_it_is_said_to_join()
    {
        Assert.Equal(System.Interconnections.Length, Map.Links.Length);
        for (var x = 0; x < Map.Links.Length; x++)
        {
            string[] said = [System.Interconnections[x].FirstPlant, System.Interconnections[x].SecondPlant];
            string[] found = [Map.Zones[Map.Links[x].From].Id, Map.Zones[Map.Links[x].To].Id];
            Assert.Equal(said.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Only_raw_water_lies_before_the_plants()
    {
        var before = Map.ZoneOfNode.Select((z, i) => (z, i)).Where(n => n.z < 0).Select(n => Read.Network!.Nodes[n.i].Id);
        Assert.Equal(
            System.Sources.Select(s => s.Id).Order(StringComparer.Ordinal), before.Order(StringComparer.Ordinal));
        Assert.Equal(17, Map.Zones.Sum(z => z.Tanks.Length));
        Assert.Equal(System.Communities.Length, Map.Zones.Sum(z => z.Communities.Length));
    }

    private static SupplyMap Make()
    {
        var (map, diagnostics) = SupplyMap.Of(System, Read.Network!);
        Assert.Empty(diagnostics);
        return map!;
    }
}
