using JiaheLayout.Draft;

namespace JiaheLayout.Layout;

/// <summary>The bends of a pipe in the field: it follows roads and slopes, not the straight line.</summary>
internal static class Route
{
    public static List<Point> Between(Point a, Point b, string seed, double stepM = 500)
    {
        var dice = new Dice("route " + seed);
        var length = a.DistanceTo(b);
        var count = (int)(length / stepM);
        var sway = Math.Min(120, length * 0.06);
        List<Point> bends = [];
        for (var i = 1; i <= count; i++)
        {
            var t = (i + dice.Between(-0.2, 0.2)) / (count + 1);
            var off = dice.Between(-sway, sway);
            bends.Add(new(
                a.X + ((b.X - a.X) * t) - ((b.Y - a.Y) / length * off),
                a.Y + ((b.Y - a.Y) * t) + ((b.X - a.X) / length * off)));
        }

        return bends;
    }
}
