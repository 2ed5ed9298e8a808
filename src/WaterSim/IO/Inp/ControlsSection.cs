using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[CONTROLS]: LINK id setting IF NODE id ABOVE|BELOW level, or AT TIME|CLOCKTIME time.</summary>
internal static class ControlsSection
{
    private const string Form = "LINK id status IF NODE id ABOVE|BELOW level, or: LINK id status AT TIME|CLOCKTIME time";

    public static void Read(InpSession session, InpLines line)
    {
        var units = session.Units;
        while (line.Next())
        {
            var n = line.Count;
            if (n < 6)
            {
                session.Missing(line, "control", "a field", Form);
                continue;
            }

            var disabled = line.Is(n - 1, "DISABLED");
            n -= disabled ? 1 : 0;
            var name = $"control of {InpSession.Name(line[1])}";
            var ok = TryAction(session, line, name, units, out var linkId, out var action);
            ok &= TryCondition(session, line, n, name, units, out var condition);
            if (!ok)
            {
                continue;
            }

            if (!disabled)
            {
                session.Controls.Add((new SimpleControl(linkId, action, condition!), line.Number));
                continue;
            }

            session.PreservedLines("CONTROLS").Add(InpSession.Line(line.Line).TrimEnd());
            session.Notice(
                InpCodes.ControlDisabled, line, n, name, "a disabled control is kept and has no effect", remedy: null);
        }
    }

    private static bool TryAction(
        InpSession session,
        scoped in InpLines line,
        string name,
        FileUnits units,
        out string linkId,
        out ControlAction action)
    {
        (linkId, action) = ("", default);
        if (!session.TryLink(line, 1, name, out var at))
        {
            return false;
        }

        ref readonly var link = ref session.Links[at];
        linkId = link.Id;
        if (link.HasCheckValve)
        {
            session.Error(
                InpCodes.NotPossible, line, 1, name, "a pipe with a check valve cannot be controlled",
                "Remove the control, or the check valve.");
            return false;
        }

        var isGeneralPurpose = link is { Kind: LinkKind.Valve, Valve: ValveKind.GeneralPurpose };
        if (line.Is(2, "OPEN"))
        {
            action = link.Kind == LinkKind.Pump ? new(LinkStatus.Open, 1)
                : new(isGeneralPurpose ? LinkStatus.Active : LinkStatus.Open, null);
            return true;
        }

        if (line.Is(2, "CLOSED"))
        {
            action = new(LinkStatus.Closed, link.Kind == LinkKind.Pump ? 0 : null);
            return true;
        }

        if (isGeneralPurpose)
        {
            session.Error(
                InpCodes.NotPossible, line, 2, name, "a general purpose valve has no setting", "Write OPEN or CLOSED.");
            return false;
        }

        if (link.Kind == LinkKind.Valve)
        {
            var ok = session.TryNumber(line, 2, name, "setting", out var setting);
            action = new(null, units.ToSI(QuantityOf.Setting(link.Valve), setting));
            return ok;
        }

        if (!session.TryNotNegative(line, 2, name, "setting", out var speed))
        {
            return false;
        }

        // A number given to a pipe opens or closes it.
        action = link.Kind == LinkKind.Pump ? new(null, speed)
            : new(speed == 0 ? LinkStatus.Closed : LinkStatus.Open, null);
        return true;
    }

    private static bool TryCondition(
        InpSession session, scoped in InpLines line, int n, string name, FileUnits units, out ControlCondition? condition)
    {
        condition = null;
        var isTime = line.Is(4, "TIME");
        if (isTime || line.Is(4, "CLOCKTIME"))
        {
            if (n < 6 || !InpTime.TryParse(line[5], n > 6 ? line[6] : default, out var time))
            {
                session.NotATime(line, 5, name);
                return false;
            }

            condition = isTime
                ? new TimeCondition(time)
                : new ClockTimeCondition(TimeSpan.FromTicks(time.Ticks % TimeSpan.TicksPerDay));
            return true;
        }

        if (n < 8)
        {
            session.Missing(line, name, "node, ABOVE or BELOW, or level", Form);
            return false;
        }

        var ok = session.TryNode(line, 5, name, out var node);
        var above = line.Is(6, "ABOVE");
        if (!above && !line.Is(6, "BELOW"))
        {
            session.Keyword(line, 6, name, "ABOVE, BELOW");
            ok = false;
        }

        ok &= session.TryNumber(line, 7, name, "level", out var level);
        if (ok)
        {
            var quantity = session.Nodes[node].Kind == NodeKind.Junction ? Quantity.Pressure : Quantity.Length;
            condition = new LevelCondition(session.Nodes[node].Id, above, units.ToSI(quantity, level));
        }

        return ok;
    }
}
