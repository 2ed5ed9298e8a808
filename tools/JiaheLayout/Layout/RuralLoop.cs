using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>Closes one loop in a large group: between the two villages that are near each other but far apart by pipe.</summary>
internal static class RuralLoop
{
    private const double MaxLengthM = 2_400, MaxRatio = 0.42;
    private const int MinVillages = 5;

    public static void Add(
        NetworkDraft draft, SupplyGroup group, List<Point> sites, List<(int Place, int Parent)> order, string[] ids)
    {
        if (group.Villages < MinVillages)
        {
            return;
        }

        var parent = new int[sites.Count];
        order.ForEach(o => parent[o.Place] = o.Parent);
        var root = draft.Place(group.Hub);
        var (u, v, least) = (-1, -1, MaxRatio);
        for (var a = 0; a < sites.Count; a++)
        {
            for (var b = a + 1; b < sites.Count; b++)
            {
                var straight = sites[a].DistanceTo(sites[b]);
                var ratio = straight / ByPipe(a, b, parent, sites, root);
                if (straight < MaxLengthM && ratio < least)
                {
                    (u, v, least) = (a, b, ratio);
                }
            }
        }

        if (u >= 0)
        {
            var bends = Route.Between(sites[u], sites[v], $"loop {group.Id}");
            draft.AddPipe($"L-{group.Id}", $"{ids[u]}-1", $"{ids[v]}-1", PipeSizes.Pe(110), "village", bends);
        }
    }

    private static double ByPipe(int a, int b, int[] parent, List<Point> sites, Point root)
    {
        var up = Way(a, parent, sites, root);
        var down = Way(b, parent, sites, root);
        foreach (var (node, length) in up)
        {
            if (down.TryGetValue(node, out var other))
            {
                return length + other;
            }
        }

        return double.MaxValue;
    }

    /// <summary>Nodes from a place up to the root, in order, with the length of pipe to each.</summary>
    private static Dictionary<int, double> Way(int from, int[] parent, List<Point> sites, Point root)
    {
        Dictionary<int, double> way = [];
        var length = 0.0;
        for (var at = from; ; at = parent[at])
        {
            way.Add(at, length);
            if (at < 0)
            {
                return way;
            }

            length += sites[at].DistanceTo(parent[at] < 0 ? root : sites[parent[at]]);
        }
    }
}
