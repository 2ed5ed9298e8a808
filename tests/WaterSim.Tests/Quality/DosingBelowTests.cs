using WaterSim.IO.Inp;
using WaterSim.IO.Json;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;
using InpFile = WaterSim.Tests.IO.Inp.InpFile;

namespace WaterSim.Tests.Quality;

/// <summary>A set point that doses only while the water that comes is below a concentration.</summary>
public sealed class DosingBelowTests
{
    private const double Exact = 1e-12;

    // R --Up--> D --Down--> E for 6 h; water passes each pipe, of 1000 m and 0.3 m, in 3000 s.
    private const int Hours = 6;
    private const double Passage = 3000;
    private static readonly double PipeVolume = Math.PI * 0.3 * 0.3 / 4 * 1000;
    private static readonly double Flow = PipeVolume / Passage;

    [Theory]
    [InlineData(0.1, 0.2, 0.4)]
    [InlineData(0.19, 0.2, 0.4)]
    [InlineData(0.2, 0.2, 0.2)]
    [InlineData(0.25, 0.2, 0.25)]
    [InlineData(0.25, null, 0.4)]
    [InlineData(0.5, 0.6, 0.5)]
    [InlineData(0.1, 0.0, 0.1)]
    public void Water_is_raised_to_the_set_point_only_where_it_comes_below_the_threshold(
        double comes, double? below, double leaves)
    {
        var results = Run(Line(comes, below));

        Assert.Equal(leaves, At(results, "D"), Exact);
        Assert.Equal(leaves, At(results, "E"), Exact);
    }

    [Fact]
    public void What_is_dosed_is_the_difference_and_no_more()
    {
        var balance = Run(Line(0.1, below: 0.2)).Quality[0].Balances[0];

        // All that leaves D has 0.4; it comes with nothing while the first pipe's water lasts, and with 0.1 after.
        var volume = Flow * Hours * 3600;
        var dosed = (0.4 * volume) - (0.1 * (volume - PipeVolume));
        Assert.Equal((0.1 * volume) + dosed, balance.Added, 1e-9);
        Assert.Equal(1, balance.Ratio, Exact);
    }

    [Fact]
    public void Dosing_begins_and_ends_with_the_water_that_comes()
    {
        // The reservoir gives 0.1 in even hours and 0.3 in odd ones. What comes to D at a full hour left it 600 s after the
        // full hour before: it has the value of that hour, and 0.1 is raised.
        var network = Line(1, below: 0.2);
        network = network with
        {
            Nodes = [.. network.Nodes.Select(n => n is Reservoir
                ? n with { InitialQuality = 0, Source = new(QualitySourceKind.Concentration, 1, "alternate") } : n)],
            Patterns = [new Pattern("alternate", [0.1, 0.3])],
        };

        var results = Run(network);

        Assert.Equal(
            [0.4, 0.3, 0.4, 0.3, 0.4, 0.3],
            Enumerable.Range(1, Hours).Select(k => Math.Round(At(results, "D", k), 12)));
    }

    [Fact]
    public void A_tank_keeps_its_water_and_doses_what_leaves_it()
    {
        var network = Draw.Network(
            [
                Draw.Junction("E", demand: Flow),
                Draw.Tank("T", 40, level: 5, diameter: 20) with
                {
                    InitialQuality = 0.1, Source = new(QualitySourceKind.SetPoint, 0.4) { Below = 0.2 },
                },
            ],
            [Draw.Pipe("Down", "T", "E")]);

        var results = Run(network with { Times = Times });

        Assert.Equal(0.1, At(results, "T"), Exact);
        Assert.Equal(0.4, At(results, "E"), Exact);
    }

    [Theory]
    [InlineData(QualitySourceKind.SetPoint, -0.1)]
    [InlineData(QualitySourceKind.SetPoint, double.NaN)]
    [InlineData(QualitySourceKind.SetPoint, double.PositiveInfinity)]
    [InlineData(QualitySourceKind.FlowPaced, 0.2)]
    [InlineData(QualitySourceKind.Mass, 0.2)]
    [InlineData(QualitySourceKind.Concentration, 0.2)]
    public void A_threshold_that_means_nothing_is_an_error(QualitySourceKind kind, double below)
    {
        var network = Line(0.1, null, kind);
        network = network with
        {
            Nodes = [.. network.Nodes.Select(n => n.Id == "D" ? n with { Source = n.Source! with { Below = below } } : n)],
        };

        var found = Assert.Single(NetworkValidator.Validate(network), d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(NetworkCodes.ValueOutOfRange, found.Code);
        Assert.Contains("D", found.Element, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_keeps_the_threshold()
    {
        var network = Line(0.1, below: 0.2);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(NetworkJson.ToText(network)));

        Assert.Null(Structure.Difference(network, NetworkJson.Read(stream).Network));
    }

    [Fact]
    public void An_input_file_says_in_a_comment_what_it_cannot_hold_and_a_warning_tells_of_it()
    {
        var network = Line(0.1, below: 0.2);

        var text = InpWriter.ToText(network);
        var row = Assert.Single(text.Split('\n'), l => l.Contains("SETPOINT", StringComparison.Ordinal));
        Assert.EndsWith(";only below 0.2, which this file cannot say", row, StringComparison.Ordinal);
        Assert.Null(InpFile.Network(text).FindNode("D")!.Source!.Below);
        var found = Assert.Single(InpLosses.Of(network));
        Assert.Equal(("source at D", DiagnosticSeverity.Warning), (found.Element, found.Severity));
        Assert.Empty(InpLosses.Of(Line(0.1, null)));
    }

    [Fact]
    public void A_junctions_own_pressures_are_lost_with_a_warning()
    {
        var network = Line(0.1, null);
        network = network with
        {
            Nodes = [.. network.Nodes.Select(n => n is Junction { Id: "E" } j ? j with { RequiredPressure = 15 } : n)],
        };

        Assert.Equal("junction E", Assert.Single(InpLosses.Of(network)).Element);
    }

    private static TimeOptions Times { get; } = new()
    {
        Duration = TimeSpan.FromHours(Hours),
        HydraulicStep = TimeSpan.FromHours(1),
        ReportStep = TimeSpan.FromHours(1),
        PatternStep = TimeSpan.FromHours(1),
        QualityStep = TimeSpan.FromMinutes(5),
    };

    private static Network Line(double comes, double? below, QualitySourceKind kind = QualitySourceKind.SetPoint) => Draw.Network(
        [
            Draw.Junction("D") with { Source = new(kind, 0.4) { Below = below } },
            Draw.Junction("E", demand: Flow),
            Draw.Reservoir("R", 50) with { InitialQuality = comes },
        ],
        [Draw.Pipe("Up", "R", "D"), Draw.Pipe("Down", "D", "E")]) with
    { Times = Times };

    private static SimulationResults Run(Network network) => ExtendedPeriod.Run(
        network, new RunOptions { Quality = [QualityAnalysis.Chemical] },
        cancellation: TestContext.Current.CancellationToken);

    private static double At(SimulationResults results, string node, int k = Hours) =>
        results.Quality[0].Nodes(k)[results.Network.IndexOfNode(node)];
}
