using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>
/// Places the villages: each in its group's territory (the points of the county nearest to that group's middle), the best of
/// 40 throws being the one farthest from every village and town before it.
/// </summary>
internal static class VillageSites
{
    private const int Throws = 40;

    public static Dictionary<string, List<Point>> Place()
    {
        List<Point> taken = [.. Trunk.Nodes.Select(n => new Point(n.X, n.Y)), .. TownDistricts.All.Select(d => new Point(d.X, d.Y))];
        Dictionary<string, List<Point>> sites = new(StringComparer.Ordinal);
        foreach (var group in SupplyGroups.All)
        {
            var dice = new Dice("site " + group.Id);
            List<Point> own = [];
            for (var i = 0; i < group.Villages; i++)
            {
                var best = group.Villages == 1 ? new Point(group.X, group.Y) : Best(group, dice, taken);
                own.Add(best);
                taken.Add(best);
            }

            sites.Add(group.Id, own);
        }

        return sites;
    }

    private static Point Best(SupplyGroup group, Dice dice, List<Point> taken)
    {
        Point best = default;
        var most = -1.0;
        for (var hits = 0; hits < Throws;)
        {
            var spot = new Point(group.X + dice.Between(-4500.0, 4500.0), group.Y + dice.Between(-4500.0, 4500.0));
            if (!InTerritory(group, spot))
            {
                continue;
            }

            hits++;
            var room = taken.Min(spot.DistanceTo);
            if (room > most)
            {
                (best, most) = (spot, room);
            }
        }

        return best;
    }

    private static bool InTerritory(SupplyGroup group, Point spot)
    {
        var own = spot.DistanceTo(new(group.X, group.Y));
        return InCounty(spot) && SupplyGroups.All.All(g => g == group || spot.DistanceTo(new(g.X, g.Y)) > own);
    }

    private static bool InCounty(Point p)
    {
        var inside = false;
        var outline = County.OutlineKm;
        for (int i = 0, j = outline.Length - 1; i < outline.Length; j = i++)
        {
            var (ax, ay) = (outline[i].X * 1000, outline[i].Y * 1000);
            var (bx, by) = (outline[j].X * 1000, outline[j].Y * 1000);
            if (ay > p.Y != by > p.Y && p.X < ((bx - ax) * (p.Y - ay) / (by - ay)) + ax)
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
