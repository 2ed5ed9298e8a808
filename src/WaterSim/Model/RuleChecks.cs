namespace WaterSim.Model;

/// <summary>Rules have premises and actions, watch what exists, and act on links that can be acted on.</summary>
internal static class RuleChecks
{
    public static void Run(ValidationContext context, bool idsAreKnown)
    {
        if (idsAreKnown)
        {
            return;
        }

        for (var i = 0; i < context.Network.Rules.Length; i++)
        {
            var rule = context.Network.Rules[i];
            if (!IdRules.IsWritable(rule.Id))
            {
                Add(context, i, NetworkCodes.InvalidId, "its id cannot be written to a file", IdChecks.IdRemedy);
            }

            if (rule.Premises.IsDefaultOrEmpty || rule.Then.IsDefaultOrEmpty)
            {
                Add(context, i, NetworkCodes.ControlNotPossible,
                    rule.Premises.IsDefaultOrEmpty ? "it has no premise" : "it has no action",
                    "Give at least one premise and one action.");
                continue;
            }

            foreach (var premise in rule.Premises)
            {
                Premise(context, i, premise);
            }

            foreach (var action in rule.Then.AddRange(rule.Else.IsDefault ? [] : rule.Else))
            {
                Action(context, i, action);
            }
        }
    }

    private static void Premise(ValidationContext context, int i, RulePremise premise)
    {
        var isLink = premise.Object is RuleObject.Link or RuleObject.Pipe or RuleObject.Pump or RuleObject.Valve;
        var exists = premise.Object == RuleObject.System ||
            (premise.ObjectId is { } id &&
             (isLink ? context.Network.IndexOfLink(id) : context.Network.IndexOfNode(id)) >= 0);
        if (!exists)
        {
            Add(context, i, NetworkCodes.UndefinedControlElement,
                $"{(isLink ? "link" : "node")} '{premise.ObjectId}' is not defined", "Correct the id.");
        }

        if (premise is { Value: null, Status: null } ||
            (premise.Value is { } value && !double.IsFinite(value)))
        {
            Add(context, i, NetworkCodes.ValueOutOfRange, "a premise compares with no finite number and no status",
                "Give one of them.");
        }
    }

    private static void Action(ValidationContext context, int i, RuleAction action)
    {
        switch (context.Network.FindLink(action.LinkId))
        {
            case null:
                Add(context, i, NetworkCodes.UndefinedControlElement, $"link '{action.LinkId}' is not defined",
                    "Correct the id.");
                break;
            case Pipe { HasCheckValve: true }:
                Add(context, i, NetworkCodes.ControlNotPossible,
                    $"pipe '{action.LinkId}' has a check valve and cannot be controlled", "Remove the action.");
                break;
            case Valve { Kind: ValveKind.GeneralPurpose } when action.Action.Setting is not null:
                Add(context, i, NetworkCodes.ControlNotPossible,
                    $"valve '{action.LinkId}' is general purpose and has no setting", "Give a status only.");
                break;
            default:
                if (action.Action is { Status: null, Setting: null } ||
                    (action.Action.Setting is { } setting && !(double.IsFinite(setting) && setting >= 0)))
                {
                    Add(context, i, NetworkCodes.ControlNotPossible,
                        $"its action on '{action.LinkId}' gives neither a status nor a setting of 0 or more",
                        "Give one of them.");
                }

                break;
        }
    }

    private static void Add(ValidationContext context, int i, string code, string message, string remedy) =>
        context.Add(
            DiagnosticSeverity.Error, code, ElementKind.Rule, i, $"rule {context.Network.Rules[i].Id}", message, remedy);
}
