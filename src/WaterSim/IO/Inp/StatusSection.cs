using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[STATUS]: initial statuses and settings, of one link or of a range of ids.</summary>
internal static class StatusSection
{
    public static void Read(InpSession session, InpLines line)
    {
        var name = new LineElement("link", 0);
        while (line.Next())
        {
            if (line.Count < 2)
            {
                session.Missing(
                    line, name, "status or setting", "link OPEN | CLOSED | setting");
                continue;
            }

            var last = line.Count - 1;
            LinkStatus? status =
                line.Is(last, "OPEN") ? LinkStatus.Open :
                line.Is(last, "CLOSED") ? LinkStatus.Closed :
                null;
            double setting = 0;
            if (status is null && !session.TryNotNegative(line, last, name, "setting", out setting))
            {
                continue;
            }

            if (last == 1)
            {
                One(session, line, name, status, setting);
            }
            else
            {
                Range(session, line, status, setting);
            }
        }
    }

    private static void One(
        InpSession session, scoped in InpLines line, LineElement name, LinkStatus? status, double setting)
    {
        if (!session.TryLink(line, 0, "status", out var at))
        {
            return;
        }

        ref var link = ref session.Links[at];
        if (link.HasCheckValve)
        {
            session.Error(
                InpCodes.NotPossible, line, 0, name, "a pipe with a check valve has no status of its own",
                "Remove the line, or the check valve.");
        }
        else if (link is { Kind: LinkKind.Valve, Valve: ValveKind.GeneralPurpose } && status is null)
        {
            session.Error(
                InpCodes.NotPossible, line, 1, name, "a general purpose valve has no setting", "Write OPEN or CLOSED.");
        }
        else
        {
            Change(session, ref link, status, setting);
        }
    }

    private static void Range(InpSession session, scoped in InpLines line, LinkStatus? status, double setting)
    {
        if (!IdRange.TryRead(session, line, 0, session.LinkList.Count, "status", out var range))
        {
            return;
        }

        foreach (ref var link in session.Links)
        {
            if (!link.HasCheckValve && range.Contains(link.Id))
            {
                Change(session, ref link, status, setting);
            }
        }
    }

    private static void Change(InpSession session, ref LinkDraft link, LinkStatus? status, double setting)
    {
        switch (link.Kind)
        {
            case LinkKind.Pipe:
                link.Status = status ?? link.Status;
                break;
            case LinkKind.Pump when status is null:
                session.More(ref link).Setting = setting;
                link.Status = setting == 0 ? LinkStatus.Closed : LinkStatus.Open;
                break;
            case LinkKind.Pump:
                // Opening a pump sets it to its curve's speed; closing it leaves the speed for when it is opened.
                if (status == LinkStatus.Open)
                {
                    session.More(ref link).Setting = 1;
                }

                link.Status = status.Value;
                break;
            case LinkKind.Valve when link.Valve == ValveKind.GeneralPurpose:
                link.Status = status == LinkStatus.Closed ? LinkStatus.Closed : LinkStatus.Active;
                break;
            default:
                if (status is null)
                {
                    session.More(ref link).Setting = setting;
                }

                link.Status = status ?? LinkStatus.Active;
                break;
        }
    }
}
