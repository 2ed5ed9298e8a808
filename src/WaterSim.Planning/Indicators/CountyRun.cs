using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Simulation;

namespace WaterSim.Planning.Indicators;

/// <summary>A run of a county with what several indicators need of it, computed once.</summary>
internal sealed class CountyRun
{
    private const double SecondsPerYear = 365 * 86_400.0;

    public CountyRun(SimulationResults results, CountySystem system, RunSummary summary)
    {
        (Results, System, Summary) = (results, system, summary);
        Statistics = new RunStatistics(results);
        Uses = new WaterUses(results, Statistics, system);
        Nodes = [.. system.Communities.Select(c => c.Nodes.Select(Node).ToArray())];
        CommunityUse = [.. Nodes.Select(nodes => nodes.Aggregate(default(NodeUse), (sum, i) => sum + Uses.Mean[i]))];
        IsRaw = RawSide();
        Ends = [.. Network.Links.Select(l => (Network.IndexOfNode(l.FromNode), Network.IndexOfNode(l.ToNode)))];
    }

    public SimulationResults Results { get; }

    public CountySystem System { get; }

    public RunSummary Summary { get; }

    public RunStatistics Statistics { get; }

    public WaterUses Uses { get; }

    public Network Network => Results.Network;

    /// <summary>Positions of each community's nodes.</summary>
    public ImmutableArray<int[]> Nodes { get; }

    /// <summary>What each community drew, mean over the run.</summary>
    public ImmutableArray<NodeUse> CommunityUse { get; }

    /// <summary>Positions of each link's two nodes.</summary>
    public ImmutableArray<(int From, int To)> Ends { get; }

    /// <summary>One per node: whether it holds raw water, on the reservoirs' side of the clear wells.</summary>
    public bool[] IsRaw { get; }

    /// <summary>Whether a link carries treated water.</summary>
    public bool IsTreated(int link) => !IsRaw[Ends[link].From] && !IsRaw[Ends[link].To];

    /// <summary>A mean flow over the run, m3/s, as a volume in a year of such days, m3.</summary>
    public static double PerYear(double flow) => flow * SecondsPerYear;

    /// <summary>An amount of the run, such as energy, as that of a year of such days; 0 for a run without length.</summary>
    public double YearOf(double amount) =>
        Summary.Duration > TimeSpan.Zero ? amount * SecondsPerYear / Summary.Duration.TotalSeconds : 0;

    private int Node(string id) => Network.IndexOfNode(id) is >= 0 and var i
        ? i
        : throw CallerMistake.SystemDoesNotFit($"The county system names node '{id}', which the network lacks.");

    // What reservoirs reach without passing a clear well. Where that is a community, nothing parts raw water from treated.
    private bool[] RawSide()
    {
        var wells = System.Plants.Select(p => p.ClearWell).ToHashSet(StringComparer.Ordinal);
        var neighbours = Network.Links
            .SelectMany(l => new[] { (From: l.FromNode, To: l.ToNode), (From: l.ToNode, To: l.FromNode) })
            .ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        var raw = new bool[Network.Nodes.Length];
        var next = new Queue<string>(Network.Nodes.OfType<Reservoir>().Select(r => r.Id).Where(id => !wells.Contains(id)));
        while (next.TryDequeue(out var id))
        {
            var i = Network.IndexOfNode(id);
            if (!raw[i] && !wells.Contains(id))
            {
                raw[i] = true;
                foreach (var neighbour in neighbours[id])
                {
                    next.Enqueue(neighbour);
                }
            }
        }

        return Nodes.Any(nodes => nodes.Any(i => raw[i])) ? new bool[raw.Length] : raw;
    }
}
