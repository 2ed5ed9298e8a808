using System.Globalization;
using System.Text.RegularExpressions;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests.Readme;

public sealed partial class ReadmeTests
{
    // Where the year's section begins.
    private const string Year = "## A year";

    private static readonly string Text = File.ReadAllText(RepositoryRoot.Combine("README.md"));

    [Theory]
    [InlineData(nameof(EmbeddingExample), 0)]
    [InlineData(nameof(EnsembleExample), 1)]
    [InlineData(nameof(YearExample), 2)]
    public void The_examples_are_those_that_are_compiled(string example, int position)
    {
        var source = File.ReadAllLines(RepositoryRoot.Combine(
            "tests", "WaterSim.Cli.Tests", "Readme", example + ".cs"));
        var compiled = new List<string>();
        var isShown = false;
        foreach (var line in source)
        {
            if (line.Trim() is "// <readme>" or "// </readme>")
            {
                isShown = !isShown;
            }
            else if (isShown)
            {
                compiled.Add(line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line);
            }
        }

        Assert.Equal(string.Join('\n', compiled), CSharp().Matches(Text)[position].Groups["code"].Value.TrimEnd());
    }

    [Fact]
    public void The_embedding_example_prints_a_pressure_and_a_closed_balance()
    {
        var printed = EmbeddingExample.Run();

        Assert.Matches(@"^Lowest pressure \d+\.\d m at 19:\d\d\r?\nWater unaccounted for: -?0\.0000\d\d ?%", printed);
    }

    [Fact]
    public void The_ensemble_example_prints_pressures_that_fall_as_demand_grows()
    {
        var printed = EnsembleExample.Run();
        var pressures = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(Pressure().Match(line).Groups["m"].Value, CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(32, pressures.Length);
        Assert.True(pressures.Zip(pressures.Skip(1)).All(p => p.First > p.Second), printed);
    }

    [Fact]
    public void The_example_of_a_year_prints_its_days_and_what_was_short()
    {
        var printed = YearExample.Run().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(6, printed.Length);
        Assert.All(printed.Take(5), line => Assert.Matches(@"^2026-09-0[1-5] \d{5} of \d{5} m3, \d+ days left\r?$", line));
        Assert.Matches(@"^\d+ person-days short\r?$", printed[5]);
    }

    [Fact]
    public void Every_option_of_year_is_told()
    {
        var help = Tool.Run("year", "--help").Output;

        Assert.All(
            Option().Matches(help).Select(m => m.Value).Where(o => o is not "--help").Distinct(StringComparer.Ordinal),
            option => Assert.Contains($"`{option}", Text[Text.IndexOf(Year, StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_of_run_is_in_the_table_and_no_other()
    {
        var help = Tool.Run("run", "--help").Output;

        Assert.Equal(
            Option().Matches(help).Select(m => m.Value).Where(o => o is not "--help").Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            OptionRow().Matches(Text[..Text.IndexOf(Year, StringComparison.Ordinal)]).Select(m => m.Groups["option"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_exit_code_is_in_the_table()
    {
        int[] codes =
        [
            ExitCode.Ok, ExitCode.Input, ExitCode.NotConverged, ExitCode.InputOutput, ExitCode.Internal,
            ExitCode.Interrupted,
        ];

        Assert.All(codes, code => Assert.Contains($"\n| {code}", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_the_readme_points_to_exists()
    {
        var targets = Link().Matches(Text).Select(m => m.Groups["target"].Value)
            .Where(t => !t.StartsWith("http", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(File.Exists(RepositoryRoot.Combine(target)), target));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^demand x \d\.\d\d: lowest pressure (?<m>-?\d+\.\d) m\r?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pressure();

    [GeneratedRegex("--[a-z-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();

    [GeneratedRegex(@"^\| `(?<option>--[a-z-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionRow();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
