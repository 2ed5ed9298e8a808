using System.Text;

namespace WaterSim.IO.Inp;

/// <summary>One run of lines under a section heading.</summary>
/// <param name="Section">Which section.</param>
/// <param name="HeadingLine">Line of the heading, from 1; 0: what stands before the first heading.</param>
/// <param name="Heading">The heading as a message shows it, where there is something to say of it.</param>
/// <param name="Start">Offset of the first byte after the heading's line.</param>
/// <param name="End">Offset after the last byte.</param>
/// <param name="FirstLine">Line number at <paramref name="Start"/>.</param>
/// <param name="Lines">How many lines there are.</param>
internal readonly record struct InpBlock(
    InpSection Section, int HeadingLine, string? Heading, int Start, int End, int FirstLine, int Lines)
{
    private const int MostRoom = 1 << 21;
    private const int ShortestLine = 4;

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

    /// <summary>How many lines room may be made for beforehand: honest ones are not so short.</summary>
    public int Room => Math.Min(Lines, Math.Min(MostRoom, ((End - Start) / ShortestLine) + 1));

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

    /// <summary>The heading of a section as EPANET 2.3 asks for it.</summary>
    public static string WholeHeading(InpSection section) => $"[{section.ToString().ToUpperInvariant()}]";
}
