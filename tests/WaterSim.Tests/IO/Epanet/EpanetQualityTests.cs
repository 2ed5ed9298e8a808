using System.Collections.Immutable;
using System.Text;
using WaterSim.IO.Epanet;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Tests.IO.Epanet;

/// <summary>Water quality in EPANET's results and report. Headings and units are those that EPANET 2.3.5 was seen to write.</summary>
public sealed class EpanetQualityTests
{
    private const string Inp = """
        [JUNCTIONS]
         A 0 10
         B 0 5
        [RESERVOIRS]
         R 50
         S 49
        [PIPES]
         P R A 1000 300 100
         Q A B 1000 300 100
         T S B 1000 300 100
        [TIMES]
         DURATION 6
         QUALITY TIMESTEP 0:01
        [QUALITY]
         R 2
         S 1
         B 0.5
        [REACTIONS]
         GLOBAL BULK -0.5
         GLOBAL WALL -1
        [REPORT]
         NODES ALL
         LINKS ALL
         STATUS YES
         SUMMARY YES
         REACTION YES

        """;

    [Fact]
    public void Age_is_in_hours_and_has_no_reaction()
    {
        var (results, file) = Written("AGE");

        Assert.Equal((2, "AGE", "hrs", -1), (file.QualityMode, file.QualityName, file.QualityUnit, file.TracedNode));
        Same(results, file, 3600);
        Assert.Equal([0f, 0, 0, 0], file.ReactionRates);
        Assert.All(file.Links(EpanetLinkVariable.ReactionRate, 3).ToArray(), r => Assert.Equal(0, r));
    }

    [Fact]
    public void A_share_is_in_percent_and_names_its_node()
    {
        var (results, file) = Written("TRACE S");

        Assert.Equal((3, "% from", "% from"), (file.QualityMode, file.QualityName, file.QualityUnit));
        Assert.Equal("S", file.NodeIds[file.TracedNode]);
        Same(results, file, 0.01);
        Assert.Equal(100, file.Nodes(EpanetNodeVariable.Quality, 6)[3], 1e-4);
    }

    [Theory]
    [InlineData("mg/L", 1)]
    [InlineData("ug/L", 1e-3)]
    public void A_concentration_is_in_the_unit_of_the_file(string unit, double inSI)
    {
        var (results, file) = Written("Chlorine " + unit);

        Assert.Equal((1, "Chlorine", unit), (file.QualityMode, file.QualityName, file.QualityUnit));
        Same(results, file, inSI);
        Assert.Equal(2, file.Nodes(EpanetNodeVariable.Quality, 6)[2], 1e-6);
    }

    [Fact]
    public void At_the_start_a_pipe_holds_what_its_end_node_has_and_nothing_reacts()
    {
        var file = Written("Chlorine mg/L").File;

        Assert.Equal([0f, 0.5f, 0.5f], file.Links(EpanetLinkVariable.Quality, 0).ToArray());
        Assert.Equal([0f, 0f, 0f], file.Links(EpanetLinkVariable.ReactionRate, 0).ToArray());
    }

    // Bulk alone: 0.5 a day of what is there. What the whole network loses in six hours, in mg an hour, is in the epilog.
    [Fact]
    public void Reaction_rates_follow_from_the_coefficients_and_the_balance()
    {
        var (results, file) = Written("Chlorine mg/L", Inp.Replace("GLOBAL WALL -1", "GLOBAL WALL 0", StringComparison.Ordinal));
        var quality = file.Links(EpanetLinkVariable.Quality, 6);
        var rates = file.Links(EpanetLinkVariable.ReactionRate, 6);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(0.5 * quality[i], rates[i], 1e-6);
        }

        var reacted = results.Quality[0].Balances[0].ReactedInPipes;
        Assert.True(reacted > 0);
        Assert.Equal(reacted * 1000 / 6, file.ReactionRates[0], 1e-6 * file.ReactionRates[0]);
        Assert.Equal([0f, 0f, 0f], file.ReactionRates.Skip(1));
    }

    [Fact]
    public void Mean_rates_are_those_of_the_whole_run_whenever_it_is_first_reported()
    {
        var late = Inp.Replace(" DURATION 6", " DURATION 6\n REPORT START 3", StringComparison.Ordinal);

        Assert.Equal(Written("Chlorine mg/L").File.ReactionRates, Written("Chlorine mg/L", late).File.ReactionRates);
    }

    [Fact]
    public void What_is_dosed_is_told_where_no_reservoir_gives_any_itself()
    {
        var dosed = Inp.Replace(" R 2\n S 1\n B 0.5\n", "", StringComparison.Ordinal) + "[SOURCES]\n A MASS 600\n";
        var file = Written("Chlorine mg/L", dosed).File;

        // 600 mg/min.
        Assert.Equal(36_000, file.ReactionRates[3], 0.5);
        Assert.Equal(0, Written("Chlorine mg/L", Inp + "[SOURCES]\n A MASS 600\n").File.ReactionRates[3]);
    }

    [Fact]
    public void Of_several_analyses_the_files_own_is_written_else_the_first_that_EPANET_knows()
    {
        var network = NetworkOf("TRACE S");

        Assert.Equal(3, ModeOf(network, QualityAnalysis.Age, QualityAnalysis.Blend, QualityAnalysis.Trace("S")));
        Assert.Equal(2, ModeOf(network, QualityAnalysis.Blend, QualityAnalysis.Age, QualityAnalysis.Chemical));
        Assert.Equal(3, ModeOf(network, QualityAnalysis.Blend, QualityAnalysis.Trace("R"), QualityAnalysis.Age));
        Assert.Equal(0, ModeOf(network, QualityAnalysis.Blend));
        Assert.Equal(0, ModeOf(network));
    }

    [Fact]
    public void A_report_names_the_analysis_its_step_and_its_tolerance()
    {
        var text = Report("Chlorine mg/L");

        Assert.Contains("Quality Analysis .................. Chlorine\n", text, StringComparison.Ordinal);
        Assert.Contains("Water Quality Time Step ........... 1.00 min\n", text, StringComparison.Ordinal);
        Assert.Contains("Water Quality Tolerance ........... 0.01 mg/L\n", text, StringComparison.Ordinal);
        Assert.Contains("Trace From Node S\n", Report("TRACE S"), StringComparison.Ordinal);
        Assert.DoesNotContain("Water Quality", Report("NONE"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chlorine mg/L", "Demand      Head  Pressure  Chlorine", "LPS         m    METERS      mg/L", "mg/L/day")]
    [InlineData("AGE", "Demand      Head  Pressure       AGE", "LPS         m    METERS       hrs", "/1000m")]
    [InlineData("TRACE S", "Demand      Head  Pressure    % from", "LPS         m    METERS         S", "/1000m")]
    [InlineData("NONE", "Demand      Head  Pressure", "LPS         m    METERS", "/1000m")]
    public void Tables_of_a_report_have_EPANETs_columns(string option, string names, string units, string lastOfLinks)
    {
        var lines = Report(option).Replace("L/s", "LPS", StringComparison.Ordinal).Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith("  Node Results at 1:00:00", StringComparison.Ordinal));
        var links = Array.FindIndex(lines, l => l.StartsWith("  Link Results at 1:00:00", StringComparison.Ordinal));

        Assert.EndsWith(names, lines[at + 2], StringComparison.Ordinal);
        Assert.EndsWith(units, lines[at + 3], StringComparison.Ordinal);
        Assert.EndsWith(lastOfLinks, lines[links + 3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_balances_the_substance()
    {
        var lines = Report("Chlorine mg/L").Split('\n').SkipWhile(l => !l.Contains("Mass Balance", StringComparison.Ordinal)).ToList();

        Assert.Equal("  Water Quality Mass Balance (mg)", lines[0]);
        Assert.Equal(
            ["Initial Mass:", "Mass Inflow:", "Mass Outflow:", "Mass Reacted:", "Final Mass:", "Mass Ratio:"],
            lines.Skip(2).Take(6).Select(l => l[2..20].Trim()));
        Assert.EndsWith(" 1.00000", lines[7], StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_and_precision_hold_for_quality()
    {
        var text = Report("AGE", Inp.Replace("REACTION YES", "QUALITY ABOVE 1\n QUALITY PRECISION 4", StringComparison.Ordinal));

        Assert.Contains("with Quality above 1.00 hrs", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^  A .* 0\.\d{4}$", text);
        Assert.Matches(@"(?m)^  A .* \d\.\d{4}$", text);
    }

    private static void Same(SimulationResults results, EpanetOutputFile file, double unit)
    {
        for (var k = 1; k < file.Periods; k++)
        {
            Assert.Equal(
                results.Quality[0].NodeColumn(k, 0).Select(v => (float)(v / unit)),
                file.Nodes(EpanetNodeVariable.Quality, k).ToArray());
            Assert.Equal(
                results.Quality[0].LinkColumn(k, 0).Select(v => (float)(v / unit)),
                file.Links(EpanetLinkVariable.Quality, k).ToArray());
        }
    }

    private static Network NetworkOf(string option, string inp = Inp)
    {
        var read = InpReader.Read(
            Encoding.UTF8.GetBytes($"{inp}\n[OPTIONS]\n UNITS LPS\n QUALITY {option}\n"), "network.inp");
        Assert.DoesNotContain(read.Diagnostics, d => d.Severity != DiagnosticSeverity.Notice);
        return read.Network!;
    }

    private static SimulationResults Run(Network network, params ImmutableArray<QualityAnalysis> analyses) => ExtendedPeriod.Run(
        network, new RunOptions { Quality = analyses }, cancellation: TestContext.Current.CancellationToken);

    private static SimulationResults RunOwn(Network network) =>
        Run(network, QualityAnalysis.Of(network) is { } own ? [own] : []);

    private static int ModeOf(Network network, params ImmutableArray<QualityAnalysis> analyses) =>
        Read(Run(network, analyses)).QualityMode;

    private static (SimulationResults Results, EpanetOutputFile File) Written(string option, string inp = Inp)
    {
        var results = RunOwn(NetworkOf(option, inp));
        return (results, Read(results));
    }

    private static EpanetOutputFile Read(SimulationResults results)
    {
        using var stream = new MemoryStream();
        EpanetOutput.Write(results, stream);
        stream.Position = 0;
        return EpanetOutputReader.Read(stream).File!;
    }

    private static string Report(string option, string inp = Inp)
    {
        using var writer = new StringWriter();
        EpanetReport.Write(RunOwn(NetworkOf(option, inp)), writer);
        return writer.ToString();
    }
}
