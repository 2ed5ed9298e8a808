using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Drawing;

/// <summary>Axes in the house's manner: two thin spines, a light grid, labels that can be read on paper.</summary>
internal static class AxisStyle
{
    /// <summary>Dashes of limits, means and standards, as a legend shows them.</summary>
    public static LinePattern Dashes { get; } = new([4, 3], 0, "dashes");

    /// <summary>An empty plot with its axes dressed.</summary>
    public static Plot Create(Typography type, string? xLabel, string? yLabel, float tickSize = Sheet.SmallSize + 1)
    {
        var plot = new Plot();
        plot.Font.Set(type.Family);
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Grid.MajorLineColor = Inks.Hairline.WithAlpha(170).ToPlot();
        plot.Grid.MajorLineWidth = 0.7f;
        plot.Axes.Title.IsVisible = false;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.MinimumSize = 14;
        plot.Axes.Top.MinimumSize = 8;
        Dress(plot.Axes.Bottom, type, xLabel, tickSize);
        Dress(plot.Axes.Left, type, yLabel, tickSize);
        return plot;
    }

    /// <summary>Lets the left axis run from 0 to a round value not below the highest; returns where it ends.</summary>
    public static double FromZero(Plot plot, double highest, double headroom = 0)
    {
        highest = highest > 0 && double.IsFinite(highest) ? highest : 1;
        var step = NiceSteps.Step(highest, 7);
        var limit = step * Math.Ceiling((highest / step) - 1e-9);
        plot.Axes.SetLimitsY(0, limit * (1 + headroom));
        plot.Axes.Left.TickGenerator = Ticks(0, limit, step);
        return limit;
    }

    /// <summary>A tick with its number at every step.</summary>
    public static NumericManual Ticks(double from, double to, double step)
    {
        var ticks = new List<Tick>();
        for (var i = 0; from + (i * step) <= to + (1e-6 * step); i++)
        {
            var at = Math.Round(from + (i * step), 9);
            ticks.Add(Tick.Major(at, Number(at)));
        }

        return new NumericManual([.. ticks]);
    }

    /// <summary>Makes an axis thin and its texts legible.</summary>
    public static void Dress(IAxis axis, Typography type, string? label, float tickSize)
    {
        axis.FrameLineStyle.Width = 0.8f;
        axis.FrameLineStyle.Color = Inks.Soft.ToPlot();
        axis.MajorTickStyle.Width = 0.8f;
        axis.MajorTickStyle.Length = 4;
        axis.MajorTickStyle.Color = Inks.Soft.ToPlot();
        axis.MinorTickStyle.Length = 0;
        axis.TickLabelStyle.FontName = type.Family;
        axis.TickLabelStyle.FontSize = tickSize;
        axis.TickLabelStyle.ForeColor = Inks.Ink.ToPlot();
        axis.Label.FontName = type.Family;
        axis.Label.FontSize = Sheet.LabelSize;
        axis.Label.Bold = false;
        axis.Label.ForeColor = Inks.Ink.ToPlot();
        axis.Label.Text = label is null ? string.Empty : type.Fit(label);
        axis.Label.IsVisible = label is not null;
    }

    /// <summary>A number without needless decimals.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var rounded = size < 1e-9 ? 0 : value;
        return rounded.ToString(size >= 1000 ? "#,0" : "0.###", CultureInfo.InvariantCulture);
    }
}
