using System.Text.Json;

namespace WaterSim.Cli.Tests;

public sealed class ValidateCommandTests : IDisposable
{
    private const string Bad = "[JUNCTIONS]\nA high\n[RESERVOIRS]\nR 50\n[PIPES]\nP R nowhere 100 200 100\n[OPTIONS]\nUnits LPS\n[END]\n";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_sound_file_ends_with_0()
    {
        var file = Workplace.Example("pump-and-prv");

        Assert.Equal(new Tool.Result(ExitCode.Ok, $"{file}: nothing found{Environment.NewLine}", ""), Tool.Run("validate", file));
    }

    [Fact]
    public void Every_file_is_read_and_every_error_told()
    {
        var bad = _place.Write("bad.inp", Bad);
        var sound = Workplace.Example("pump-and-prv");

        var run = Tool.Run("validate", bad, sound, _place["missing.inp"]);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("bad.inp:2:3: error", run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.inp:6:5: error", run.Error, StringComparison.Ordinal);
        Assert.Contains("missing.inp", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, run.Output.Trim().Split('\n').Length);
    }

    [Fact]
    public void A_warning_counts_where_strict()
    {
        var file = _place.Write(
            "two-parts.inp",
            "[JUNCTIONS]\nA 0 1\nB 0 1\nC 0 1\n[RESERVOIRS]\nR 50\n[PIPES]\nP R A 100 200 100\nQ B C 100 200 100\n[OPTIONS]\nUnits LPS\n[END]\n");

        Assert.Equal(ExitCode.Ok, Tool.Run("validate", file).Code);
        Assert.Equal(ExitCode.NotConverged, Tool.Run("validate", file, "--strict").Code);
        Assert.Equal(new Tool.Result(ExitCode.NotConverged, "", ""), Tool.Run("validate", file, "--strict", "--quiet"));
    }

    [Fact]
    public void Json_is_one_array_of_all_files()
    {
        var run = Tool.Run("validate", _place.Write("bad.inp", Bad), _place["missing.inp"], "--json");
        using var json = JsonDocument.Parse(run.Output);
        var all = json.RootElement.EnumerateArray().ToList();

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Empty(run.Error);
        Assert.All(all, d => Assert.Equal(
            ["severity", "code", "file", "line", "column", "element", "message", "remedy"],
            d.EnumerateObject().Select(p => p.Name)));
        Assert.Contains(all, d => d.GetProperty("line").GetInt32() == 2 && d.GetProperty("code").GetString() == "WS1021");
        Assert.Contains(all, d => d.GetProperty("code").GetString() == "WS1001");
    }

    [Fact]
    public void More_warnings_than_run_prints_are_all_printed()
    {
        var tanks = string.Concat(Enumerable.Range(1, 25).Select(i => $"T{i} 10 1 0 2 0\n"));
        var pipes = string.Concat(Enumerable.Range(1, 25).Select(i => $"P{i} A T{i} 100 200 100\n"));
        var file = _place.Write(
            "many.inp", $"[JUNCTIONS]\nA 0 1\n[TANKS]\n{tanks}[PIPES]\n{pipes}[OPTIONS]\nUnits LPS\n[END]\n");

        var run = Tool.Run("validate", file);

        Assert.Equal(25, run.Error.Split('\n').Count(l => l.Contains("WS1044", StringComparison.Ordinal)));
    }
}
