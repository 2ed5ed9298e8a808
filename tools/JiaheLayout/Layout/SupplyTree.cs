using JiaheLayout.Draft;

namespace JiaheLayout.Layout;

/// <summary>
/// Joins places to a root by a tree between the shortest (Prim) and the straightest (star): the next place is the one with
/// the least distance to the tree plus a share of the way already gone; a fork makes the distance dearer.
/// </summary>
internal static class SupplyTree
{
    /// <summary>For each place in joining order: its index and its parent's (-1 is the root).</summary>
    public static List<(int Place, int Parent)> Grow(Point root, IReadOnlyList<Point> places, double wayShare, double forkPenalty)
    {
        var way = new double[places.Count];
        var joined = new bool[places.Count];
        var children = new int[places.Count];
        List<(int Place, int Parent)> order = [];
        while (order.Count < places.Count)
        {
            var (best, parent, least) = (-1, -1, double.MaxValue);
            for (var p = 0; p < places.Count; p++)
            {
                for (var q = -1; q < places.Count && !joined[p]; q++)
                {
                    if (q >= 0 && !joined[q])
                    {
                        continue;
                    }

                    var fork = q < 0 ? 0 : forkPenalty * children[q];
                    var cost = (places[p].DistanceTo(q < 0 ? root : places[q]) * (1 + fork)) + (q < 0 ? 0 : wayShare * way[q]);
                    if (cost < least)
                    {
                        (best, parent, least) = (p, q, cost);
                    }
                }
            }

            joined[best] = true;
            if (parent >= 0)
            {
                children[parent]++;
            }

            way[best] = places[best].DistanceTo(parent < 0 ? root : places[parent]) + (parent < 0 ? 0 : way[parent]);
            order.Add((best, parent));
        }

        return order;
    }
}
