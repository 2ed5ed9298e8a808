using JiaheLayout.Draft;

namespace JiaheLayout.Layout;

/// <summary>The hamlets of a village: its centre first, then three to seven more within about 550 m, fewer in a small one.</summary>
internal static class HamletLayout
{
    public static List<Point> Place(string village, Point centre, int people)
    {
        var dice = new Dice("hamlets " + village);
        var count = people < 200 ? 2 : dice.Between(4, 7);
        List<Point> places = [centre];
        while (places.Count <= count)
        {
            Point best = default;
            var most = -1.0;
            for (var i = 0; i < 6; i++)
            {
                var (x, y) = (dice.Between(-1.0, 1.0), dice.Between(-1.0, 1.0));
                var reach = people < 200 ? 200 : 560;
                var spot = new Point(centre.X + (x * reach), centre.Y + (y * reach));
                var room = (x * x) + (y * y) > 1 ? 0 : places.Min(spot.DistanceTo);
                if (room > most)
                {
                    (best, most) = (spot, room);
                }
            }

            places.Add(best);
        }

        return places;
    }
}
