using System.Text;

namespace WaterSim.IO.Inp;

/// <summary>One run of lines under a section heading.</summary>
/// <param name="Section">Which section.</param>
/// <param name="Heading">Offset of the heading's bracket; -1: what stands before the first heading.</param>
/// <param name="HeadingLine">Line of the heading, from 1.</param>
/// <param name="Start">Offset of the first byte after the heading's line.</param>
/// <param name="End">Offset after the last byte.</param>
/// <param name="FirstLine">Line number at <paramref name="Start"/>.</param>
internal readonly record struct InpBlock(
    InpSection Section, int Heading, int HeadingLine, int Start, int End, int FirstLine)
{
    // EPANET knows a section by the first letters of its heading.
    private static readonly (string Prefix, InpSection Section)[] Known =
    [
        ("[TITL", InpSection.Title),
        ("[JUNC", InpSection.Junctions),
        ("[RESE", InpSection.Reservoirs),
        ("[TANK", InpSection.Tanks),
        ("[PIPE", InpSection.Pipes),
        ("[PUMP", InpSection.Pumps),
        ("[VALV", InpSection.Valves),
        ("[CONT", InpSection.Controls),
        ("[RULE", InpSection.Rules),
        ("[DEMA", InpSection.Demands),
        ("[SOUR", InpSection.Sources),
        ("[EMIT", InpSection.Emitters),
        ("[LEAK", InpSection.Leakage),
        ("[PATT", InpSection.Patterns),
        ("[CURV", InpSection.Curves),
        ("[QUAL", InpSection.Quality),
        ("[STAT", InpSection.Status),
        ("[ROUG", InpSection.Roughness),
        ("[ENER", InpSection.Energy),
        ("[REAC", InpSection.Reactions),
        ("[MIXI", InpSection.Mixing),
        ("[REPO", InpSection.Report),
        ("[TIME", InpSection.Times),
        ("[OPTI", InpSection.Options),
        ("[COOR", InpSection.Coordinates),
        ("[VERT", InpSection.Vertices),
        ("[LABE", InpSection.Labels),
        ("[BACK", InpSection.Backdrop),
        ("[TAGS", InpSection.Tags),
        ("[END", InpSection.End),
    ];

    /// <summary>The section that a heading such as <c>[JUNCTIONS]</c> opens.</summary>
    public static InpSection SectionOf(ReadOnlySpan<byte> heading)
    {
        foreach (var (prefix, section) in Known)
        {
            if (heading.Length >= prefix.Length &&
                Ascii.EqualsIgnoreCase(heading[..prefix.Length], prefix))
            {
                return section;
            }
        }

        return InpSection.Unknown;
    }

    /// <summary>Cuts a text into its sections, up to [END].</summary>
    public static List<InpBlock> Scan(ReadOnlySpan<byte> text)
    {
        var blocks = new List<InpBlock>();
        var section = InpSection.Unknown;
        var (heading, headingLine, start, line) = (-1, 0, 0, 1);
        var firstLine = 1;
        var counted = 0;
        var at = 0;
        while (at < text.Length)
        {
            var found = text[at..].IndexOf((byte)'[');
            if (found < 0)
            {
                break;
            }

            found += at;
            at = found + 1;
            if (!OpensLine(text, found))
            {
                continue;
            }

            line += text[counted..found].Count((byte)'\n');
            counted = found;
            blocks.Add(new InpBlock(section, heading, headingLine, start, LineStart(text, found), firstLine));
            section = SectionOf(text[found..]);
            var lineEnd = text[found..].IndexOf((byte)'\n');
            (heading, headingLine, firstLine) = (found, line, line + 1);
            at = start = lineEnd < 0 ? text.Length : found + lineEnd + 1;
            if (section == InpSection.End)
            {
                return blocks;
            }
        }

        blocks.Add(new InpBlock(section, heading, headingLine, start, text.Length, firstLine));
        return blocks;
    }

    private static bool OpensLine(ReadOnlySpan<byte> text, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            switch (text[i])
            {
                case (byte)'\n':
                    return true;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }

    private static int LineStart(ReadOnlySpan<byte> text, int at) => text[..at].LastIndexOf((byte)'\n') + 1;
}
