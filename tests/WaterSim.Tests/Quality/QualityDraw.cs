using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>Draws small networks to follow water through, and reads what was found.</summary>
internal static class QualityDraw
{
    /// <summary>A pipe that holds a volume, m3, at a diameter, m.</summary>
    public static Pipe Holding(string id, string from, string to, double volume, double diameter = 0.3) =>
        Draw.Pipe(id, from, to, volume / (Math.PI * diameter * diameter / 4), diameter);

    /// <summary>A pipe that holds next to nothing: 0.2 L.</summary>
    public static Pipe Short(string id, string from, string to) => Draw.Pipe(id, from, to, 0.1, 0.05, 140);

    /// <summary>Times in s: quality steps, reports and hydraulic steps, duration.</summary>
    public static TimeOptions Every(int step, int report, int duration) => new()
    {
        QualityStep = TimeSpan.FromSeconds(step),
        ReportStep = TimeSpan.FromSeconds(report),
        HydraulicStep = TimeSpan.FromSeconds(report),
        Duration = TimeSpan.FromSeconds(duration),
    };

    /// <summary>A chemical whose segments become one only where they are the same to a hair, so that laws show bare.</summary>
    public static QualityOptions Sharp { get; } = new() { Mode = QualityMode.Chemical, Tolerance = 1e-14 };

    public static Node At(this Node node, double initialQuality) => node with { InitialQuality = initialQuality };

    public static Node With(this Node node, QualitySourceKind kind, double strength, string? pattern = null) =>
        node with { Source = new QualitySource(kind, strength, pattern) };

    /// <summary>The junction's one demand, by a pattern.</summary>
    public static Junction Patterned(this Junction node, string pattern) =>
        node with { Demands = [node.Demands[0] with { PatternId = pattern }] };

    public static SimulationResults Follow(this Network network, params QualityAnalysis[] analyses) => ExtendedPeriod.Run(
        network, new RunOptions { Quality = [.. analyses] }, cancellation: TestContext.Current.CancellationToken);

    /// <summary>The first analysis's value at a node at a reported time.</summary>
    public static double Quality(this SimulationResults results, string node, int k, int analysis = 0, int column = 0) =>
        results.Quality[analysis].NodeColumn(k, column)[results.Network.IndexOfNode(node)];

    /// <summary>The first analysis's mean in a link at a reported time.</summary>
    public static double LinkQuality(this SimulationResults results, string link, int k) =>
        results.Quality[0].LinkColumn(k, 0)[results.Network.IndexOfLink(link)];

    public static int Last(this SimulationResults results) => results.Times.Length - 1;

    /// <summary>Where two runs' qualities first differ in any bit, or null where they do not.</summary>
    public static string? Difference(QualityResults a, QualityResults b, int times)
    {
        for (var k = 0; k < times; k++)
        {
            if (!a.Nodes(k).SequenceEqual(b.Nodes(k)) || !a.Links(k).SequenceEqual(b.Links(k)))
            {
                return $"{a.Analysis} at reported time {k}";
            }
        }

        return a.Balances.SequenceEqual(b.Balances)
            && a.LastDay.Mean.SequenceEqual(b.LastDay.Mean)
            && a.LastDay.Lowest.SequenceEqual(b.LastDay.Lowest)
            && a.LastDay.Highest.SequenceEqual(b.LastDay.Highest)
                ? null
                : $"{a.Analysis} in total";
    }
}
