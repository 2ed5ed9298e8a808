using WaterSim.IO.Inp;
using WaterSim.IO.Json;
using WaterSim.Model;

namespace WaterSim.Cli.Tests;

public sealed class ConvertCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void There_and_back_the_inp_is_the_same()
    {
        var first = _place["first.inp"];
        var json = _place["network.json"];
        var second = _place["second.inp"];

        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), Tool.Run("convert", Workplace.Example("pump-and-prv"), first));
        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), Tool.Run("convert", first, json));
        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), Tool.Run("convert", json, second));

        Assert.Equal(File.ReadAllText(first), File.ReadAllText(second));
        Assert.StartsWith("{\n  \"schema\": \"watersim-network/1\"", File.ReadAllText(json), StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(_place.Path).Length);
    }

    [Fact]
    public void Another_unit_writes_other_numbers_of_the_same_network()
    {
        var to = _place["us.inp"];

        Assert.Equal(ExitCode.Ok, Tool.Run("convert", Workplace.Example("pump-and-prv"), to, "--units", "gpm").Code);

        var before = InpReader.ReadFile(Workplace.Example("pump-and-prv")).Network!;
        var after = InpReader.ReadFile(to).Network!;
        Assert.Equal(FlowUnits.GallonsPerMinute, after.Options.FlowUnits);
        Assert.Contains("GPM", File.ReadAllText(to), StringComparison.OrdinalIgnoreCase);
        foreach (var (was, now) in before.Links.OfType<Pipe>().Zip(after.Links.OfType<Pipe>()))
        {
            Assert.Equal(was.Length, now.Length, 1e-6);
            Assert.Equal(was.Diameter, now.Diameter, 1e-9);
        }
    }

    [Fact]
    public void What_an_inp_file_cannot_hold_is_told()
    {
        var network = InpReader.ReadFile(Workplace.Example("pump-and-prv")).Network!;
        var json = _place.Write("dosed.json", NetworkJson.ToText(network with
        {
            Nodes = network.Nodes.SetItem(0, network.Nodes[0] with
            {
                Source = new QualitySource(QualitySourceKind.SetPoint, 0.4) { Below = 0.2 },
            }),
        }));

        var toInp = Tool.Run("convert", json, _place["to.inp"]);
        var toJson = Tool.Run("convert", json, _place["to.json"]);

        Assert.Equal(ExitCode.Ok, toInp.Code);
        Assert.Contains($"WS1050: source at {network.Nodes[0].Id}", toInp.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("WS1050", toJson.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_that_nothing_uses_is_named_when_units_change()
    {
        var from = _place.Write(
            "from.inp", File.ReadAllText(Workplace.Example("two-reservoirs"))
                .Replace("[END]", "[CURVES]\nSpare 1 2\n[END]", StringComparison.Ordinal));

        var run = Tool.Run("convert", from, _place["to.inp"], "--units", "CFS");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("WS5003: curve Spare", run.Error, StringComparison.Ordinal);

        // A warning, with which --strict ends with code 2; what was asked for is written all the same.
        Assert.Equal(ExitCode.NotConverged, Tool.Run("convert", from, _place["strict.inp"], "--units", "CFS", "--strict", "-q").Code);
        Assert.Equal(File.ReadAllText(_place["to.inp"]), File.ReadAllText(_place["strict.inp"]));
    }

    [Fact]
    public void A_file_with_errors_writes_nothing_and_keeps_what_was_there()
    {
        var bad = _place.Write("bad.json", "{\"schema\": 3}");
        var there = _place.Write("there.inp", "earlier");

        Assert.Equal(ExitCode.Input, Tool.Run("convert", bad, there).Code);
        Assert.Equal("earlier", File.ReadAllText(there));
    }

    [Fact]
    public void A_place_that_cannot_be_written_ends_with_3()
    {
        var run = Tool.Run("convert", Workplace.Example("two-reservoirs"), _place["no/such/folder/out.json"]);

        Assert.Equal(ExitCode.InputOutput, run.Code);
        Assert.Contains("WS5004", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_as_json_can_be_run()
    {
        var json = _place["network.json"];
        using (var stream = File.Create(json))
        {
            NetworkJson.Write(InpReader.ReadFile(Workplace.Example("two-reservoirs")).Network!, stream);
        }

        var run = Tool.Run("run", json, "--out", _place["out"], "--no-figures", "--quiet");

        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), run);
    }
}
