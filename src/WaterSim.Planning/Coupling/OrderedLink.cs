using WaterSim.Model;

namespace WaterSim.Planning.Coupling;

/// <summary>A link through which an ordered amount is to pass. Ids are those of the network as it is run.</summary>
/// <param name="Link">The link itself, which tells what has passed.</param>
/// <param name="Sign">1 where water passes it from start to end to follow a positive order, else -1.</param>
/// <param name="Valve">Valve that holds a positive order.</param>
/// <param name="ReturnValve">Valve that holds a negative order, or null where water cannot come back.</param>
/// <param name="IsReturnApart">Whether what comes back passes the return valve alone, and not the link.</param>
/// <param name="Pump">The link where it is a pump, which stands still while nothing is ordered; else null.</param>
/// <param name="Unordered">Status of the valve while nothing is ordered; null: as the network has it.</param>
internal sealed record OrderedLink(
    string Link, int Sign, string Valve, string? ReturnValve, bool IsReturnApart, Pump? Pump, LinkStatus? Unordered);
