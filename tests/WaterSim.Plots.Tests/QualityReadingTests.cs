using WaterSim.Model;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Map;
using WaterSim.Plots.Tests.Support;
using WaterSim.Quality;

namespace WaterSim.Plots.Tests;

/// <summary>What figures of quality make of a run's numbers.</summary>
public class QualityReadingTests
{
    [Fact]
    public void Ages_have_limits_that_people_use_and_the_oldest_is_the_darkest()
    {
        var classes = ColorClasses.OfAge(Enumerable.Range(0, 200).Select(i => 0.3 * i));
        Assert.Equal([1, 3, 6, 12, 24, 48], classes.Limits);
        Assert.True(classes.Colors[^1].Green < classes.Colors[0].Green);
        Assert.Equal(classes.Limits.Length + 1, classes.Colors.Length);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(1e5, 1e6)]
    public void Any_ages_have_a_scale(double low, double high) =>
        Assert.NotEmpty(ColorClasses.OfAge([low, high]).Limits);

    [Fact]
    public void Small_concentrations_have_small_classes()
    {
        var classes = ColorClasses.Even(Enumerable.Range(0, 101).Select(i => 1e-4 * i));
        Assert.Equal(0.002, classes.Limits[1] - classes.Limits[0], 1e-12);
        Assert.NotEmpty(ColorClasses.Even([0.2, 0.2]).Limits);
        Assert.NotEmpty(ColorClasses.Even([]).Limits);
    }

    [Fact]
    public void Free_chlorine_has_the_classes_of_its_limits()
    {
        var classes = ColorClasses.OfResidual(new Substance(TwoSources.Line()));
        Assert.Equal([0.05, 0.1, 0.3, 1], classes.Limits);
        Assert.Equal((0, 1, 3), (classes.ClassOf(0.049), classes.ClassOf(0.05), classes.ClassOf(0.3)));
    }

    [Theory]
    [InlineData("Chlorine", true)]
    [InlineData("free_chlorine", true)]
    [InlineData("Cl2", true)]
    [InlineData("余氯", true)]
    [InlineData("Chloride", false)]
    [InlineData("氯化物", false)]
    [InlineData("Chlorine_dioxide", false)]
    [InlineData("TotalChlorine", false)]
    [InlineData("Fluoride", false)]
    [InlineData("Chemical", false)]
    public void Free_chlorine_is_known_by_its_names(string name, bool isChlorine) =>
        Assert.Equal(isChlorine, new Substance(TwoSources.Line(chemical: name)).IsChlorine);

    [Fact]
    public void A_mixture_has_a_second_source_only_where_the_first_has_not_nearly_all()
    {
        Assert.Equal(new Mixture(1, 2), Mixture.Of([0.1, 0.6, 0.3]));
        Assert.Equal(new Mixture(2, 0), Mixture.Of([0.2, 0.1, 0.7]));
        Assert.Equal(new Mixture(0, -1), Mixture.Of([0.95, 0.05]));
        Assert.Equal(new Mixture(0, -1), Mixture.Of([0.5, 0]));
        Assert.Equal(new Mixture(-1, -1), Mixture.Of([0, 0]));
        Assert.Equal(new Mixture(-1, -1), Mixture.Of([]));
    }

    [Fact]
    public void The_way_of_the_water_begins_at_a_source_and_counts_the_pipes()
    {
        var network = TwoSources.Line();
        var data = new RunData(TwoSources.Run(network, QualityAnalysis.Chemical), null);
        var path = FlowPath.To(data, network.IndexOfNode("J1"));
        Assert.Equal(["W", "J0", "J1"], path.Select(p => network.Nodes[p.Node].Id));
        Assert.Equal([0, 1000, 2000], path.Select(p => p.Distance));
    }

    [Fact]
    public void The_line_begins_anew_where_something_is_dosed()
    {
        var network = WithSource("J0", new QualitySource(QualitySourceKind.SetPoint, 1.2));
        var (data, view) = Chemical(network);
        var residual = new ResidualPath(data, view, new Substance(network), FlowPath.To(data, network.IndexOfNode("J1")));
        Assert.Equal([1, 2], residual.Pieces.Select(p => p.Count));
        Assert.Equal(1, Assert.Single(residual.Doses).X);
        Assert.Equal(1.2, residual.Doses[0].Mean, 0.05);
    }

    [Theory]
    [InlineData(QualitySourceKind.SetPoint, 5.0)]
    [InlineData(QualitySourceKind.FlowPaced, 5.0)]
    [InlineData(QualitySourceKind.Mass, null)]
    public void What_leaves_a_dosed_tank_is_shown_where_it_is_known(QualitySourceKind kind, double? least)
    {
        var network = WithSource("T", new QualitySource(kind, 5));
        var (data, view) = Chemical(network);
        (int, double)[] path = [(network.IndexOfNode("T"), 0), (network.IndexOfNode("J3"), 1000)];
        var residual = new ResidualPath(data, view, new Substance(network), [.. path]);
        Assert.Equal(least is null ? 1 : 2, Assert.Single(residual.Pieces).Count);
        Assert.True(residual.Pieces[0][0].Low >= (least ?? 0));
    }

    [Fact]
    public void The_shares_of_a_blend_are_counted_by_the_water_delivered()
    {
        var network = TwoSources.Line();
        var results = TwoSources.Run(network, QualityAnalysis.Blend);
        var phrases = new Lettering.Phrases(isChinese: false, isSteady: false);
        var time = new Drawing.TimeAxis(results.Times, TimeSpan.Zero, phrases);
        var context = new ChartContext(new RunData(results, null), phrases, Lettering.FontBook.Latin(), time, null, 1);
        var shares = new BlendShares(context, results.Quality[0]);
        Assert.Equal(1, shares.Sources.Sum(s => s.Delivered), 1e-6);
        Assert.Equal(["W", "E"], shares.Sources.Take(2).Select(s => s.Name));
        Assert.Equal(1, shares.Node(network.IndexOfNode("J2")).Sum(), 1e-6);
        Assert.Equal(0, Mixture.Of(shares.Node(network.IndexOfNode("J0"))).First);
        Assert.Equal(0, Mixture.Of(shares.Link(network, network.IndexOfLink("PW"))).First);
    }

    private static Network WithSource(string id, QualitySource source)
    {
        var network = TwoSources.Line();
        return network with
        {
            Nodes = [.. network.Nodes.Select(n => n.Id != id ? n : n switch
            {
                Junction j => (Node)(j with { Source = source }),
                Tank t => t with { Source = source },
                _ => n,
            })],
        };
    }

    private static (RunData Data, QualityView View) Chemical(Network network)
    {
        var results = TwoSources.Run(network, QualityAnalysis.Chemical);
        var data = new RunData(results, null);
        return (data, new QualityView(data, results.Quality[0]));
    }
}
