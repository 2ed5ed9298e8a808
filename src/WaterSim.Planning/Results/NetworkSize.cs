using WaterSim.Model;

namespace WaterSim.Planning.Results;

/// <summary>How large a network is.</summary>
/// <param name="Junctions">Number of junctions.</param>
/// <param name="Reservoirs">Number of reservoirs.</param>
/// <param name="Tanks">Number of tanks.</param>
/// <param name="Pipes">Number of pipes.</param>
/// <param name="Pumps">Number of pumps.</param>
/// <param name="Valves">Number of valves.</param>
/// <param name="PipeLength">Length of all pipes, m.</param>
public readonly record struct NetworkSize(
    int Junctions, int Reservoirs, int Tanks, int Pipes, int Pumps, int Valves, double PipeLength)
{
    /// <summary>Counts a network.</summary>
    public static NetworkSize Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new NetworkSize(
            network.Nodes.Count(n => n is Junction),
            network.Nodes.Count(n => n is Reservoir),
            network.Nodes.Count(n => n is Tank),
            network.Links.Count(l => l is Pipe),
            network.Links.Count(l => l is Pump),
            network.Links.Count(l => l is Valve),
            network.Links.OfType<Pipe>().Sum(p => p.Length));
    }
}
