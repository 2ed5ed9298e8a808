using WaterSim.Cli.Commands;
using WaterSim.IO.Epanet;

namespace WaterSim.Cli.Tests;

public sealed class EpanetCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Report_and_results_are_written_and_it_ends_with_0()
    {
        var run = Tool.Run("epanet", Workplace.Example("loop-with-tank"), _place["a.rpt"], _place["a.out"]);

        Assert.Equal(new Tool.Result(0, $"... WaterSim ran successfully.{Environment.NewLine}", ""), run);
        Assert.Contains("Hydraulic Flow Balance", File.ReadAllText(_place["a.rpt"]), StringComparison.Ordinal);
        Assert.Equal((24 * 4) + 1, EpanetOutputReader.ReadFile(_place["a.out"]).File!.Periods);
        Assert.Equal(2, Directory.GetFiles(_place.Path).Length);
    }

    [Fact]
    public void Results_may_be_left_out()
    {
        Assert.Equal(0, Tool.Run("epanet", Workplace.Example("two-reservoirs"), _place["a.rpt"]).Code);
        Assert.Equal([_place["a.rpt"]], Directory.GetFiles(_place.Path));
    }

    [Fact]
    public void Errors_are_in_the_report_and_the_code_is_EPANETs()
    {
        var bad = _place.Write("bad.inp", "[JUNCTIONS]\nA high\n[END]\n");
        var earlier = _place.Write("bad.out", "earlier");

        var run = Tool.Run("epanet", bad, _place["bad.rpt"], earlier);

        Assert.Equal(EpanetCommand.InputErrors, run.Code);
        Assert.Contains("bad.inp:2:3: ", File.ReadAllText(_place["bad.rpt"]), StringComparison.Ordinal);
        Assert.Contains("\n  Error 200:", File.ReadAllText(_place["bad.rpt"]), StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(earlier));
    }

    [Fact]
    public void A_warning_ends_with_EPANETs_number_of_it()
    {
        var high = _place.Write(
            "high.inp",
            "[JUNCTIONS]\nA 100 1\n[RESERVOIRS]\nR 50\n[PIPES]\nP R A 100 200 100\n[OPTIONS]\nUnits LPS\nHeadloss H-W\n[END]\n");

        var run = Tool.Run("epanet", high, _place["high.rpt"], _place["high.out"]);

        Assert.Equal(6, run.Code);
        Assert.Equal(6, EpanetOutputReader.ReadFile(_place["high.out"]).File!.WarningFlag);
        Assert.Contains("  WARNING: ", File.ReadAllText(_place["high.rpt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_opened_have_their_own_codes()
    {
        var sound = Workplace.Example("two-reservoirs");

        Assert.Equal(EpanetCommand.NoInput, Tool.Run("epanet", _place["none.inp"], _place["a.rpt"]).Code);
        Assert.Equal(EpanetCommand.NoReport, Tool.Run("epanet", sound, _place["no/folder/a.rpt"]).Code);
        Assert.Equal(EpanetCommand.NoBinary, Tool.Run("epanet", sound, _place["a.rpt"], _place["no/folder/a.out"]).Code);
        Assert.Equal(EpanetCommand.SameFile, Tool.Run("epanet", sound, _place["a.rpt"], _place["a.rpt"]).Code);
        Assert.Empty(Directory.GetFiles(_place.Path));
    }

    [Fact]
    public void Run_writes_the_same_files_beside_its_folder()
    {
        var run = Tool.Run(
            "run", Workplace.Example("loop-with-tank"), "--out", _place["out"], "--no-figures", "--quiet",
            "--bin", _place["b.out"], "--rpt", _place["b.rpt"]);

        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), run);
        var file = EpanetOutputReader.ReadFile(_place["b.out"]).File!;
        Assert.EndsWith("loop-with-tank.inp", file.InputFile, StringComparison.Ordinal);
        Assert.Contains("Analysis begun", File.ReadAllText(_place["b.rpt"]), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_place.Path).Length);
    }

    [Fact]
    public void Run_refuses_one_name_for_both()
    {
        var run = Tool.Run("run", Workplace.Example("two-reservoirs"), "--bin", _place["x"], "--rpt", _place["x"]);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("--bin and --rpt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_ends_run_with_3_and_no_folder()
    {
        var run = Tool.Run(
            "run", Workplace.Example("two-reservoirs"), "--out", _place["out"], "--no-figures",
            "--bin", _place["no/folder/x.out"]);

        Assert.Equal(ExitCode.InputOutput, run.Code);
        Assert.False(Directory.Exists(_place["out"]));
    }
}
