using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Year;

/// <summary>Coloured cells of rows over the points of a year.</summary>
internal static class HeatCells
{
    // Neighbouring areas overlap by this much, so that no white line shows between them.
    private const float Overlap = 0.2f;

    /// <summary>
    /// Paints them. Cells of one class that touch are painted as one rectangle: an SVG of each cell would take megabytes.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="x">Left end of a point; asked also for the one after the last.</param>
    /// <param name="points">Number of points.</param>
    /// <param name="rows">Top and bottom of each row.</param>
    /// <param name="classOf">Class of a cell by row and point; negative: not painted.</param>
    /// <param name="colors">Colour of each class.</param>
    public static void Paint(
        Sheet sheet, Func<int, float> x, int points, IReadOnlyList<(float Top, float Bottom)> rows, Func<int, int, int> classOf,
        IReadOnlyList<SKColor> colors)
    {
        var paths = colors.Select(_ => new SKPath()).ToArray();
        var open = new Dictionary<(int First, int End, int Class), float>();
        for (var r = 0; r <= rows.Count; r++)
        {
            // A stretch goes on where the row above has the same and touches.
            var runs = r < rows.Count ? Runs(r, points, classOf) : [];
            var touches = r > 0 && r < rows.Count && Math.Abs(rows[r].Top - rows[r - 1].Bottom) < 0.01f;
            foreach (var (run, top) in open.Where(o => !touches || !runs.Contains(o.Key)).ToList())
            {
                paths[run.Class].AddRect(new SKRect(x(run.First), top, x(run.End) + Overlap, rows[r - 1].Bottom + Overlap));
                open.Remove(run);
            }

            foreach (var run in runs)
            {
                open.TryAdd(run, rows[r].Top);
            }
        }

        for (var c = 0; c < paths.Length; c++)
        {
            using var path = paths[c];
            if (!path.IsEmpty)
            {
                sheet.Fill(path, colors[c]);
            }
        }
    }

    private static HashSet<(int First, int End, int Class)> Runs(int row, int points, Func<int, int, int> classOf)
    {
        var runs = new HashSet<(int First, int End, int Class)>();
        for (var p = 0; p < points;)
        {
            var (first, c) = (p, classOf(row, p));
            while (p < points && classOf(row, p) == c)
            {
                p++;
            }

            if (c >= 0)
            {
                runs.Add((first, p, c));
            }
        }

        return runs;
    }
}
