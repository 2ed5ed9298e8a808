using WaterSim.IO.Inp;
using WaterSim.IO.Json;

namespace WaterSim.Cli.Tests;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void The_file_holds_the_nodes_asked_for_and_nothing_is_wrong_with_it()
    {
        var to = _place["county.inp"];

        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), Tool.Run("generate", "--nodes", "1234", "--seed", "5", to));

        Assert.Equal(1234, InpReader.ReadFile(to).Network!.Nodes.Length);
        Assert.Equal(
            new Tool.Result(ExitCode.Ok, $"{to}: nothing found\n", ""), Tool.Run("validate", to, "--strict"));
        Assert.Single(Directory.GetFiles(_place.Path));
    }

    [Fact]
    public void The_same_seed_writes_the_same_bytes_and_the_first_seed_is_1()
    {
        Assert.Equal(ExitCode.Ok, Tool.Run("generate", "--nodes", "500", _place["a.inp"]).Code);
        Assert.Equal(ExitCode.Ok, Tool.Run("generate", "--nodes", "500", "--seed", "1", _place["b.inp"]).Code);
        Assert.Equal(ExitCode.Ok, Tool.Run("generate", "--nodes", "500", "--seed", "2", _place["c.inp"]).Code);

        Assert.Equal(File.ReadAllBytes(_place["a.inp"]), File.ReadAllBytes(_place["b.inp"]));
        Assert.NotEqual(File.ReadAllBytes(_place["a.inp"]), File.ReadAllBytes(_place["c.inp"]));
    }

    [Fact]
    public void A_name_that_ends_in_json_gets_the_same_network_as_json()
    {
        Assert.Equal(ExitCode.Ok, Tool.Run("generate", "--nodes", "300", _place["county.json"]).Code);
        Assert.Equal(ExitCode.Ok, Tool.Run("generate", "--nodes", "300", _place["county.inp"]).Code);

        var json = NetworkJson.ReadFile(_place["county.json"]).Network!;
        Assert.Equal(File.ReadAllText(_place["county.inp"]), InpWriter.ToText(json));
    }

    [Fact]
    public void A_county_runs_without_a_warning()
    {
        Assert.Equal(ExitCode.Ok, Tool.Run("generate", "--nodes", "400", _place["county.inp"]).Code);

        var run = Tool.Run("run", _place["county.inp"], "--out", _place["out"], "--no-figures", "--quiet", "--strict");

        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), run);
    }

    [Fact]
    public void A_place_that_cannot_be_written_ends_with_3_and_keeps_what_was_there()
    {
        var there = _place.Write("there.inp", "earlier");

        var run = Tool.Run("generate", "--nodes", "100", _place["no/such/folder/out.inp"]);

        Assert.Equal(ExitCode.InputOutput, run.Code);
        Assert.Contains("WS5004", run.Error, StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(there));
    }
}
