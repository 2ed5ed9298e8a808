using WaterSim.Model;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Plots.Tests;

/// <summary>Figures of a network without a county.</summary>
public class NetworkFiguresTests
{
    [Fact]
    public void A_network_alone_has_map_tanks_supply_pressure_and_demand()
    {
        var set = FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop()));
        Assert.Equal(
            ["network-map", "tank-levels", "source-supply", "pressure-distribution", "demand-pattern"],
            set.Figures.Select(f => f.Name));
        Assert.Empty(set.Diagnostics);
        Assert.Contains("Reservoir Source: 2,074 m³/d", Words(set, "source-supply"), StringComparison.Ordinal);
        Assert.Contains("Small town", set.Figures[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_coordinates_there_is_no_map_and_a_notice_says_so()
    {
        var set = FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop(placed: false)));
        Assert.DoesNotContain(set.Figures, f => f.Name == "network-map");
        var notice = Assert.Single(set.Diagnostics);
        Assert.Equal(("WS6002", DiagnosticSeverity.Notice), (notice.Code, notice.Severity));
        Assert.Contains("no node has coordinates", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_steady_state_has_a_map_and_the_distribution_of_pressure()
    {
        var set = FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop(), times: 1));
        Assert.Equal(["network-map", "pressure-distribution"], set.Figures.Select(f => f.Name));
        Assert.Equal(3, set.Diagnostics.Length);
        Assert.All(set.Figures, f => Assert.NotEmpty(Images.PngBytes(f)));
        Assert.Contains("Steady state", Words(set, "network-map"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_network_of_one_node_can_be_drawn()
    {
        var network = new Network { Nodes = [new Junction { Id = "only", Position = new MapPoint(3, 4) }] };
        var set = FigureSet.Draw(SmallNetworks.Day(network));
        Assert.Contains(set.Figures, f => f.Name == "network-map");
        Assert.All(set.Figures, f => Assert.NotEmpty(Images.PngBytes(f)));
        Assert.All(set.Figures, f => Assert.NotNull(Images.Svg(f).Root));
    }

    [Fact]
    public void An_empty_run_has_no_figure_and_says_why()
    {
        var set = FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop(), times: 0));
        Assert.Empty(set.Figures);
        Assert.Equal("WS6002", Assert.Single(set.Diagnostics).Code);
    }

    [Fact]
    public void Values_that_are_not_numbers_are_left_out_of_the_scale_and_named()
    {
        var set = FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop(), withNaN: true));
        Assert.All(set.Figures, f => Assert.NotEmpty(Images.PngBytes(f)));
        Assert.All(set.Figures, f => Assert.DoesNotContain("NaN", Words(set, f.Name), StringComparison.Ordinal));
        Assert.Contains("Not reached by a source (6)", Words(set, "network-map"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_ids_are_escaped()
    {
        var set = FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop("<&\">")));
        Assert.Contains("Tank<&\">", Words(set, "network-map"), StringComparison.Ordinal);
        Assert.Contains("Tank<&\">", Words(set, "tank-levels"), StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_ids_without_a_font_become_question_marks_and_a_notice_says_so()
    {
        var options = new FigureOptions { ChineseFamilies = [] };
        var set = FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop("水")), options: options);
        Assert.Equal("WS6003", Assert.Single(set.Diagnostics).Code);
        Assert.Contains("Tank?", Words(set, "network-map"), StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_ids_are_drawn_where_a_font_has_them()
    {
        Assert.SkipUnless(NoFonts.HasChinese, "no font for Chinese is installed (Debian: fonts-wqy-microhei)");
        var set = FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop("水")));
        Assert.Empty(set.Diagnostics);
        Assert.Contains("Tank水", Words(set, "network-map"), StringComparison.Ordinal);
        Assert.Contains("Lowest pressure head, m", Words(set, "network-map"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(9)]
    [InlineData(double.NaN)]
    public void A_scale_out_of_range_is_refused(double scale) => Assert.Throws<ArgumentException>(
        () => FigureSet.Draw(SmallNetworks.Day(SmallNetworks.Loop()), options: new FigureOptions { Scale = scale }));

    private static string Words(FigureSet set, string name) =>
        Images.Words(Images.Svg(set.Figures.Single(f => f.Name == name)));
}
