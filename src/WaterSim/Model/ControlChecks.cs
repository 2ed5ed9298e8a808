namespace WaterSim.Model;

/// <summary>Controls act on links that exist and can be acted on, and watch nodes that exist.</summary>
internal static class ControlChecks
{
    public static void Run(ValidationContext context, bool idsAreKnown)
    {
        if (idsAreKnown)
        {
            return;
        }

        var controls = context.Network.Controls;
        for (var i = 0; i < controls.Length; i++)
        {
            var control = controls[i];
            switch (context.Network.FindLink(control.LinkId))
            {
                case null:
                    Add(context, i, NetworkCodes.UndefinedControlElement, $"link '{control.LinkId}' is not defined",
                        "Correct the id.");
                    break;
                case Pipe { HasCheckValve: true }:
                    Add(context, i, NetworkCodes.ControlNotPossible,
                        $"pipe '{control.LinkId}' has a check valve and cannot be controlled", "Remove the control.");
                    break;
                case Valve { Kind: ValveKind.GeneralPurpose } when control.Action.Setting is not null:
                    Add(context, i, NetworkCodes.ControlNotPossible,
                        $"valve '{control.LinkId}' is general purpose and has no setting", "Give a status only.");
                    break;
                default:
                    Action(context, i, control.Action);
                    break;
            }

            if (control.Condition is LevelCondition level && context.Network.IndexOfNode(level.NodeId) < 0)
            {
                Add(context, i, NetworkCodes.UndefinedControlElement, $"node '{level.NodeId}' is not defined",
                    "Correct the id.");
            }
        }
    }

    private static void Action(ValidationContext context, int i, ControlAction action)
    {
        if (action is { Status: null, Setting: null })
        {
            Add(context, i, NetworkCodes.ControlNotPossible, "it gives neither a status nor a setting",
                "Give one of them.");
        }
        else if (action.Setting is { } setting && !double.IsFinite(setting))
        {
            Add(context, i, NetworkCodes.ValueOutOfRange,
                $"setting {ValidationContext.Show(setting)} is not a finite number", "Give a finite setting.");
        }
    }

    private static void Add(ValidationContext context, int i, string code, string message, string remedy) =>
        context.Add(
            DiagnosticSeverity.Error, code, ElementKind.Control, i,
            $"control {i + 1} of {context.Network.Controls[i].LinkId}", message, remedy);
}
