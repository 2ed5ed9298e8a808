using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[PUMPS]: keywords with values, or the numbers of EPANET 1.</summary>
internal static class PumpSection
{
    private const string Form = "HEAD curve | POWER value [SPEED value] [PATTERN id]";

    public static void Read(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            if (!LinkSections.TryAdd(session, line, "pump", LinkKind.Pump, Form, out var at))
            {
                continue;
            }

            var name = "pump " + InpSession.Name(line[0]);
            ref var pump = ref session.More(ref session.Links[at]);
            pump.Setting = 1;
            pump.Pump = session.PumpList.Count;
            var more = new PumpDraft { SpeedPattern = -1, EfficiencyCurve = -1, PricePattern = -1 };
            var ok = line.Count > 3 && InpNumber.TryParse(line[3], out _)
                ? TryNumbers(session, line, name, ref pump, ref more)
                : TryKeywords(session, line, name, ref pump, ref more);
            session.PumpList.Add() = more;
            if (!ok)
            {
                session.MarkFaulty(ElementKind.Link, at);
            }
        }
    }

    private static bool TryKeywords(
        InpSession session, scoped in InpLines line, string name, ref MoreOfLink pump, ref PumpDraft more)
    {
        var ok = true;
        for (var i = 3; i < line.Count; i += 2)
        {
            if (i + 1 == line.Count)
            {
                // EPANET passes over a keyword without its value.
                session.Warning(
                    InpCodes.IgnoredData, line, i, name, $"{InpSession.Show(line[i])} has no value", "Give its value.");
            }
            else if (line.Is(i, "POWE"))
            {
                ok &= session.TryPositive(line, i + 1, name, "power", out var power);
                more.Power = power;
            }
            else if (line.Is(i, "HEAD"))
            {
                ok &= session.TryCurve(line, i + 1, name, out pump.Curve);
            }
            else if (line.Is(i, "PATT"))
            {
                ok &= session.TryPattern(line, i + 1, name, out more.SpeedPattern);
            }
            else if (line.Is(i, "SPEE"))
            {
                ok &= session.TryNotNegative(line, i + 1, name, "speed", out pump.Setting);
            }
            else
            {
                session.Keyword(line, i, name, "HEAD, POWER, SPEED, PATTERN");
                ok = false;
            }
        }

        if (pump.Curve >= 0 && more.Power is not null)
        {
            more.Power = null;
            session.Warning(
                NetworkCodes.PumpCurveAndPower, line, 0, name,
                "it has both a head curve and a power: the curve is taken, as in EPANET", "Remove one of them.");
        }

        return ok;
    }

    /// <summary>
    /// EPANET 1: one number is a power; h1 q1 a design point; h0 h1 q1 h2 q2 a curve of three points, h0 at no flow.
    /// </summary>
    private static bool TryNumbers(
        InpSession session, scoped in InpLines line, string name, ref MoreOfLink pump, ref PumpDraft more)
    {
        Span<double> x = stackalloc double[5];
        var count = Math.Min(line.Count - 3, x.Length);
        for (var i = 0; i < count; i++)
        {
            if (!session.TryNumber(line, i + 3, name, "head, flow or power", out x[i]))
            {
                return false;
            }
        }

        switch (count)
        {
            case 1:
                more.Power = x[0];
                return x[0] > 0 || session.TryPositive(line, 3, name, "power", out _);
            case 2:
                pump.Curve = AddCurve(session, line, [new CurvePoint(x[1], x[0])]);
                return true;
            case 5:
                pump.Curve = AddCurve(
                    session, line, [new CurvePoint(0, x[0]), new CurvePoint(x[2], x[1]), new CurvePoint(x[4], x[3])]);
                return true;
            default:
                session.Missing(line, name, "a head or flow", "id node1 node2 h1 q1, or: id node1 node2 h0 h1 q1 h2 q2");
                return false;
        }
    }

    // The curve gets the pump's id where that is free, else a number is added to it.
    private static int AddCurve(InpSession session, scoped in InpLines line, ReadOnlySpan<CurvePoint> points)
    {
        var id = InpSession.String(line[0]);
        var free = id;
        for (var n = 2; !session.CurveNames.Add(free); n++)
        {
            free = $"{id}-{n}";
        }

        var curve = new CurveDraft(free, line.Number) { StatedKind = CurveKind.PumpHead };
        curve.Points.AddRange(points);
        session.Curves.Add(curve);
        return session.Curves.Count - 1;
    }
}
