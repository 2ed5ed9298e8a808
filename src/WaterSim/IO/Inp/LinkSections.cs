using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[PIPES] and [VALVES]; what is common to all links.</summary>
internal static class LinkSections
{
    public static void Pipes(InpSession session, InpLines line)
    {
        var units = session.Units;
        var name = new LineElement("pipe", 0);
        while (line.Next())
        {
            if (!TryAdd(session, line, "pipe", LinkKind.Pipe, "length diameter roughness minor-loss status", out var at))
            {
                continue;
            }

            ref var pipe = ref session.Links[at];
            pipe.Length = units.IsUsCustomary ? 330 : 100;
            pipe.Diameter = units.IsUsCustomary ? 10 : 254;
            pipe.Roughness = session.Options.HeadLoss switch
            {
                HeadLossFormula.HazenWilliams => 130,
                HeadLossFormula.DarcyWeisbach => 0.0005,
                _ => 0.01,
            };
            var ok = true;
            if (line.Count > 3)
            {
                ok &= Positive(session, line, 3, "length", ref pipe.Length);
            }

            if (line.Count > 4)
            {
                ok &= Positive(session, line, 4, "diameter", ref pipe.Diameter);
            }

            if (line.Count > 5)
            {
                ok &= Positive(session, line, 5, "roughness", ref pipe.Roughness);
            }

            if (line.Count < 6)
            {
                var given = line.Count switch { 3 => "length, diameter and ", 4 => "diameter and ", _ => "" };
                session.Warning(
                    InpCodes.FieldAssumed, line, line.Count - 1, name,
                    $"no {given}roughness given: EPANET's default is taken", "Give every field.");
            }

            if (line.Count > 6 && (line.Count > 7 || !TryStatus(line, 6, ref pipe)))
            {
                ok &= session.TryNotNegative(line, 6, name, "minor loss coefficient", out pipe.MinorLoss);
            }

            if (line.Count > 7 && !TryStatus(line, 7, ref pipe))
            {
                session.Keyword(line, 7, name, "OPEN, CLOSED, CV");
                ok = false;
            }

            if (!ok)
            {
                session.MarkFaulty(ElementKind.Link, at);
            }
        }

        static bool Positive(InpSession session, scoped in InpLines line, int token, string field, ref double value)
        {
            if (InpNumber.TryParse(line[token], out var read) && read > 0)
            {
                value = read;
                return true;
            }

            return session.TryPositive(line, token, new LineElement("pipe", 0), field, out _);
        }

        static bool TryStatus(scoped in InpLines line, int token, ref LinkDraft pipe)
        {
            if (line.Is(token, "CV"))
            {
                pipe.HasCheckValve = true;
            }
            else if (line.Is(token, "CLOSED"))
            {
                pipe.Status = LinkStatus.Closed;
            }
            else if (!line.Is(token, "OPEN"))
            {
                return false;
            }

            return true;
        }
    }

    public static void Valves(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            var name = "valve " + InpSession.Name(line[0]);
            if (!TryAdd(session, line, "valve", LinkKind.Valve, "diameter kind setting minor-loss", out var at))
            {
                continue;
            }

            ref var valve = ref session.Links[at];
            valve.Status = LinkStatus.Active;
            var ok = line.Count >= 5;
            if (!ok)
            {
                session.Missing(line, name, "diameter or kind", "id node1 node2 diameter kind setting [minor-loss]");
            }
            else if (TryKind(line, out var kind))
            {
                valve.Valve = kind;
            }
            else
            {
                session.Keyword(line, 4, name, "PRV, PSV, PBV, FCV, TCV, GPV, PCV");
                ok = false;
            }

            if (!ok)
            {
                session.MarkFaulty(ElementKind.Link, at);
                continue;
            }

            ref var more = ref session.More(ref valve);
            ok = session.TryPositive(line, 3, name, "diameter", out valve.Diameter);
            if (line.Count > 5)
            {
                ok &= valve.Valve == ValveKind.GeneralPurpose
                    ? session.TryCurve(line, 5, name, out more.Curve)
                    : session.TryNumber(line, 5, name, "setting", out more.Setting);
            }
            else if (valve.Valve != ValveKind.GeneralPurpose)
            {
                session.Warning(
                    InpCodes.FieldAssumed, line, 4, name, "no setting is given: 0 is taken", "Give the setting.");
            }

            if (line.Count > 6)
            {
                ok &= session.TryNotNegative(line, 6, name, "minor loss coefficient", out valve.MinorLoss);
            }

            if (line.Count > 7 && valve.Valve == ValveKind.PositionalControl)
            {
                ok &= session.TryCurve(line, 7, name, out more.Curve);
                more.Setting = Math.Min(more.Setting, 100);
            }

            if (!ok)
            {
                session.MarkFaulty(ElementKind.Link, at);
            }
        }
    }

    /// <summary>Adds a link between two defined nodes, or complains and counts it as lost.</summary>
    public static bool TryAdd(
        InpSession session, scoped in InpLines line, string word, LinkKind kind, string fields, out int index)
    {
        index = -1;
        var name = new LineElement(word, 0);
        if (line.Count < 3)
        {
            session.Missing(line, name, "an end node", $"id node1 node2 {fields}");
            session.LostLinks = true;
            return false;
        }

        var ok = session.TryNode(line, 1, name, out var from);
        ok &= session.TryNode(line, 2, name, out var to);
        if (ok && from == to)
        {
            session.Error(
                InpCodes.LoopLink, line, 2, name,
                $"it joins node {InpSession.Show(line[1])} with itself", "Give two different end nodes.");
            ok = false;
        }

        if (!session.LinkIds.TryAdd(line[0], out index))
        {
            session.Error(
                InpCodes.DuplicateId, line, 0, $"link {InpSession.Name(line[0])}",
                $"the id is already taken on line {session.Links[index].Line}", "Rename or remove one of them.");
            session.LostLinks = true;
            return false;
        }

        // A link without its nodes is kept as a draft, so that lines that name it do not complain as well.
        session.LostLinks |= !ok;
        ref var link = ref session.LinkList.Add();
        link.Id = session.NewId(line, word);
        link.Kind = kind;
        link.Line = line.Number;
        link.From = ok ? from : -1;
        link.To = ok ? to : -1;
        link.Status = LinkStatus.Open;
        link.More = -1;
        if (!line.Comment.IsEmpty)
        {
            session.More(ref link).Comment = InpSession.Line(line.Comment);
        }

        if (!ok)
        {
            session.MarkFaulty(ElementKind.Link, index);
        }

        return true;
    }

    private static bool TryKind(scoped in InpLines line, out ValveKind kind)
    {
        (kind, var known) =
            line.Is(4, "PRV") ? (ValveKind.PressureReducing, true) :
            line.Is(4, "PSV") ? (ValveKind.PressureSustaining, true) :
            line.Is(4, "PBV") ? (ValveKind.PressureBreaker, true) :
            line.Is(4, "FCV") ? (ValveKind.FlowControl, true) :
            line.Is(4, "TCV") ? (ValveKind.ThrottleControl, true) :
            line.Is(4, "GPV") ? (ValveKind.GeneralPurpose, true) :
            line.Is(4, "PCV") ? (ValveKind.PositionalControl, true) :
            (default, false);
        return known;
    }
}
