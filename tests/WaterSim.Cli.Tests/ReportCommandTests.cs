using WaterSim.Plots.Report;

namespace WaterSim.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void A_page_is_written_beside_the_run_folder()
    {
        Make();
        var told = Tool.Run("report", _place["run"]);

        Assert.Equal((ExitCode.Ok, ""), (told.Code, told.Error));
        Assert.StartsWith(_place["run.html"] + ": ", told.Output, StringComparison.Ordinal);
        Assert.Equal(HtmlReport.Of(_place["run"]).Html.ToArray(), File.ReadAllBytes(_place["run.html"]));
        Assert.Equal(["run", "run.html"], Entries());
    }

    [Fact]
    public void A_place_that_is_named_is_made_and_Chinese_is_Chinese()
    {
        Make();
        var told = Tool.Run("report", _place["run"], "-o", _place["pages/a.html"], "--lang", "zh", "-q");

        Assert.Equal((ExitCode.Ok, "", ""), (told.Code, told.Output, told.Error));
        Assert.Contains("<html lang=\"zh-CN\">", File.ReadAllText(_place["pages/a.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_altered_file_is_named_and_an_earlier_page_stays()
    {
        Make();
        _place.Write("run.html", "earlier");
        File.AppendAllText(_place["run/tanks.csv"], "x");
        var told = Tool.Run("report", _place["run"]);

        Assert.Equal(ExitCode.Input, told.Code);
        Assert.StartsWith("error WS4113: run folder: 'tanks.csv' in ", told.Error, StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(_place["run.html"]));
    }

    [Fact]
    public void What_is_no_run_is_refused()
    {
        var told = Tool.Run("report", _place["none"]);

        Assert.Equal(ExitCode.Input, told.Code);
        Assert.StartsWith("error WS4111: ", told.Error, StringComparison.Ordinal);
        Assert.Empty(Entries());
    }

    [Fact]
    public void A_page_that_cannot_be_written_is_told_of_and_leaves_nothing()
    {
        Make();
        Directory.CreateDirectory(_place["taken"]);
        var told = Tool.Run("report", _place["run"], "-o", _place["taken"]);

        Assert.Equal(ExitCode.InputOutput, told.Code);
        Assert.StartsWith("error WS5020: report: ", told.Error, StringComparison.Ordinal);
        Assert.Equal(["run", "taken"], Entries());
    }

    [Fact]
    public void Help_has_examples()
    {
        var help = Tool.Run("report", "--help").Output;

        Assert.Contains("watersim report runs/jiahe-year -o dry-year.html --lang zh", help, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    private void Make()
    {
        var run = Tool.Run("run", Workplace.Example("loop-with-tank"), "-o", _place["run"], "-q");
        Assert.Equal(ExitCode.Ok, run.Code);
    }

    private string[] Entries() =>
        [.. Directory.EnumerateFileSystemEntries(_place.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
