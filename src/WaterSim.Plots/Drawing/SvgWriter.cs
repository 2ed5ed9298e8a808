using System.Globalization;
using System.Text;
using System.Xml;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Drawing;

/// <summary>
/// Copies Skia's SVG and mends it: a view box, so that the figure scales where it is placed; a title; stand-in font
/// families; and ids of its own, since Skia counts them over the whole process, so that files would depend on what
/// was drawn before and two figures in one page could share one.
/// </summary>
internal sealed class SvgWriter(string name, string title, float width, float height, Typography type)
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>Copies an SVG from a stream to another.</summary>
    public void Copy(Stream skia, Stream stream)
    {
        using var reader = XmlReader.Create(skia, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        using var writer = XmlWriter.Create(
            stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false, NewLineChars = "\n" });
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    CopyElement(reader, writer);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteFullEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
                    when reader.Depth > 0:
                    writer.WriteString(reader.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private void CopyElement(XmlReader reader, XmlWriter writer)
    {
        var isRoot = reader.Depth == 0;
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            writer.WriteAttributeString(
                reader.Prefix, reader.LocalName, reader.NamespaceURI, Mend(reader.LocalName, reader.Value));
        }

        reader.MoveToElement();
        if (isRoot)
        {
            writer.WriteAttributeString(
                "viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0.##} {height:0.##}"));
            writer.WriteAttributeString("role", "img");
            writer.WriteElementString("title", reader.NamespaceURI, title);
        }

        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    private string Mend(string attribute, string value)
    {
        if (attribute == "font-family")
        {
            return type.CssFamilies;
        }

        if (attribute == "id")
        {
            return OwnId(value);
        }

        return value.StartsWith("url(#", StringComparison.Ordinal) ? $"url(#{OwnId(value[5..^1])})"
            : attribute == "href" && value.StartsWith('#') ? "#" + OwnId(value[1..])
            : value;
    }

    private string OwnId(string id)
    {
        if (!_ids.TryGetValue(id, out var own))
        {
            own = string.Create(CultureInfo.InvariantCulture, $"{name}-{_ids.Count + 1}");
            _ids.Add(id, own);
        }

        return own;
    }
}
