using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace WaterSim.Plots.Report;

/// <summary>
/// Writes HTML of which nothing can be forgotten to escape: texts and values go through one door, names of elements and attributes
/// must be of a list, and nothing else is taken but this assembly's own style and scripts and drawings that were washed
/// (<see cref="SvgFragment"/>). No attribute of it can run a script or fetch anything.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal,
        "html", "head", "body", "title", "header", "main", "footer", "nav", "section", "div", "h1", "h2", "h3", "p", "span", "strong", "em",
        "small", "code", "ul", "ol", "li", "a", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "colgroup", "col",
        "figure", "figcaption", "details", "summary", "button", "label", "input", "select", "option", "output", "svg", "g", "path",
        "circle", "rect", "text", "line", "desc", "time", "meta", "link", "noscript");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.Ordinal, "input", "meta", "link", "col");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "id", "class", "lang", "role", "title", "scope", "tabindex", "type", "for", "name", "value", "min", "max", "step", "content",
        "charset", "rel", "href", "http-equiv", "hidden", "open", "disabled", "selected", "datetime", "colspan", "placeholder",
        "autocomplete", "viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "fill", "stroke",
        "stroke-width", "transform", "text-anchor", "preserveAspectRatio", "focusable");

    private readonly StringBuilder _out = new(1 << 20);
    private readonly Stack<string> _open = new();

    /// <summary>Begins an element.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Names and values; one whose value is null is left out.</param>
    public void Begin(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (!Elements.Contains(element))
        {
            throw new ArgumentException($"<{element}> is no element that a report has.", nameof(element));
        }

        _out.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            Attribute(name, value);
        }

        _out.Append('>');
        if (!Void.Contains(element))
        {
            _open.Push(element);
        }
    }

    /// <summary>Ends the element begun last.</summary>
    public void End()
    {
        var element = _open.Pop();
        _out.Append("</").Append(element).Append('>');
        if (element is "p" or "tr" or "h1" or "h2" or "h3" or "li" or "section" or "caption" or "figure" or "thead")
        {
            _out.Append('\n');
        }
    }

    /// <summary>Text inside the element begun last.</summary>
    public void Text(string text) => HtmlText.Append(_out, text);

    /// <summary>A whole element that holds text alone.</summary>
    public void Leaf(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        if (!Void.Contains(element))
        {
            HtmlText.Append(_out, text);
            End();
        }
    }

    /// <summary>A drawing that was washed.</summary>
    public void Drawing(SvgFragment drawing) => _out.Append(drawing.Markup);

    /// <summary>The report's own style.</summary>
    public void Style(OwnText style) => _out.Append("<style>").Append(style.Text).Append("</style>\n");

    /// <summary>A script of the report's own.</summary>
    public void Script(OwnText script) => _out.Append("<script>").Append(script.Text).Append("</script>\n");

    /// <summary>Data for scripts, as JSON in which every &lt;, &gt; and &amp; is escaped; no browser runs it.</summary>
    public void Data(string id, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DataEncoder }))
        {
            write(json);
        }

        _out.Append("<script type=\"application/json\"");
        Attribute("id", id);
        _out.Append('>').Append(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)).Append("</script>\n");
    }

    /// <summary>The page so far, UTF-8.</summary>
    /// <exception cref="InvalidOperationException">An element was not ended.</exception>
    public byte[] ToBytes()
    {
        if (_open.Count > 0)
        {
            throw new InvalidOperationException($"<{_open.Peek()}> was not ended.");
        }

        return Encoding.UTF8.GetBytes("<!doctype html>\n" + _out);
    }

    private static JavaScriptEncoder DataEncoder { get; } = JavaScriptEncoder.Create(
        UnicodeRanges.BasicLatin, UnicodeRanges.CjkUnifiedIdeographs, UnicodeRanges.CjkSymbolsandPunctuation);

    private void Attribute(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        var isKnown = Attributes.Contains(name) || name.StartsWith("aria-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal);
        if (!isKnown || (name == "href" && !value.StartsWith('#') && value != "data:,"))
        {
            throw new ArgumentException($"{name}=\"{value}\" is no attribute that a report has.", nameof(name));
        }

        _out.Append(' ').Append(name).Append("=\"");
        HtmlText.Append(_out, value);
        _out.Append('"');
    }
}
