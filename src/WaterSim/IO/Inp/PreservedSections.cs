using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[TITLE], and the sections that are kept word for word.</summary>
internal static class PreservedSections
{
    public static void Title(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            session.Title.Add(InpSession.Line(line.Line.TrimEnd(" \t\r"u8)));
        }
    }

    /// <summary>Keeps a section as it stands; where it holds data that would be simulated, a notice names it.</summary>
    public static void Keep(InpSession session, InpBlock block, ReadOnlySpan<byte> text)
    {
        var data = 0;
        var line = new InpLines(text, block.FirstLine);
        while (line.Next())
        {
            data++;
        }

        var name = block.Section.ToString().ToUpperInvariant();
        var kept = session.PreservedLines(name);
        while (!text.IsEmpty)
        {
            var length = text.IndexOf((byte)'\n');
            var row = length < 0 ? text : text[..length];
            kept.Add(InpSession.Line(row.TrimEnd(" \t\r"u8)));
            text = length < 0 ? default : text[(length + 1)..];
        }

        while (kept.Count > 0 && kept[^1].Length == 0)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        var needsNotice = data > 0 &&
            block.Section is not (InpSection.Labels or InpSection.Backdrop);
        if (needsNotice)
        {
            session.Add(new Diagnostic
            {
                Code = InpCodes.SectionPreserved,
                Severity = DiagnosticSeverity.Notice,
                Message = string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"section [{name}] ({data} {(data == 1 ? "line" : "lines")}) is kept, not simulated by this version"),
                Location = new SourceLocation(session.FileName, block.HeadingLine),
            });
        }
    }
}
