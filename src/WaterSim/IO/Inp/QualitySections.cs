using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[QUALITY], [SOURCES] and [MIXING].</summary>
internal static class QualitySections
{
    public static void Quality(InpSession session, InpLines line)
    {
        var name = new LineElement("quality of", 0);
        while (line.Next())
        {
            if (line.Count < 2)
            {
                Ignore(session, line, 0, name, "it gives no value");
                continue;
            }

            var value = line.Count == 2 ? 1 : 2;
            if (!session.TryNotNegative(line, value, name, "quality", out var quality))
            {
                continue;
            }

            var nodes = session.NodeList.Count;
            if (value == 1)
            {
                if (session.TryNode(line, 0, name, out var at))
                {
                    session.Quality.SetInitial(at, nodes, quality);
                }
            }
            else if (IdRange.TryRead(session, line, 0, nodes, name, out var range))
            {
                for (var i = 0; i < nodes; i++)
                {
                    if (range.Contains(session.Nodes[i].Id))
                    {
                        session.Quality.SetInitial(i, nodes, quality);
                    }
                }
            }
        }
    }

    public static void Sources(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            var name = $"source at {InpSession.Name(line[0])}";
            if (line.Count < 2)
            {
                session.Missing(line, name, "kind or strength", "node CONCEN|MASS|SETPOINT|FLOWPACED strength [pattern]");
                continue;
            }

            if (!session.TryNode(line, 0, name, out var at))
            {
                continue;
            }

            // EPANET 1.1 gave no kind.
            var isKnown = TryKind(line, out var kind);
            var value = isKnown ? 2 : 1;
            if (value >= line.Count)
            {
                session.Missing(line, name, "strength", "node CONCEN|MASS|SETPOINT|FLOWPACED strength [pattern]");
                continue;
            }

            if (!isKnown && !InpNumber.TryParse(line[1], out _))
            {
                session.Keyword(line, 1, name, "CONCEN, MASS, SETPOINT, FLOWPACED");
                continue;
            }

            var ok = session.TryNumber(line, value, name, "strength", out var strength);
            var pattern = -1;
            if (line.Count > value + 1 && !line[value + 1].SequenceEqual("*"u8))
            {
                ok &= session.TryPattern(line, value + 1, name, out pattern);
            }

            if (ok)
            {
                session.Quality.Sources[at] = (kind, strength, pattern);
            }
        }
    }

    public static void Mixing(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            var name = $"mixing of {InpSession.Name(line[0])}";
            if (line.Count < 2)
            {
                Ignore(session, line, 0, name, "it gives no model");
                continue;
            }

            if (!session.TryNode(line, 0, name, out var at))
            {
                continue;
            }

            if (session.Nodes[at].Kind != NodeKind.Tank)
            {
                Ignore(session, line, 0, name, "only a tank mixes water");
                continue;
            }

            if (!TryModel(line, out var model))
            {
                session.Keyword(line, 1, name, "MIXED, 2COMP, FIFO, LIFO");
                continue;
            }

            double fraction = 1;
            if (model == MixingModel.TwoCompartments && line.Count == 3 &&
                !session.TryNotNegative(line, 2, name, "fraction", out fraction))
            {
                continue;
            }

            session.Quality.Mixing[at] = (model, fraction == 0 ? 1 : fraction);
        }
    }

    private static bool TryKind(scoped in InpLines line, out QualitySourceKind kind)
    {
        (kind, var known) =
            line.Is(1, "CONCEN") ? (QualitySourceKind.Concentration, true) :
            line.Is(1, "MASS") ? (QualitySourceKind.Mass, true) :
            line.Is(1, "SETPOINT") ? (QualitySourceKind.SetPoint, true) :
            line.Is(1, "FLOWPACED") ? (QualitySourceKind.FlowPaced, true) :
            (default, false);
        return known;
    }

    private static bool TryModel(scoped in InpLines line, out MixingModel model)
    {
        (model, var known) =
            line.Is(1, "MIXED") ? (MixingModel.Complete, true) :
            line.Is(1, "2COMP") ? (MixingModel.TwoCompartments, true) :
            line.Is(1, "FIFO") ? (MixingModel.FirstInFirstOut, true) :
            line.Is(1, "LIFO") ? (MixingModel.LastInFirstOut, true) :
            (default, false);
        return known;
    }

    private static void Ignore(InpSession session, scoped in InpLines line, int token, LineElement name, string why) =>
        session.Warning(InpCodes.IgnoredData, line, token, name, $"{why}: the line is left out", "Correct or remove it.");
}
