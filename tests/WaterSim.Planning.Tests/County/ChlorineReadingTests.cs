using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.County;

/// <summary>The <c>quality:</c> part of a system file, and the network that it makes.</summary>
public sealed class ChlorineReadingTests
{
    private const double Day = 86_400;
    private const double Exact = 1e-15;

    private static CountySystem System { get; } = SmallCounty.Read(SmallCounty.Yaml).System!;

    [Fact]
    public void A_good_part_is_read_in_SI()
    {
        var scheme = System.Chlorine!;

        Assert.Equal(TimeSpan.FromMinutes(5), scheme.Step);
        Assert.Equal(0.3, scheme.InitialConcentration);
        Assert.Equal(-0.5 / Day, scheme.BulkCoefficient, Exact);
        Assert.Equal([0, 0.145], scheme.Walls.Select(w => w.MinimumDiameter));
        Assert.Equal([new PlantDose("W", 0.7)], scheme.Plants);
        Assert.Equal([new Redosing("T", 0.2, 0.4)], scheme.Tanks);
        Assert.Equal([new Redosing("P", 0.15, 0.35)], scheme.Boosters);
        Assert.Equal(new ChlorineLimits(0.3, 0.05, 2), scheme.Limits);
    }

    [Theory]
    [InlineData(0.05, -0.02)]
    [InlineData(0.1449, -0.02)]
    [InlineData(0.145, -0.1)]
    [InlineData(0.7, -0.1)]
    public void A_pipe_takes_the_last_wall_class_that_begins_at_or_below_its_diameter(double diameter, double perDay)
    {
        Assert.Equal(perDay / Day, System.Chlorine!.WallCoefficient(diameter), Exact);
    }

    [Theory]
    [InlineData("WS4006", "step_min: 5", "step_min: 5\n  @steps: 3")]
    [InlineData("WS4006", "dose_mg_per_l: 0.7", "dose_mg_per_l: 0.7, @dose: 1")]
    [InlineData("WS4006", "wall_m_per_day: -0.1", "wall_m_per_day: -0.1, @to_mm: 9")]
    [InlineData("WS4006", "max_mg_per_l: 2", "max_mg_per_l: 2, @most: 3")]
    [InlineData("WS4007", "quality:\n  step_min: 5\n  initial", "quality:\n  @initial")]
    [InlineData("WS4007", "step_min: 5\n  initial_mg_per_l: 0.3\n  bulk_per_day: -0.5", "@step_min: 5\n  initial_mg_per_l: 0.3")]
    [InlineData("WS4007", "{ from_mm: 145, wall_m_per_day: -0.1 }", "@{ from_mm: 145 }")]
    [InlineData("WS4007", "{ id: W, dose_mg_per_l: 0.7 }", "@{ id: W }")]
    [InlineData("WS4007", "{ id: W, dose_mg_per_l: 0.7 }", "@{ dose_mg_per_l: 0.7 }")]
    [InlineData("WS4007", "id: T, below_mg_per_l: 0.2, to_mg_per_l: 0.4", "id: T, below_mg_per_l: 0.2, to_mg_per_l: @~")]
    [InlineData("WS4007", "plant_min_mg_per_l: 0.3, tap_min_mg_per_l: 0.05, max_mg_per_l: 2", "plant_min_mg_per_l: @~, tap_min_mg_per_l: 0.05, max_mg_per_l: 2")]
    [InlineData("WS4007", "walls:\n    - { from_mm: 0, wall_m_per_day: -0.02 }\n    - { from_mm: 145, wall_m_per_day: -0.1 }", "walls: @[]")]
    [InlineData("WS4009", "bulk_per_day: -0.5", "bulk_per_day: @fast")]
    [InlineData("WS4009", "bulk_per_day: -0.5", "bulk_per_day: @.nan")]
    [InlineData("WS4009", "limits: { plant_min_mg_per_l: 0.3, tap_min_mg_per_l: 0.05, max_mg_per_l: 2 }", "limits: @2")]
    [InlineData("WS4009", "plants:\n    - { id: W, dose_mg_per_l: 0.7 }", "plants: @W")]
    [InlineData("WS4010", "step_min: 5", "step_min: @0")]
    [InlineData("WS4010", "step_min: 5", "step_min: @1e300")]
    [InlineData("WS4010", "initial_mg_per_l: 0.3", "initial_mg_per_l: @-0.3")]
    [InlineData("WS4010", "dose_mg_per_l: 0.7", "dose_mg_per_l: @-0.7")]
    [InlineData("WS4010", "below_mg_per_l: 0.2", "below_mg_per_l: @-0.2")]
    [InlineData("WS4010", "to_mg_per_l: 0.4", "to_mg_per_l: @-0.4")]
    [InlineData("WS4010", "tap_min_mg_per_l: 0.05", "tap_min_mg_per_l: @-0.05")]
    [InlineData("WS4010", "bulk_per_day: -0.5", "bulk_per_day: @0.5")]
    [InlineData("WS4010", "wall_m_per_day: -0.1", "wall_m_per_day: @0.1")]
    [InlineData("WS4012", "id: W, dose", "id: @\"W 1\", dose")]
    [InlineData("WS4013", "- { id: W, dose_mg_per_l: 0.7 }", "- { id: W, dose_mg_per_l: 0.7 }\n    - { id: @W, dose_mg_per_l: 0.6 }")]
    [InlineData("WS4016", "id: W, dose", "id: @W9, dose")]
    [InlineData("WS4016", "id: T, below", "id: @CW, below")]
    [InlineData("WS4016", "id: P, below", "id: @PA, below")]
    [InlineData("WS4028", "clear_well: CW, outlets: [OUT], node: CW", "clear_well: CW, outlets: [OUT], node: T", "id: T, below", "id: @T, below")]
    [InlineData("WS4029", "from_mm: 0,", "from_mm: @10,")]
    [InlineData("WS4029", "from_mm: 145,", "from_mm: @0,")]
    [InlineData("WS4029", "to_mg_per_l: 0.4", "to_mg_per_l: @0.1")]
    [InlineData("WS4029", "plant_min_mg_per_l: 0.3", "plant_min_mg_per_l: @0.04")]
    [InlineData("WS4029", "max_mg_per_l: 2", "max_mg_per_l: @0.2")]
    public void A_fault_is_reported_where_it_stands(string code, params string[] changes)
    {
        var yaml = SmallCounty.Yaml;
        for (var i = 0; i < changes.Length; i += 2)
        {
            Assert.Contains(changes[i], yaml, StringComparison.Ordinal);
            yaml = yaml.Replace(changes[i], changes[i + 1], StringComparison.Ordinal);
        }

        var at = yaml.IndexOf('@', StringComparison.Ordinal);
        var before = yaml[..at];
        var result = SmallCounty.Read(yaml.Remove(at, 1));

        Assert.Null(result.System);
        var found = Assert.Single(result.Diagnostics);
        Assert.Equal((code, DiagnosticSeverity.Error), (found.Code, found.Severity));
        Assert.Equal(
            (before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n')),
            (found.Location!.Line, found.Location.Column));
        Assert.StartsWith("quality", found.Element, StringComparison.Ordinal);
        Assert.NotNull(found.Remedy);
    }

    [Fact]
    public void The_part_may_be_left_out_and_then_there_is_no_chlorine()
    {
        var at = SmallCounty.Yaml.IndexOf("quality:", StringComparison.Ordinal);
        var towns = SmallCounty.Yaml.IndexOf("towns:", StringComparison.Ordinal);

        var result = SmallCounty.Read(SmallCounty.Yaml.Remove(at, towns - at));

        Assert.Empty(result.Diagnostics);
        Assert.Null(result.System!.Chlorine);
        Assert.Throws<InvalidOperationException>(() => result.System.WithChlorine(SmallCounty.Network));
    }

    [Fact]
    public void The_network_is_dosed_at_plants_tanks_and_where_boosters_lead()
    {
        var network = System.WithChlorine(SmallCounty.Network);

        Assert.Equal(["B", "CW", "T"], network.Nodes.Where(n => n.Source is not null).Select(n => n.Id));
        Assert.Equal(new QualitySource(QualitySourceKind.SetPoint, 0.7), network.FindNode("CW")!.Source);
        Assert.Equal(new QualitySource(QualitySourceKind.SetPoint, 0.4) { Below = 0.2 }, network.FindNode("T")!.Source);
        Assert.Equal(new QualitySource(QualitySourceKind.SetPoint, 0.35) { Below = 0.15 }, network.FindNode("B")!.Source);
        Assert.All(network.Nodes, n => Assert.Equal(n is Reservoir ? 0 : 0.3, n.InitialQuality));
        Assert.Equal(-0.5 / Day, network.Reactions.BulkCoefficient, Exact);
        Assert.Equal(
            [-0.1, -0.1, -0.1, -0.02],
            network.Links.OfType<Pipe>().Select(p => Math.Round(p.WallCoefficient!.Value * Day, 12)));
        Assert.Equal(
            (QualityMode.Chemical, "Chlorine", "mg/L"),
            (network.Quality.Mode, network.Quality.Chemical, network.Quality.ChemicalUnits));
        Assert.Equal(TimeSpan.FromMinutes(5), network.Times.QualityStep);
        Assert.Equal(NetworkValidator.Validate(SmallCounty.Network), NetworkValidator.Validate(network));
    }

    [Fact]
    public void What_the_network_said_of_quality_is_replaced()
    {
        var network = SmallCounty.Network with
        {
            Nodes = [.. SmallCounty.Network.Nodes.Select(n => n with { InitialQuality = 9, Source = new(QualitySourceKind.Mass, 1) })],
            Reactions = new ReactionOptions { WallCoefficient = -1, RoughnessCorrelation = -1, LimitingPotential = 1 },
        };

        var with = System.WithChlorine(network);

        Assert.Null(with.FindNode("A")!.Source);
        Assert.Equal(0, with.FindNode("R")!.InitialQuality);
        Assert.Equal(new ReactionOptions { BulkCoefficient = with.Reactions.BulkCoefficient }, with.Reactions);
    }

    [Fact]
    public void A_network_without_a_dosed_node_is_the_callers_mistake()
    {
        var other = SmallCounty.Network with { Nodes = [.. SmallCounty.Network.Nodes.Where(n => n.Id != "T")] };

        Assert.Throws<ArgumentException>(() => System.WithChlorine(other));
    }
}
