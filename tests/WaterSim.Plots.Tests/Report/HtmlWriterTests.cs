using System.Text;
using WaterSim.Plots.Report;

namespace WaterSim.Plots.Tests.Report;

public class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\"><img onerror='x'>", "&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("=cmd ../", "=cmd ../")]
    [InlineData("村 𠮷", "村 𠮷")]
    [InlineData("a\u202Eb\u0001c", "a\uFFFDb\uFFFDc")]
    public void Text_is_shown_and_never_markup(string text, string written)
    {
        var html = new HtmlWriter();
        html.Leaf("p", text, ("title", text));

        Assert.Equal($"<!doctype html>\n<p title=\"{written}\">{written}</p>\n", Encoding.UTF8.GetString(html.ToBytes()));
    }

    [Fact]
    public void Half_a_character_is_shown_as_none()
    {
        var html = new HtmlWriter();
        html.Leaf("p", "a" + (char)0xD800);

        Assert.Equal("<!doctype html>\n<p>a\uFFFD</p>\n", Encoding.UTF8.GetString(html.ToBytes()));
    }

    [Theory]
    [InlineData("script", "id", "x")]
    [InlineData("iframe", "id", "x")]
    [InlineData("img", "id", "x")]
    [InlineData("p", "onclick", "x")]
    [InlineData("p", "style", "x")]
    [InlineData("p", "src", "x")]
    [InlineData("a", "href", "https://example.org")]
    [InlineData("a", "href", "javascript:alert(1)")]
    public void What_could_run_or_fetch_cannot_be_written(string element, string attribute, string value)
    {
        Assert.Throws<ArgumentException>(() => new HtmlWriter().Begin(element, (attribute, value)));
    }

    [Fact]
    public void Data_cannot_end_the_element_that_holds_them()
    {
        var html = new HtmlWriter();
        html.Data("d", json => json.WriteStringValue("</script><!-- & 村"));

        var text = Encoding.UTF8.GetString(html.ToBytes());
        Assert.Contains("\"\\u003C/script\\u003E\\u003C!-- \\u0026 村\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_that_was_not_ended_is_a_mistake()
    {
        var html = new HtmlWriter();
        html.Begin("p");

        Assert.Throws<InvalidOperationException>(() => html.ToBytes());
    }
}
