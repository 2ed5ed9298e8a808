using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>An action: THEN|ELSE|AND link id STATUS|SETTING IS value.</summary>
internal static class RuleActionReader
{
    private const string Form = "THEN|ELSE|AND LINK|PIPE|PUMP|VALVE id STATUS|SETTING = value";

    public static bool TryRead(InpSession session, scoped in InpLines line, string name, out RuleAction? action)
    {
        action = null;
        if (line.Count != 6)
        {
            if (line.Count < 6)
            {
                session.Missing(line, name, "a field of the action", Form);
            }
            else
            {
                session.Error(
                    InpCodes.UnknownKeyword, line, 6, name, $"{InpSession.Show(line.From(6))} is too much",
                    $"The line reads: {Form}.");
            }

            return false;
        }

        if (!session.TryLink(line, 2, name, out var at))
        {
            return false;
        }

        ref readonly var link = ref session.Links[at];
        if (link.HasCheckValve)
        {
            session.Error(
                InpCodes.NotPossible, line, 2, name, "a pipe with a check valve cannot be controlled",
                "Remove the action, or the check valve.");
            return false;
        }

        if (RuleWords.TryStatus(line, 5, out var status))
        {
            action = new RuleAction(link.Id, new ControlAction(status, null));
        }
        else if (TrySetting(session, line, name, link, out var setting))
        {
            // A number given to a pipe opens or closes it.
            action = new RuleAction(
                link.Id,
                link.Kind == LinkKind.Pipe
                    ? new ControlAction(setting == 0 ? LinkStatus.Closed : LinkStatus.Open, null)
                    : new ControlAction(null, setting));
        }

        // EPANET looks at neither word.
        if (action is not null && !(line.Is(3, "STATUS") || line.Is(3, "SETTING")))
        {
            session.Warning(
                InpCodes.FieldAssumed, line, 3, name,
                $"{InpSession.Show(line[3])} is read as {(action.Action.Setting is null ? "STATUS" : "SETTING")}, as in EPANET",
                "Write STATUS or SETTING.");
        }

        return action is not null;
    }

    private static bool TrySetting(
        InpSession session, scoped in InpLines line, string name, in LinkDraft link, out double setting)
    {
        if (!session.TryNotNegative(line, 5, name, "setting", out setting))
        {
            return false;
        }

        if (link is { Kind: LinkKind.Valve, Valve: ValveKind.GeneralPurpose })
        {
            session.Error(
                InpCodes.NotPossible, line, 5, name, "a general purpose valve has no setting", "Write OPEN or CLOSED.");
            return false;
        }

        if (link.Kind == LinkKind.Valve)
        {
            setting *= session.Units.FactorToSI(QuantityOf.Setting(link.Valve));
        }

        return true;
    }
}
