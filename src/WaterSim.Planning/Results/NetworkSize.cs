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
    int Junctions, int Reservoirs, int Tanks, int Pipes, int Pumps, int Valves, double PipeLength);
