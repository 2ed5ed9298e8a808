using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>What a control does to a link, in the solver's terms.</summary>
/// <param name="State">New status.</param>
/// <param name="Setting">New setting in SI; NaN: none is in force (a valve fixed open or closed).</param>
internal readonly record struct LinkAction(LinkState State, double Setting)
{
    /// <summary>Translates a control's action for a kind of link, as EPANET does.</summary>
    public static LinkAction Of(ControlAction action, LinkKind kind)
    {
        var open = action.Status is LinkStatus.Open or LinkStatus.Active;
        switch (kind)
        {
            case LinkKind.Pipe or LinkKind.CheckValvePipe or LinkKind.GeneralPurpose:
                return new(action.Status is null ? OpenIf(action.Setting != 0) : OpenIf(open), double.NaN);
            case LinkKind.Pump:
                var speed = action.Setting ?? (open ? 1 : 0);
                return new(action.Status is null ? OpenIf(speed != 0) : OpenIf(open), speed);
            default:
                return action.Setting is { } setting
                    ? new(LinkState.Active, setting)
                    : new(OpenIf(open), double.NaN);
        }
    }

    /// <summary>True where a setting equals another, or both are absent.</summary>
    public static bool SameSetting(double a, double b) => a == b || (double.IsNaN(a) && double.IsNaN(b));

    private static LinkState OpenIf(bool open) => open ? LinkState.Open : LinkState.Closed;
}
