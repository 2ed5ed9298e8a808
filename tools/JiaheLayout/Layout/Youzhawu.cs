using JiaheLayout.Draft;

namespace JiaheLayout.Layout;

/// <summary>The 10 km pipe to 20 households (found); it winds through karst hills on a way that is assumed.</summary>
internal static class Youzhawu
{
    public const double LengthM = 10_000;

    public static List<Point> Bends(Point from, Point to)
    {
        List<Point> bends = [];
        const int turns = 8;
        for (var i = 1; i <= turns; i++)
        {
            var t = i / (turns + 1.0);
            var off = (i % 2 == 0 ? -1 : 1) * (i % 3 == 0 ? 300 : 520);
            var length = from.DistanceTo(to);
            bends.Add(new(
                from.X + ((to.X - from.X) * t) - ((to.Y - from.Y) / length * off),
                from.Y + ((to.Y - from.Y) * t) + ((to.X - from.X) / length * off)));
        }

        return bends;
    }
}
