using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Reads single fields of a line and says what is wrong with them.</summary>
internal static class FieldReader
{
    private const string NumberRemedy = "Write a decimal number such as 12.5.";

    /// <summary>Reads a number, or complains.</summary>
    public static bool TryNumber(
        this InpSession session, scoped in InpLines line, int token, LineElement element, string field, out double value)
    {
        if (InpNumber.TryParse(line[token], out value))
        {
            return true;
        }

        session.Error(
            InpCodes.NotANumber, line, token, element,
            $"{field} {InpSession.Show(line[token])} is not a finite number", NumberRemedy);
        return false;
    }

    /// <summary>Reads a number above zero, or complains.</summary>
    public static bool TryPositive(
        this InpSession session, scoped in InpLines line, int token, LineElement element, string field, out double value)
    {
        if (!session.TryNumber(line, token, element, field, out value))
        {
            return false;
        }

        if (value > 0)
        {
            return true;
        }

        session.Error(
            InpCodes.ValueOutOfRange, line, token, element,
            $"{field} {InpSession.Show(line[token])} is not above 0", $"Give a {field} above 0.");
        return false;
    }

    /// <summary>Reads a number not below zero, or complains.</summary>
    public static bool TryNotNegative(
        this InpSession session, scoped in InpLines line, int token, LineElement element, string field, out double value)
    {
        if (!session.TryNumber(line, token, element, field, out value))
        {
            return false;
        }

        if (value >= 0)
        {
            return true;
        }

        session.Error(
            InpCodes.ValueOutOfRange, line, token, element,
            $"{field} {InpSession.Show(line[token])} is negative", $"Give a {field} of 0 or more.");
        return false;
    }

    /// <summary>Finds a node, or complains.</summary>
    public static bool TryNode(
        this InpSession session, scoped in InpLines line, int token, LineElement element, out int node)
    {
        node = session.NodeIds.Find(line[token]);
        if (node >= 0)
        {
            return true;
        }

        session.Error(
            InpCodes.UndefinedNode, line, token, element, $"node {InpSession.Show(line[token])} is not defined",
            "Define it in [JUNCTIONS], [RESERVOIRS] or [TANKS], or correct the id (case matters).");
        return false;
    }

    /// <summary>Finds a link, or complains.</summary>
    public static bool TryLink(
        this InpSession session, scoped in InpLines line, int token, LineElement element, out int link)
    {
        link = session.LinkIds.Find(line[token]);
        if (link >= 0)
        {
            return true;
        }

        session.Error(
            InpCodes.UndefinedLink, line, token, element, $"link {InpSession.Show(line[token])} is not defined",
            "Define it in [PIPES], [PUMPS] or [VALVES], or correct the id (case matters).");
        return false;
    }

    /// <summary>Finds a pattern, or complains. An empty id in quotes is no pattern: -1.</summary>
    public static bool TryPattern(
        this InpSession session, scoped in InpLines line, int token, LineElement element, out int pattern)
    {
        pattern = -1;
        if (line[token].IsEmpty)
        {
            return true;
        }

        pattern = session.PatternIds.Find(line[token]);
        if (pattern >= 0)
        {
            return true;
        }

        session.Error(
            InpCodes.UndefinedPattern, line, token, element,
            $"pattern {InpSession.Show(line[token])} is not defined",
            "Define it in [PATTERNS], or correct the id (case matters).");
        return false;
    }

    /// <summary>Finds a curve, or complains.</summary>
    public static bool TryCurve(
        this InpSession session, scoped in InpLines line, int token, LineElement element, out int curve)
    {
        curve = session.CurveIds.Find(line[token]);
        if (curve >= 0)
        {
            return true;
        }

        session.Error(
            InpCodes.UndefinedCurve, line, token, element, $"curve {InpSession.Show(line[token])} is not defined",
            "Define it in [CURVES], or correct the id (case matters).");
        return false;
    }

    /// <summary>Complains of a missing field.</summary>
    public static void Missing(
        this InpSession session, scoped in InpLines line, LineElement element, string field, string form) =>
        session.Error(
            InpCodes.MissingField, line, line.Count - 1, element, $"{field} is missing", $"The line reads: {form}.");

    /// <summary>Complains of a word that may not stand here.</summary>
    public static void Keyword(
        this InpSession session, scoped in InpLines line, int token, LineElement element, string allowed) =>
        session.Error(
            InpCodes.UnknownKeyword, line, token, element,
            $"{InpSession.Show(line[token])} is not known here", $"Write one of {allowed}.");
}
