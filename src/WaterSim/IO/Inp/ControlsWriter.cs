using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[CONTROLS].</summary>
internal static class ControlsWriter
{
    public static void Write(InpLayout layout, Network network, FileUnits units)
    {
        layout.Section("CONTROLS");
        foreach (var control in network.Controls)
        {
            var link = network.FindLink(control.LinkId);
            layout.Line(
                $" LINK {InpFormat.Id(control.LinkId)} {Action(control.Action, link, units)} " +
                Condition(control.Condition, network, units));
        }

        InpWriter.PreservedLines(layout, network, "CONTROLS");
    }

    private static string Action(ControlAction action, Link? link, FileUnits units)
    {
        const string open = "OPEN", closed = "CLOSED";
        return link switch
        {
            Pump when action is { Status: LinkStatus.Open, Setting: null or 1 } => open,
            Pump when action.Status == LinkStatus.Closed => closed,
            Pump => InpFormat.Shortest(action.Setting ?? 1),
            Valve { Kind: ValveKind.GeneralPurpose } => action.Status == LinkStatus.Closed ? closed : open,
            Valve when action.Status == LinkStatus.Open => open,
            Valve when action.Status == LinkStatus.Closed => closed,
            Valve valve => InpFormat.Number(
                action.Setting ?? valve.Setting, units.FactorToSI(QuantityOf.Setting(valve.Kind))),
            _ => (action.Status ?? (action.Setting == 0 ? LinkStatus.Closed : LinkStatus.Open)) == LinkStatus.Closed
                ? closed
                : open,
        };
    }

    private static string Condition(ControlCondition condition, Network network, FileUnits units) => condition switch
    {
        TimeCondition at => $"AT TIME {InpFormat.Time(at.Time)}",
        ClockTimeCondition at => $"AT CLOCKTIME {InpFormat.Time(at.TimeOfDay)}",
        LevelCondition at =>
            $"IF NODE {InpFormat.Id(at.NodeId)} {(at.Above ? "ABOVE" : "BELOW")} " +
            InpFormat.Number(
                at.Threshold,
                units.FactorToSI(network.FindNode(at.NodeId) is Junction ? Quantity.Pressure : Quantity.Length)),
        _ => throw new ArgumentException($"{condition.GetType().Name} has no INP form.", nameof(condition)),
    };
}
