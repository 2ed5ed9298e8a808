using System.Text;
using System.Xml;
using System.Xml.Linq;
using WaterSim.Plots.Report;

namespace WaterSim.Plots.Tests.Report;

public class SvgFragmentTests
{
    private const string Open = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 5">""";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script href='x.js'/>")]
    [InlineData("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='x' onerror='alert(1)'/></body></foreignObject>")]
    [InlineData("<style>* { background: url(https://example.org) }</style>")]
    [InlineData("<image href='https://example.org/a.png'/>")]
    [InlineData("<a xlink:href='javascript:alert(1)'><text>alert</text></a>")]
    [InlineData("<use href='other.svg#x'/>")]
    [InlineData("<animate attributeName='href' to='javascript:alert(1)'/>")]
    [InlineData("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>")]
    public void What_is_not_drawing_does_not_come_through(string content)
    {
        Assert.Equal("""<svg viewBox="0 0 8 5" role="img" focusable="false"></svg>""", Wash(Open + content + "</svg>").Markup);
    }

    [Theory]
    [InlineData("onload='alert(1)'")]
    [InlineData("style='fill:url(https://example.org)'")]
    [InlineData("fill='url(https://example.org#a)'")]
    [InlineData("stroke='URL(#a)'")]
    [InlineData("clip-path='url(https://example.org#a)'")]
    [InlineData("class='top'")]
    [InlineData("xlink:href='#a'")]
    [InlineData("href='#a'")]
    public void Attributes_that_run_fetch_or_take_on_the_pages_style_do_not_come_through(string attribute)
    {
        Assert.EndsWith("""<path d="M0 0"/></svg>""", Wash($"{Open}<path {attribute} d='M0 0'/></svg>").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_the_pages_own_and_what_points_to_them_follows()
    {
        var washed = Wash($"""{Open}<clipPath id="map-svg"><rect width="1"/></clipPath><g clip-path="url(#map-svg)"><text>a &lt; b</text></g></svg>""", "f3");

        Assert.Contains("""<clipPath id="f3-1"><rect width="1"/></clipPath><g clip-path="url(#f3-1)"><text>a &lt; b</text></g>""", washed.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("map-svg", washed.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'/>")]
    [InlineData("<svg/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>")]
    [InlineData("no XML")]
    public void What_is_no_drawing_is_refused(string text)
    {
        Assert.ThrowsAny<XmlException>(() => Wash(text));
    }

    [Fact]
    public void A_figure_keeps_its_shapes_and_texts()
    {
        var figure = FigureSet.Draw(TwoSourcesRun()).Figures[0];
        using var svg = new MemoryStream();
        figure.WriteSvg(svg);
        svg.Position = 0;
        var before = XDocument.Load(svg);
        svg.Position = 0;
        var washed = SvgFragment.Of(svg, "f1");
        var after = XDocument.Parse(washed.Markup.Replace("<svg ", """<svg xmlns="http://www.w3.org/2000/svg" """, StringComparison.Ordinal));

        Assert.Equal(figure.Title, washed.Title);
        Assert.Equal(Names(before).Where(n => n != "title"), Names(after));
        Assert.Equal(Words(before), Words(after));

        static IEnumerable<string> Names(XDocument svg) => svg.Descendants().Select(e => e.Name.LocalName);
        static IEnumerable<string> Words(XDocument svg) =>
            svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim());
    }

    private static WaterSim.Simulation.SimulationResults TwoSourcesRun() => WaterSim.Simulation.ExtendedPeriod.Run(Support.RunFolders.Network with
    {
        Times = Support.RunFolders.Network.Times with { Duration = TimeSpan.FromHours(2) },
    });

    private static SvgFragment Wash(string text, string prefix = "f1") =>
        SvgFragment.Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), prefix);
}
