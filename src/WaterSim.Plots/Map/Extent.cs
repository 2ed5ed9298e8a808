using WaterSim.Model;

namespace WaterSim.Plots.Map;

/// <summary>Smallest rectangle around points, in map units.</summary>
internal readonly record struct Extent(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>Around every node and bend, or null where no node has a place.</summary>
    public static Extent? Of(Network network)
    {
        var points = network.Nodes.Where(n => n.Position is not null).Select(n => n.Position!.Value)
            .Concat(network.Links.SelectMany(l => l.Vertices))
            .Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).ToList();
        return points.Count == 0 || network.Nodes.All(n => n.Position is null)
            ? null
            : new Extent(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
    }
}
