using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.County;

public sealed class CountySystemReaderTests
{
    [Fact]
    public void A_good_file_is_read_whole()
    {
        var result = SmallCounty.Read(SmallCounty.Yaml);

        Assert.Empty(result.Diagnostics);
        var system = Assert.IsType<CountySystem>(result.System);
        Assert.Equal(new LocalizedName("Small County", "小县"), system.Name);
        Assert.Equal("小县", system.Name.In("zh-CN"));
        Assert.Equal("Small County", system.Name.In("en"));
        Assert.Equal(new MapOrigin(112.37, 25.64), system.Origin);
        Assert.Equal(1500, system.People);
        var plant = Assert.Single(system.Plants);
        Assert.Equal(0.1, plant.Capacity, 1e-15);
        Assert.Equal(["OUT"], plant.Outlets);
        Assert.Equal(["W"], Assert.Single(system.Sources).Plants);
        Assert.Equal(["PB"], Assert.Single(system.Boosters).Standby);
        Assert.Equal(["B", "C"], system.Communities[1].Nodes);
        Assert.Equal(CommunityClass.Rural, system.Communities[1].Class);
        Assert.Equal(12, system.Communities[1].ServiceHead);
        Assert.Equal(2, result.Files.Length);
    }

    [Fact]
    public void The_file_itself_may_be_named_instead_of_its_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("network.inp", "");
        var file = folder.Write("other.yaml", SmallCounty.Yaml);

        var result = CountySystemReader.Load(file, _ => (SmallCounty.Network, []));

        Assert.NotNull(result.System);
        Assert.Equal([file, folder.At("network.inp")], result.Files);
    }

    [Theory]
    [InlineData("WS4005", "watersim-system/1", "@watersim-system/2")]
    [InlineData("WS4006", "people: 1500\nsources", "people: 1500\n@poeple: 3\nsources")]
    [InlineData("WS4006", "villages: 1 }", "villages: 1, @mayor: Li }")]
    [InlineData("WS4007", "- { id: Z, name: { en: Town }, people: 1500", "- @{ id: Z, name: { en: Town }")]
    [InlineData("WS4007", "duty: [PA]", "duty: @[]")]
    [InlineData("WS4007", "town: Z, duty: [PA]", "town: @~, duty: [PA]")]
    [InlineData("WS4008", "people: 1500\nsources", "people: 1500\n@people: 1500\nsources")]
    [InlineData("WS4009", "capacity_m3d: 8640", "capacity_m3d: @much")]
    [InlineData("WS4009", "capacity_m3d: 8640", "capacity_m3d: @.nan")]
    [InlineData("WS4009", "capacity_m3d: 8640", "capacity_m3d: @\"8640\"")]
    [InlineData("WS4006", "capacity_m3d: 8640", "capacity_m3d: 8,@640")]
    [InlineData("WS4009", "people: 1000", "people: @1000.5")]
    [InlineData("WS4009", "nodes: [A]", "nodes: @A")]
    [InlineData("WS4009", "nodes: [A]", "nodes: [@[A]]")]
    [InlineData("WS4009", "name: { en: Works }", "name: @Works")]
    [InlineData("WS4009", "interconnections: []", "interconnections: @{}")]
    [InlineData("WS4009", "interconnections: []", "interconnections: [@7]")]
    [InlineData("WS4009", "origin: { lon: 112.37, lat: 25.64 }", "origin: @here")]
    [InlineData("WS4010", "people: 500", "people: @-500")]
    [InlineData("WS4010", "people: 500", "people: @99999999999")]
    [InlineData("WS4010", "capacity_m3d: 8640", "capacity_m3d: @0")]
    [InlineData("WS4010", "service_head_m: 12", "service_head_m: @-1")]
    [InlineData("WS4010", "lat: 25.64", "lat: @95")]
    [InlineData("WS4011", "kind: reservoir", "kind: @river")]
    [InlineData("WS4011", "class: rural", "class: @Rural")]
    [InlineData("WS4012", "id: Z-V", "id: @\"Z V\"")]
    [InlineData("WS4012", "id: Z-V", "id: @\"Z\\e[2J\"")]
    [InlineData("WS4012", "id: Z-V", "id: @\"\"")]
    [InlineData("WS4012", "en: Village", "en: @\"Vil\\u202Elage\"")]
    [InlineData("WS4012", "en: Village", "en: @\" \"")]
    [InlineData("WS4013", "id: Z-V", "id: @Z-C")]
    [InlineData("WS4013", "nodes: [A]", "nodes: [A, @A]")]
    [InlineData("WS4014", "nodes: [A]", "nodes: [A, @X]")]
    [InlineData("WS4014", "nodes: [A]", "nodes: [@a]")]
    [InlineData("WS4014", "outlets: [OUT]", "outlets: [@OUTT]")]
    [InlineData("WS4014", "id: T, name", "id: @T9, name")]
    [InlineData("WS4015", "outlets: [OUT]", "outlets: [@A]")]
    [InlineData("WS4015", "duty: [PA]", "duty: [@BC]")]
    [InlineData("WS4015", "id: T, name", "id: @A, name")]
    [InlineData("WS4015", "id: R,", "id: @CW,")]
    [InlineData("WS4015", "clear_well: CW", "clear_well: @A")]
    [InlineData("WS4015", "nodes: [B, C]", "nodes: [B, @T]")]
    [InlineData("WS4016", "plants: [W]", "plants: [@W9]")]
    [InlineData("WS4016", "{ en: Hill tank }, town: Z", "{ en: Hill tank }, town: @Q")]
    [InlineData("WS4017", "network: network.inp", "network: @../../etc/passwd")]
    [InlineData("WS4017", "network: network.inp", "network: @/etc/passwd")]
    [InlineData("WS4017", "network: network.inp", "network: @a/../../network.inp")]
    [InlineData("WS4017", "network: network.inp", "network: @..\\network.inp")]
    [InlineData("WS4017", "network: network.inp", "network: @C:network.inp")]
    [InlineData("WS4017", "network: network.inp", "network: @.")]
    [InlineData("WS4018", "network: network.inp", "network: @absent.inp")]
    [InlineData("WS4020", "nodes: [B, C]", "nodes: [B, C, @A]")]
    [InlineData("WS4022", "{ id: Z, name: { en: Town }, people: 1500", "{ id: @Z, name: { en: Town }, people: 1501")]
    [InlineData("WS4023", "people: 1500\nsources", "people: @1400\nsources")]
    [InlineData("WS4024", "id: Z, name: { en: Town }, people: 1500, villages: 1", "id: @Z, name: { en: Town }, people: 1500, villages: 2")]
    [InlineData("WS4025", "standby: [PB]", "standby: [@PA]")]
    [InlineData("WS4026", "outlets: [OUT]", "outlets: [@AT]")]
    [InlineData("WS4004", "people: 1500\nsources", "people: @&n 1500\nsources")]
    [InlineData("WS4004", "people: 1500\nsources", "people: @*n\nsources")]
    [InlineData("WS4004", "people: 1500\nsources", "people: @!!int 1500\nsources")]
    [InlineData("WS4004", "people: 1500\nsources", "people: 1500\n@---\nsources")]
    public void A_fault_is_reported_where_it_stands(string code, string piece, string replacement)
    {
        var (result, line, column) = SmallCounty.ReadWith(piece, replacement);

        Assert.Null(result.System);
        var found = Assert.Single(result.Diagnostics, d => d.Code == code);
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Equal((line, column), (found.Location!.Line, found.Location.Column));
        Assert.NotNull(found.Remedy);
        Assert.All(found.ToString(), c => Assert.False(char.IsControl(c)));
    }

    [Fact]
    public void A_demand_node_in_no_community_is_a_warning()
    {
        var result = SmallCounty.Read(SmallCounty.Yaml.Replace("nodes: [B, C]", "nodes: [B]", StringComparison.Ordinal));

        Assert.NotNull(result.System);
        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("WS4021", DiagnosticSeverity.Warning, 32), (found.Code, found.Severity, found.Location!.Line));
        Assert.Contains("1 nodes with demand belong to no community: C", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_node_without_demand_is_a_warning()
    {
        var (result, line, column) = SmallCounty.ReadWith("nodes: [A]", "nodes: [A, @J]");

        Assert.NotNull(result.System);
        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("WS4027", DiagnosticSeverity.Warning), (found.Code, found.Severity));
        Assert.Equal((line, column), (found.Location!.Line, found.Location.Column));
    }

    [Fact]
    public void Every_problem_is_found_in_one_pass_in_the_order_of_the_file()
    {
        var result = SmallCounty.Read(SmallCounty.Yaml
            .Replace("kind: reservoir", "kind: river", StringComparison.Ordinal)
            .Replace("outlets: [OUT]", "outlets: [NONE]", StringComparison.Ordinal)
            .Replace("people: 500", "people: -500", StringComparison.Ordinal)
            .Replace("nodes: [B, C]", "nodes: [B, C, A]", StringComparison.Ordinal)
            .Replace("{ en: Hill tank }, town: Z", "{ en: Hill tank }, town: Q", StringComparison.Ordinal));

        Assert.Equal(
            ["WS4011", "WS4014", "WS4016", "WS4010", "WS4020"], result.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_missing_file_is_a_diagnostic_not_an_exception()
    {
        using var folder = new TemporaryFolder();

        foreach (var path in (string[])[folder.Path, folder.At("absent.yaml"), folder.At("no/such/folder.yaml")])
        {
            var result = CountySystemReader.Load(path);

            Assert.Null(result.System);
            Assert.Equal("WS4001", Assert.Single(result.Diagnostics).Code);
        }
    }

    [Fact]
    public void Problems_of_the_network_stand_beside_those_of_the_system_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("network.inp", "");
        folder.Write("system.yaml", SmallCounty.Yaml.Replace("kind: reservoir", "kind: river", StringComparison.Ordinal));
        var ofNetwork = new Diagnostic
        {
            Code = "WS1001",
            Severity = DiagnosticSeverity.Error,
            Message = "bad",
            Location = new("network.inp", 3),
        };

        var result = CountySystemReader.Load(folder.Path, _ => (null, [ofNetwork]));

        Assert.Equal(["WS4011", "WS1001"], result.Diagnostics.Select(d => d.Code));
        Assert.Null(result.System);
    }
}
