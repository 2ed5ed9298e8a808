using System.Globalization;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Cli.Output;

/// <summary>What controls and rules did, when and why.</summary>
internal static class ControlsSection
{
    /// <summary>Every decision of a run, in order.</summary>
    public static TextTable Decisions(SimulationResults results)
    {
        var table = new TextTable("Controls, in order", "At, h:min:s", "<Link", "<Change", "<Cause");
        foreach (var decision in results.Decisions)
        {
            table.Add(
                Text($"{decision.Time / 3600}:{decision.Time / 60 % 60:00}:{decision.Time % 60:00}"),
                results.Network.Links[decision.Link].Id,
                Change(decision, results.Network),
                decision.Cause);
        }

        return table;
    }

    private static string Change(ControlDecision decision, Network network)
    {
        if (decision.Before != decision.After || decision.Setting is not { } setting)
        {
            return $"{Word(decision.Before)} to {Word(decision.After)}";
        }

        return network.Links[decision.Link] is Pump
            ? Text($"speed {setting:0.###}")
            : Text($"setting {setting:G6}{Unit(network.Links[decision.Link])}");
    }

    private static string Unit(Link link) => link is not Valve valve ? "" : valve.Kind switch
    {
        ValveKind.PressureReducing or ValveKind.PressureSustaining or ValveKind.PressureBreaker => " m",
        ValveKind.FlowControl => " m3/s",
        _ => "",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Word(LinkStatus status) => status switch
    {
        LinkStatus.Closed => "closed",
        LinkStatus.Active => "active",
        _ => "open",
    };
}
