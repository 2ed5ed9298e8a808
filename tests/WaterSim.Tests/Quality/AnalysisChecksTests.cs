using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

public sealed class AnalysisChecksTests
{
    private static readonly Network Small = Draw.Network(
        [Draw.Junction("j", demand: 0.01), Draw.Reservoir("r", 50).At(1)], [Draw.Pipe("p", "r", "j")]) with
    {
        Reactions = new ReactionOptions { BulkCoefficient = -1e-5 },
        Times = QualityDraw.Every(60, 3600, 3600),
    };

    [Fact]
    public void What_fits_has_no_findings() =>
        Assert.Empty(AnalysisChecks.Check(Small, [QualityAnalysis.Age, QualityAnalysis.Blend, QualityAnalysis.Chemical, QualityAnalysis.Trace("j")]));

    [Fact]
    public void A_node_that_does_not_exist_cannot_be_traced()
    {
        var finding = Only(Small, AnalysisChecks.UnknownNode, DiagnosticSeverity.Error, QualityAnalysis.Trace("nowhere"));
        Assert.Equal("quality trace:nowhere", finding.Element);
        Assert.Contains("'nowhere'", finding.Message, StringComparison.Ordinal);
        var refused = Assert.Throws<ArgumentException>(() => Small.Follow(QualityAnalysis.Age, QualityAnalysis.Trace("nowhere")));
        Assert.Contains("WS3101", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'nowhere'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(finding.Remedy!, refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ExtendedPeriod.Run(
            CompiledNetwork.Of(Small), new RunOptions { Quality = [QualityAnalysis.Trace("nowhere")] },
            cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Ids_are_told_apart_by_case() =>
        Only(Small, AnalysisChecks.UnknownNode, DiagnosticSeverity.Error, QualityAnalysis.Trace("R"));

    [Fact]
    public void A_blend_tells_62_reservoirs_apart_and_refuses_more()
    {
        Assert.Empty(AnalysisChecks.Check(Reservoirs(62), [QualityAnalysis.Blend]));
        var results = Reservoirs(62).Follow(QualityAnalysis.Blend);
        Assert.Equal(64, results.Quality[0].Columns.Length);
        Assert.Equal(1, results.Quality[0].Nodes(1)[..64].ToArray().Sum(), 1e-12);
        var finding = Only(Reservoirs(63), AnalysisChecks.TooManySources, DiagnosticSeverity.Error, QualityAnalysis.Blend);
        Assert.Equal("quality blend", finding.Element);
        Assert.Contains("63 reservoirs", finding.Message, StringComparison.Ordinal);
        Assert.Contains("trace:ID", finding.Remedy, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Reservoirs(63).Follow(QualityAnalysis.Blend));
    }

    [Fact]
    public void A_chemical_that_nothing_gives_is_told()
    {
        var network = Small with { Nodes = [Small.Nodes[0], Draw.Reservoir("r", 50)] };
        var finding = Only(network, AnalysisChecks.NoSource, DiagnosticSeverity.Warning, QualityAnalysis.Chemical);
        Assert.Equal("quality Chemical", finding.Element);
        Assert.Contains("[QUALITY]", finding.Remedy, StringComparison.Ordinal);
        Assert.Contains("[SOURCES]", finding.Remedy, StringComparison.Ordinal);
        Assert.Equal(0, network.Follow(QualityAnalysis.Chemical).Quality("j", 1));
        var dosed = network with { Nodes = [network.Nodes[0].With(QualitySourceKind.Mass, 1), network.Nodes[1]] };
        Assert.Empty(AnalysisChecks.Check(dosed, [QualityAnalysis.Chemical]));
    }

    [Theory]
    [InlineData(QualityMode.Age)]
    [InlineData(QualityMode.Trace)]
    public void Ages_and_shares_of_a_file_are_no_concentrations(QualityMode mode)
    {
        // An hour of age at the reservoir is 3600 s there, and no chlorine.
        var network = Draw.Network(
            [Draw.Junction("j", demand: 0.01), Draw.Reservoir("r", 50).At(3600)], [QualityDraw.Short("p", "r", "j")]) with
        {
            Quality = new QualityOptions { Mode = mode, TraceNodeId = mode == QualityMode.Trace ? "r" : null },
            Times = QualityDraw.Every(60, 3600, 7200),
        };
        Assert.Contains(AnalysisChecks.Check(network, [QualityAnalysis.Chemical]), d => d.Code == AnalysisChecks.NoSource);
        Assert.Equal(0, network.Follow(QualityAnalysis.Chemical).Quality("j", 2));
    }

    [Fact]
    public void A_chemical_that_does_not_react_is_told()
    {
        var network = Small with { Reactions = new(), Quality = new QualityOptions { Mode = QualityMode.Chemical, Chemical = "Fluoride" } };
        var finding = Only(network, AnalysisChecks.NoCoefficient, DiagnosticSeverity.Warning, QualityAnalysis.Chemical);
        Assert.Equal("quality Fluoride", finding.Element);
        Assert.Contains("GLOBAL BULK", finding.Remedy, StringComparison.Ordinal);
        Assert.Empty(AnalysisChecks.Check(network, [QualityAnalysis.Age]));
    }

    // The remedy says "write 0 there": a pipe's own 0 is such a word.
    [Fact]
    public void A_coefficient_of_any_pipe_or_tank_or_a_roughness_is_enough()
    {
        var still = Small with { Reactions = new() };
        Network[] reacting =
        [
            still with { Links = [((Pipe)still.Links[0]) with { BulkCoefficient = -1 }] },
            still with { Links = [((Pipe)still.Links[0]) with { WallCoefficient = 0 }] },
            still with { Nodes = [still.Nodes[0], Draw.Tank("r", 50, 5, 10).At(1) is Tank t ? t with { BulkCoefficient = -1 } : null!] },
            still with { Reactions = new ReactionOptions { RoughnessCorrelation = -1 } },
            still with { Reactions = new ReactionOptions { WallCoefficient = -1 } },
        ];
        Assert.All(reacting, n => Assert.Empty(AnalysisChecks.Check(n, [QualityAnalysis.Chemical])));
    }

    [Fact]
    public void A_quality_step_longer_than_the_hydraulic_step_is_told_once_and_the_hydraulic_one_taken()
    {
        var network = Small with { Times = Small.Times with { QualityStep = TimeSpan.FromHours(2) } };
        var finding = Only(
            network, AnalysisChecks.StepTooLong, DiagnosticSeverity.Warning, QualityAnalysis.Age, QualityAnalysis.Trace("r"));
        Assert.Equal("times", finding.Element);
        Assert.Contains("QUALITY TIMESTEP", finding.Remedy, StringComparison.Ordinal);
        Assert.Empty(AnalysisChecks.Check(network, []));
        var hourly = network with { Times = Small.Times with { QualityStep = TimeSpan.FromHours(1) } };
        Assert.Null(QualityDraw.Difference(
            network.Follow(QualityAnalysis.Age).Quality[0], hourly.Follow(QualityAnalysis.Age).Quality[0], 2));
    }

    [Fact]
    public void An_analysis_that_is_asked_for_twice_is_judged_once() =>
        Only(Small, AnalysisChecks.UnknownNode, DiagnosticSeverity.Error, QualityAnalysis.Trace("x"), QualityAnalysis.Trace("x"));

    [Fact]
    public void A_networks_own_options_say_what_is_followed()
    {
        Assert.Null(QualityAnalysis.Of(Small));
        Assert.Equal(QualityAnalysis.Age, QualityAnalysis.Of(Small with { Quality = new() { Mode = QualityMode.Age } }));
        Assert.Equal(QualityAnalysis.Chemical, QualityAnalysis.Of(Small with { Quality = new() { Mode = QualityMode.Chemical } }));
        Assert.Equal(
            QualityAnalysis.Trace("r"), QualityAnalysis.Of(Small with { Quality = new() { Mode = QualityMode.Trace, TraceNodeId = "r" } }));
    }

    private static Diagnostic Only(Network network, string code, DiagnosticSeverity severity, params QualityAnalysis[] analyses)
    {
        var finding = Assert.Single(AnalysisChecks.Check(network, analyses));
        Assert.Equal(code, finding.Code);
        Assert.Equal(severity, finding.Severity);
        Assert.False(string.IsNullOrEmpty(finding.Remedy));
        return finding;
    }

    // With a negative demand, so that a column is taken by what enters there.
    private static Network Reservoirs(int count) => Draw.Network(
        [Draw.Junction("j", demand: -0.01), .. Enumerable.Range(0, count).Select(i => Draw.Reservoir($"r{i}", 50 + i))],
        [.. Enumerable.Range(0, count).Select(i => Draw.Pipe($"p{i}", $"r{i}", "j"))]) with
    {
        Times = QualityDraw.Every(60, 3600, 3600),
    };
}
