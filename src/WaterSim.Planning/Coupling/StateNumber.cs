using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.Coupling;

/// <summary>How a valve or pipe stands, as one number: its setting, positive infinity where it is open, negative where closed.</summary>
internal static class StateNumber
{
    /// <summary>As the network says.</summary>
    public static double Of(Link link) => link switch
    {
        Valve valve => Of(valve.InitialStatus, valve.Setting),
        Pipe pipe => Of(pipe.InitialStatus, double.NaN),
        _ => throw new ArgumentException($"Link '{link.Id}' is neither valve nor pipe.", nameof(link)),
    };

    /// <summary>Of a status and the setting that is in force.</summary>
    public static double Of(LinkStatus status, double setting) => status switch
    {
        LinkStatus.Closed => double.NegativeInfinity,
        LinkStatus.Active when !double.IsNaN(setting) => setting,
        _ => double.PositiveInfinity,
    };

    /// <summary>Says it to a run.</summary>
    public static void Set(
        string id, double number, ImmutableDictionary<string, LinkStatus>.Builder statuses, ImmutableDictionary<string, double>.Builder settings)
    {
        if (double.IsInfinity(number))
        {
            statuses[id] = number > 0 ? LinkStatus.Open : LinkStatus.Closed;
        }
        else
        {
            settings[id] = number;
        }
    }
}
