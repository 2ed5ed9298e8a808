namespace WaterSim.IO.Inp;

/// <summary>[LEAKAGE]: pipe area expansion, in mm2 per 100 ft or m of pipe, and per m of head.</summary>
internal static class LeakageSection
{
    public static void Read(InpSession session, InpLines line)
    {
        var name = new LineElement("leakage of", 0);
        while (line.Next())
        {
            if (line.Count < 3)
            {
                session.Missing(line, name, "area or expansion", "pipe area expansion");
                continue;
            }

            if (!session.TryLink(line, 0, name, out var at))
            {
                continue;
            }

            if (session.Links[at].Kind != LinkKind.Pipe)
            {
                session.Warning(
                    InpCodes.IgnoredData, line, 0, name, "only a pipe leaks: the line is left out", "Remove the line.");
                continue;
            }

            var ok = session.TryNotNegative(line, 1, name, "area", out var area);
            ok &= session.TryNotNegative(line, 2, name, "expansion", out var expansion);
            if (ok)
            {
                session.Quality.Leaks[at] = (area, expansion);
            }
        }
    }
}
