using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Option QUALITY: NONE, AGE, TRACE node, CHEMICAL, or a chemical's name and unit.</summary>
internal static class QualityOption
{
    public static void Read(InpSession session, scoped in InpLines line)
    {
        if (line.Count < 2)
        {
            return;
        }

        var draft = session.Quality;
        var before = draft.Options;
        QualityMode? word =
            line.Is(1, "NONE") ? QualityMode.None :
            line.Is(1, "CHEM") ? QualityMode.Chemical :
            line.Is(1, "AGE") ? QualityMode.Age :
            line.Is(1, "TRACE") ? QualityMode.Trace :
            null;
        draft.TraceNode = null;
        if (word == QualityMode.Trace)
        {
            if (line.Count < 3)
            {
                session.Missing(line, "option QUALITY", "the node to be traced", "QUALITY TRACE node");
                return;
            }

            draft.TraceNode = (InpSession.String(line[2]), line.Number, line.Column(2));
        }

        draft.Options = word is { } mode ? before with { Mode = mode } : Named(session, line, before);
    }

    private static QualityOptions Named(InpSession session, scoped in InpLines line, QualityOptions before)
    {
        for (var i = 1; i < Math.Min(line.Count, 3); i++)
        {
            if (!IdRules.IsWritable(InpSession.String(line[i])))
            {
                session.Error(
                    InpCodes.UnknownKeyword, line, i, "option QUALITY",
                    $"{InpSession.Show(line[i])} is no {(i == 1 ? "analysis" : "unit")}",
                    "Write NONE, AGE, TRACE node, CHEMICAL, or a chemical's name and mg/L or ug/L.");
                return before;
            }
        }

        var units = line.Count > 2 ? InpSession.String(line[2]) : before.ChemicalUnits;
        return before with
        {
            Mode = QualityMode.Chemical,
            Chemical = InpSession.String(line[1]),
            ChemicalUnits = units,
        };
    }
}
