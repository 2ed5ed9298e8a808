using ScottPlot;
using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Charts;

/// <summary>Series that hold from one reported time to the next, drawn as steps.</summary>
internal static class Steps
{
    /// <summary>The series' corners.</summary>
    public static Coordinates[] Corners(double[] hours, double[] values)
    {
        var corners = new Coordinates[Math.Max(0, (2 * hours.Length) - 2)];
        for (var k = 0; k + 1 < hours.Length; k++)
        {
            corners[2 * k] = new Coordinates(hours[k], values[k]);
            corners[(2 * k) + 1] = new Coordinates(hours[k + 1], values[k]);
        }

        return corners;
    }

    /// <summary>Adds a line.</summary>
    public static void AddLine(Plot plot, double[] hours, double[] values, SKColor color, float width)
    {
        var line = plot.Add.ScatterLine(Corners(hours, values), color.ToPlot());
        line.LineWidth = width;
        line.MarkerSize = 0;
    }

    /// <summary>Adds a band on top of a base, and raises the base by it.</summary>
    public static void Stack(Plot plot, double[] hours, double[] baseline, double[] values, SKColor color)
    {
        var lower = Corners(hours, baseline);
        for (var k = 0; k < values.Length; k++)
        {
            baseline[k] += Math.Max(0, values[k]);
        }

        var upper = Corners(hours, baseline);
        Array.Reverse(lower);
        var band = plot.Add.Polygon([.. upper, .. lower]);
        band.FillColor = color.ToPlot();
        band.LineWidth = 0.4f;
        band.LineColor = Colors.White;
    }
}
