using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[PATTERNS] and [CURVES].</summary>
internal static class SeriesSections
{
    public static void Patterns(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            if (session.PatternIds.TryAdd(line[0], out var at))
            {
                session.Patterns.Add(new PatternDraft(session.NewId(line, "pattern"), line.Number));
            }

            var pattern = session.Patterns[at];
            pattern.Comment ??= CommentAbove(line);
            if (line.Count < 2)
            {
                session.Missing(line, $"pattern {InpSession.Name(line[0])}", "a multiplier", "id multiplier [multiplier ...]");
                session.MarkFaulty(ElementKind.Pattern, at);
            }

            for (var i = 1; i < line.Count; i++)
            {
                if (InpNumber.TryParse(line[i], out var value) ||
                    session.TryNumber(line, i, $"pattern {InpSession.Name(line[0])}", "multiplier", out value))
                {
                    pattern.Multipliers.Add(value);
                }
                else
                {
                    session.MarkFaulty(ElementKind.Pattern, at);
                }
            }
        }
    }

    public static void Curves(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            if (session.CurveIds.TryAdd(line[0], out var at))
            {
                session.Curves.Add(new CurveDraft(session.NewId(line, "curve"), line.Number));
            }

            var curve = session.Curves[at];
            curve.Comment ??= CommentAbove(line);
            if (line.Count < 3)
            {
                session.Missing(line, $"curve {InpSession.Name(line[0])}", line.Count < 2 ? "x" : "y", "id x y");
                session.MarkFaulty(ElementKind.Curve, at);
                continue;
            }

            var ok = session.TryNumber(line, 1, $"curve {InpSession.Name(line[0])}", "x", out var x);
            ok &= session.TryNumber(line, 2, $"curve {InpSession.Name(line[0])}", "y", out var y);
            if (!ok)
            {
                session.MarkFaulty(ElementKind.Curve, at);
                continue;
            }

            curve.Points.Add(new CurvePoint(x, y));
            if (line.Count > 3)
            {
                curve.StatedKind = StatedKind(line, curve.StatedKind);
            }
        }
    }

    private static CurveKind StatedKind(scoped in InpLines line, CurveKind otherwise) =>
        line.Is(3, "VOLUME") ? CurveKind.TankVolume :
        line.Is(3, "PUMP") ? CurveKind.PumpHead :
        line.Is(3, "EFFIC") ? CurveKind.PumpEfficiency :
        line.Is(3, "HEADLOSS") ? CurveKind.ValveHeadLoss :
        line.Is(3, "VALVE") ? CurveKind.ValveOpening :
        otherwise;

    // EPANET keeps the comment line above the first row. The heading of the table is not a comment of its first entry.
    private static string? CommentAbove(scoped in InpLines line)
    {
        var comment = line.CommentAbove;
        if (comment.IsEmpty)
        {
            return null;
        }

        var rest = InpLines.Opens(comment, "ID") ? comment[2..].TrimStart(" \t\r"u8) : default;
        var isHeading = InpLines.Opens(rest, "MULT") || InpLines.Opens(rest, "X");
        return isHeading || comment.IndexOfAnyExcept((byte)'-') < 0 ? null : InpSession.Line(comment);
    }
}
