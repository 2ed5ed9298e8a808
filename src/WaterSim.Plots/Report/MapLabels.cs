namespace WaterSim.Plots.Report;

/// <summary>Places names beside what they name so that none lies on another: towns before plants, the rest unnamed where there is no room.</summary>
internal sealed class MapLabels
{
    // Names keep their size on the screen, where a map is some 730 pixels wide: on the grid they are as much larger.
    private const double Scale = 1.4;
    private const double LetterWidth = Scale * 7.2;
    private const double WideLetterWidth = Scale * 13;
    private const double LineHeight = Scale * 15;
    private const double LargeRadius = 5;

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    public MapLabels(MapData map)
    {
        foreach (var facility in map.Facilities.Where(f => double.IsFinite(f.X)))
        {
            _taken.Add((facility.X - 7, facility.Y - 7, facility.X + 7, facility.Y + 7));
        }

        // Small circles may lie under a name, large ones not.
        var large = map.Places.Where(p => double.IsFinite(p.X) && map.RadiusOf(p) > LargeRadius).Select(p => (p.X, p.Y, Radius: 1.35 * map.RadiusOf(p))).ToList();
        foreach (var (x, y, radius) in large)
        {
            _taken.Add((x - radius, y - radius, x + radius, y + radius));
        }

        foreach (var town in map.Towns.Where(t => double.IsFinite(t.X)))
        {
            var around = large.Where(p => Math.Abs(p.X - town.X) + Math.Abs(p.Y - town.Y) < p.Radius).Select(p => p.Radius).DefaultIfEmpty(5).Max();
            Place(town, around + 6);
        }

        foreach (var plant in map.Facilities.Where(f => f.Kind is "plant" && double.IsFinite(f.X)))
        {
            Place(plant, 10);
        }
    }

    /// <summary>The names that found room.</summary>
    public List<(string Kind, string Name, double X, double Y, double Dx, double Dy, string Anchor)> All { get; } = [];

    private void Place(MapMark mark, double away)
    {
        var width = mark.Name.Sum(c => c > 0x2E80 ? WideLetterWidth : LetterWidth);
        foreach (var (dx, dy, anchor) in (ReadOnlySpan<(double, double, string)>)
        [
            (away, 4.5, "start"), (-away, 4.5, "end"), (0, -away, "middle"), (0, away + 11, "middle"),
            (0.7 * away, -0.7 * away, "start"), (0.7 * away, away + 6, "start"), (-0.7 * away, -0.7 * away, "end"), (-0.7 * away, away + 6, "end"),
        ])
        {
            var left = mark.X + (Scale * dx) - (anchor switch { "end" => width, "middle" => width / 2, _ => 0 });
            var box = (Left: left, Top: mark.Y + (Scale * dy) - LineHeight + 3, Right: left + width, Bottom: mark.Y + (Scale * dy) + 3);
            if (box.Left > 2 && box.Right < MapData.Width - 2
                && _taken.TrueForAll(t => t.Right < box.Left || t.Left > box.Right || t.Bottom < box.Top || t.Top > box.Bottom))
            {
                _taken.Add(box);
                All.Add((mark.Kind, mark.Name, mark.X, mark.Y, dx, dy, anchor));
                return;
            }
        }
    }
}
