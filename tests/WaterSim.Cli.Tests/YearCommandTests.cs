using System.Text.Json;

namespace WaterSim.Cli.Tests;

/// <summary>What <c>watersim year</c> refuses before it runs anything.</summary>
public sealed class YearCommandTests : IDisposable
{
    private const string Network = """
        [JUNCTIONS]
        A 10 1
        [RESERVOIRS]
        R 60
        [TANKS]
        CW 50 2 0 4 20
        [PIPES]
        IN R CW 100 300 120
        OUT CW A 100 300 120
        [OPTIONS]
        UNITS LPS
        [END]
        """;

    private const string County = """
        schema: watersim-system/1
        name: { en: Small County }
        network: network.inp
        people: 1000
        sources:
          - { id: R, name: { en: Lake }, kind: reservoir, duty: in_use, plants: [W] }
        plants:
          - { id: W, name: { en: Works }, capacity_m3d: 8640, intake: [IN], clear_well: CW, outlets: [OUT], node: CW }
        tanks: []
        boosters: []
        interconnections: []
        towns:
          - { id: Z, name: { en: Town }, people: 1000, villages: 0 }
        communities:
          - { id: Z-C, name: { en: Centre }, town: Z, class: urban, people: 1000, service_head_m: 20, nodes: [A] }

        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_network_alone_is_no_county()
    {
        var run = Tool.Run("year", Workplace.Example("two-reservoirs"), "--out", _place["out"]);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("WS5005", run.Error, StringComparison.Ordinal);
        Assert.Contains("system.yaml", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_place.Path));
    }

    [Fact]
    public void A_county_without_what_a_year_needs_is_told_all_it_lacks()
    {
        _place.Write("network.inp", Network);
        _place.Write("system.yaml", County);

        var run = Tool.Run("year", _place.Path, "--out", _place["out"], "--json");
        using var json = JsonDocument.Parse(run.Output);
        var errors = json.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Where(d => d.GetProperty("severity").GetString() == "error").ToList();

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.All(errors, e => Assert.Equal("WS5006", e.GetProperty("code").GetString()));
        Assert.Equal(
            ["has no 'resources:', which a year needs", "has no 'demand:', which a year needs", "has no 'dispatch:', which a year needs"],
            errors.Select(e => e.GetProperty("message").GetString()));
        Assert.False(Directory.Exists(_place["out"]));
    }

    [Fact]
    public void A_county_that_cannot_be_read_is_told_by_line()
    {
        _place.Write("system.yaml", "name: [");

        var run = Tool.Run("year", _place.Path);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Matches(@"(?m)^.+:\d+(:\d+)?: error WS\d{4}: ", run.Error);
    }
}
