using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help-run", "run", "--help")]
    [InlineData("help-year", "year", "--help")]
    [InlineData("help-compare", "compare", "--help")]
    [InlineData("help-export", "export", "--help")]
    [InlineData("help-report", "report", "--help")]
    [InlineData("help-validate", "validate", "--help")]
    [InlineData("help-info", "info", "--help")]
    [InlineData("help-convert", "convert", "--help")]
    [InlineData("help-generate", "generate", "--help")]
    [InlineData("help-epanet", "epanet", "--help")]
    [InlineData("help-completion", "completion", "--help")]
    public void Help_is_what_was_approved(string name, params string[] args)
    {
        var help = Tool.Run(args);

        Assert.Equal(ExitCode.Ok, help.Code);
        Assert.Empty(help.Error);
        Approval.Check(
            RepositoryRoot.Combine("tests", "WaterSim.Cli.Tests", "Approved", name + ".txt"), help.Output);
    }

    [Fact]
    public void Every_command_has_examples_of_its_own_and_every_option_one_description()
    {
        var commands = Tool.Run("[suggest:0]", "").Output.Split('\n').Where(w => w.Length > 0 && char.IsLetter(w[0])).ToArray();
        Assert.Contains("completion", commands);
        Assert.All(commands, command =>
            Assert.Contains($"Examples:\n", Tool.Run(command, "--help").Output, StringComparison.Ordinal));
        Assert.All(commands.Where(c => c != "completion"), command =>
            Assert.Contains($"\n  watersim {command} ", Tool.Run(command, "--help").Output.Split("Examples:")[1], StringComparison.Ordinal));
        foreach (var option in (string[])["-q, --quiet", "--strict", "--no-figures"])
        {
            var told = commands.SelectMany(c => Tool.Run(CancellationToken.None, t => t with { Width = 100 }, c, "--help").Output.Split('\n'))
                .Where(l => l.Trim().StartsWith(option + " ", StringComparison.Ordinal))
                .Select(l => l.Trim()[option.Length..].Trim());
            Assert.Single(told.Distinct(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void No_arguments_ask_for_help()
    {
        Assert.Equal(Tool.Run("--help"), Tool.Run());
    }

    [Theory]
    [InlineData("run")]
    [InlineData("year")]
    public void Help_fits_in_80_columns(string command)
    {
        var help = Tool.Run(CancellationToken.None, t => t with { Width = 80 }, command, "--help");

        Assert.All(help.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Diagnostics_are_coloured_where_a_person_watches_who_wants_it(bool isTerminal, bool allowsColour, bool isColoured)
    {
        var refused = Tool.Run(
            CancellationToken.None, t => t with { ErrorIsTerminal = isTerminal, AllowsColour = allowsColour }, "validate", "nothing.inp");

        Assert.Contains("nothing.inp", refused.Error, StringComparison.Ordinal);
        Assert.Equal(isColoured, refused.Error.Contains("\u001b[1;31m", StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_is_one_line()
    {
        Assert.Matches(@"^watersim \d+\.\d+\.\d+[^\s]*\r?\n$", Tool.Run("--version").Output);
    }

    [Theory]
    [InlineData("--bogus", "run", "x.inp", "--bogus")]
    [InlineData("--duration", "run", "x.inp", "--duration", "3 fortnights")]
    [InlineData("--duration", "run", "x.inp", "--duration")]
    [InlineData("--step", "run", "x.inp", "--step", "0s")]
    [InlineData("--accuracy", "run", "x.inp", "--accuracy", "NaN")]
    [InlineData("--accuracy", "run", "x.inp", "--accuracy", "0")]
    [InlineData("--trials", "run", "x.inp", "--trials", "1.5")]
    [InlineData("--demand-model", "run", "x.inp", "--demand-model", "emitter")]
    [InlineData("--quality", "run", "x.inp", "--quality", "salt")]
    [InlineData("--lang", "run", "x.inp", "--lang", "fr")]
    [InlineData("NETWORK", "run")]
    [InlineData("runn", "runn")]
    [InlineData("two.inp", "run", "one.inp", "two.inp")]
    [InlineData("COUNTY", "year")]
    [InlineData("--from 2026-1-31", "year", "x", "--from", "2026-1-31")]
    [InlineData("--from 31.01.2026", "year", "x", "--from", "31.01.2026")]
    [InlineData("--from 2026-02-29", "year", "x", "--from", "2026-02-29")]
    [InlineData("--from 0001-01-01", "year", "x", "--from", "0001-01-01")]
    [InlineData("--days 0", "year", "x", "--days", "0")]
    [InlineData("--days -3", "year", "x", "--days", "-3")]
    [InlineData("--days 36526", "year", "x", "--days", "36526")]
    [InlineData("--seed -1", "year", "x", "--seed", "-1")]
    [InlineData("--design-year 20", "year", "x", "--design-year", "20")]
    [InlineData("--without X12,", "year", "x", "--without", "X12,")]
    [InlineData("--lang", "year", "x", "--lang", "fr")]
    [InlineData("FILE", "validate")]
    [InlineData("--units", "convert", "a.inp", "b.inp", "--units", "barrels")]
    [InlineData("b.txt", "convert", "a.inp", "b.txt")]
    [InlineData("--nodes", "generate", "a.inp")]
    [InlineData("--nodes 49", "generate", "a.inp", "--nodes", "49")]
    [InlineData("--nodes 2000001", "generate", "a.inp", "--nodes", "2000001")]
    [InlineData("--nodes 1e3", "generate", "a.inp", "--nodes", "1e3")]
    [InlineData("--seed -1", "generate", "a.inp", "--nodes", "100", "--seed", "-1")]
    [InlineData("a.txt", "generate", "a.txt", "--nodes", "100")]
    [InlineData("REPORT", "epanet", "a.inp")]
    [InlineData("--format", "export", "runs/x", "--format", "pdf")]
    [InlineData("SHELL", "completion")]
    public void A_bad_command_line_is_named_and_ends_with_code_1(string named, params string[] args)
    {
        var refused = Tool.Run(args);

        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Empty(refused.Output);
        Assert.Contains(named, refused.Error, StringComparison.Ordinal);
        Assert.Contains("--help", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_bad_option_is_named_at_once()
    {
        var refused = Tool.Run("run", "x.inp", "--step", "soon", "--trials", "many", "--lang", "fr");

        Assert.Equal(4, refused.Error.Trim().Split('\n').Length);
    }

    [Fact]
    public void A_defect_is_one_sentence_with_what_to_do_and_code_4()
    {
        var failed = Tool.Run(CancellationToken.None, t => t with { Output = new Defect() }, "--version");

        Assert.Equal(ExitCode.Internal, failed.Code);
        Assert.Single(failed.Error.Trim().Split('\n'));
        Assert.Contains("please report it", failed.Error, StringComparison.Ordinal);
        Assert.Contains(CommandLineTool.DetailsVariable, failed.Error, StringComparison.Ordinal);
    }

    private sealed class Defect : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("on purpose");
    }
}
