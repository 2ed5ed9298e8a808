using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Tests.Support;

/// <summary>Draws small networks in SI for tests: heads and lengths in m, diameters in m, flows in m3/s.</summary>
internal static class Draw
{
    /// <summary>Options that converge far, in SI file units.</summary>
    public static HydraulicOptions Tight { get; } = new()
    {
        FlowUnits = FlowUnits.LitersPerSecond,
        Accuracy = 1e-9,
        MaxTrials = 200,
    };

    public static Reservoir Reservoir(string id, double head) => new() { Id = id, Head = head };

    public static Junction Junction(string id, double elevation = 0, double demand = 0) => new()
    {
        Id = id,
        Elevation = elevation,
        Demands = demand == 0 ? [] : [new Demand(demand)],
    };

    public static Tank Tank(string id, double elevation, double level, double diameter, double highest = 10) => new()
    {
        Id = id,
        Elevation = elevation,
        InitialLevel = level,
        MaximumLevel = highest,
        Diameter = diameter,
    };

    public static Pipe Pipe(string id, string from, string to, double length = 1000, double diameter = 0.3, double c = 100) =>
        new() { Id = id, FromNode = from, ToNode = to, Length = length, Diameter = diameter, Roughness = c };

    public static Network Network(Node[] nodes, Link[] links) => new()
    {
        Nodes = [.. nodes],
        Links = [.. links],
        Options = Tight,
    };

    public static SimulationResults Run(this Network network) =>
        ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);

    public static double Flow(this SimulationResults results, string link, int k = 0) =>
        results.Flows(k)[results.Network.IndexOfLink(link)];

    public static double Head(this SimulationResults results, string node, int k = 0) =>
        results.Heads(k)[results.Network.IndexOfNode(node)];

    public static LinkStatus Status(this SimulationResults results, string link, int k = 0) =>
        results.Statuses(k)[results.Network.IndexOfLink(link)];
}
