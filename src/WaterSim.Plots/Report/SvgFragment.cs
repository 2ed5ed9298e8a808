using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace WaterSim.Plots.Report;

/// <summary>
/// A drawing from a file, fit to stand in a page: parsed as XML without a DTD, only elements and attributes of a list kept, ids given a
/// prefix of their own. What a file may hold besides (scripts, handlers, styles, links, foreign content, entities) does not come through.
/// </summary>
internal sealed class SvgFragment
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const int MostCharacters = 8 * 1024 * 1024;

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal, "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "clipPath", "defs", "title", "desc");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform", "fill", "fill-opacity",
        "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linejoin", "stroke-linecap", "stroke-dasharray",
        "stroke-miterlimit", "opacity", "font-size", "font-weight", "font-style", "text-anchor", "viewBox");

    private SvgFragment(string markup, string title)
    {
        (Markup, Title) = (markup, title);
    }

    /// <summary>The drawing as markup.</summary>
    public string Markup { get; }

    /// <summary>Its title, text; empty where it has none.</summary>
    public string Title { get; }

    /// <summary>Washes a drawing.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="prefix">What every id of it is to begin with: letters, digits, hyphens.</param>
    /// <exception cref="XmlException">It is no XML, has a DTD, or is no SVG.</exception>
    public static SvgFragment Of(Stream file, string prefix)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
        reader.MoveToContent();
        if (reader.LocalName != "svg" || reader.NamespaceURI != SvgNamespace)
        {
            throw new XmlException("It is no SVG drawing.");
        }

        return new Wash(reader, prefix).Do();
    }

    private sealed class Wash(XmlReader reader, string prefix)
    {
        private readonly StringBuilder _out = new(1 << 17);
        private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
        private string _title = "";

        public SvgFragment Do()
        {
            do
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when reader.NamespaceURI != SvgNamespace || !Elements.Contains(reader.LocalName):
                        // The reader then stands at what follows.
                        reader.Skip();
                        continue;
                    case XmlNodeType.Element when reader.Depth == 1 && reader.LocalName == "title":
                        _title = reader.ReadElementContentAsString();
                        continue;
                    case XmlNodeType.Element:
                        Element();
                        break;
                    case XmlNodeType.EndElement:
                        _out.Append("</").Append(reader.LocalName).Append('>');
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA:
                        HtmlText.Append(_out, reader.Value.Trim());
                        break;
                    default:
                        break;
                }

                reader.Read();
            }
            while (!reader.EOF);
            return new SvgFragment(_out.ToString(), _title.Trim());
        }

        private void Element()
        {
            var (isEmpty, isRoot) = (reader.IsEmptyElement, reader.Depth == 0);
            _out.Append('<').Append(reader.LocalName);
            while (reader.MoveToNextAttribute())
            {
                if (reader.NamespaceURI.Length > 0)
                {
                    continue;
                }

                if (reader.LocalName == "id")
                {
                    Attribute("id", OwnId(reader.Value));
                }
                else if (reader.LocalName == "clip-path" && reader.Value.StartsWith("url(#", StringComparison.Ordinal) && reader.Value.EndsWith(')'))
                {
                    Attribute("clip-path", $"url(#{OwnId(reader.Value[5..^1])})");
                }
                else if (Attributes.Contains(reader.LocalName) && !reader.Value.Contains("url", StringComparison.OrdinalIgnoreCase))
                {
                    Attribute(reader.LocalName, reader.Value);
                }
            }

            reader.MoveToElement();
            if (isRoot)
            {
                Attribute("role", "img");
                Attribute("focusable", "false");
            }

            _out.Append(isEmpty ? "/>" : ">");
        }

        private void Attribute(string name, string value)
        {
            _out.Append(' ').Append(name).Append("=\"");
            HtmlText.Append(_out, value);
            _out.Append('"');
        }

        // Numbered, so that no character of a file's id comes through.
        private string OwnId(string id)
        {
            if (!_ids.TryGetValue(id, out var own))
            {
                _ids.Add(id, own = $"{prefix}-{_ids.Count + 1}");
            }

            return own;
        }
    }
}
