using SkiaSharp;
using WaterSim.Model;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>Links as lines: their width tells the diameter of a pipe, their colour what a map is about.</summary>
internal static class PipeLines
{
    // Upper limits of pipe diameter classes, m, and the width of their lines.
    private static readonly (double Below, float Width)[] Classes =
        [(0.1, 0.6f), (0.2, 1f), (0.3, 1.6f), (0.5, 2.3f), (double.PositiveInfinity, 3.2f)];

    /// <summary>Draws every link in one colour; returns the classes of pipe diameter that occur, with their limits in m.</summary>
    public static List<(double From, double Below, float Width)> Draw(Sheet sheet, Network network, MapFrame frame) =>
        Draw(sheet, network, frame, static _ => 0, [Inks.PipeGrey]);

    /// <summary>Draws links, each in the colour of its group; of a group below 0 not at all.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="network">The network.</param>
    /// <param name="frame">The map's place.</param>
    /// <param name="groupOf">Group of a link, by its position in the network's links.</param>
    /// <param name="colors">Colours of the groups.</param>
    /// <param name="dashed">Whether the lines are dashes, laid over lines drawn before.</param>
    /// <param name="wider">How much wider than their class the lines are.</param>
    /// <returns>The classes of pipe diameter that occur, with their limits in m.</returns>
    public static List<(double From, double Below, float Width)> Draw(
        Sheet sheet,
        Network network,
        MapFrame frame,
        Func<int, int> groupOf,
        IReadOnlyList<SKColor> colors,
        bool dashed = false,
        float wider = 0)
    {
        var paths = new SKPath?[Classes.Length * colors.Count];
        var hasPipe = new bool[Classes.Length];
        for (var l = 0; l < network.Links.Length; l++)
        {
            // A pump or valve is a short stretch of the thinnest line.
            var link = network.Links[l];
            var diameter = (link as Pipe)?.Diameter ?? 0;
            var c = Array.FindIndex(Classes, k => diameter < k.Below);
            var points = groupOf(l) < 0 || c < 0 ? [] : MapScale.PathOf(network, link);
            if (points.Count == 0)
            {
                continue;
            }

            hasPipe[c] |= link is Pipe;
            var path = paths[(c * colors.Count) + groupOf(l)] ??= new SKPath();
            path.MoveTo(frame.Place(points[0]));
            for (var p = 1; p < points.Count; p++)
            {
                path.LineTo(frame.Place(points[p]));
            }
        }

        for (var p = 0; p < paths.Length; p++)
        {
            if (paths[p] is { } path)
            {
                sheet.Stroke(path, colors[p % colors.Count], Classes[p / colors.Count].Width + wider, dashed);
                path.Dispose();
            }
        }

        return [.. Enumerable.Range(0, Classes.Length).Where(c => hasPipe[c])
            .Select(c => (c == 0 ? 0 : Classes[c - 1].Below, Classes[c].Below, Classes[c].Width))];
    }
}
