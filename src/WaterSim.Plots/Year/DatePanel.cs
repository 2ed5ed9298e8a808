using ScottPlot;
using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Year;

/// <summary>Axes over the days of a year whose place on the sheet is known, so that labels can stand beside what they name.</summary>
internal sealed class DatePanel
{
    private readonly Sheet _sheet;
    private readonly YearContext _context;
    private readonly SKRect _area;
    private readonly double _low;
    private readonly double _high;
    private readonly float _tickSize;

    /// <param name="sheet">The sheet.</param>
    /// <param name="context">The year.</param>
    /// <param name="area">What the axes and their labels fill.</param>
    /// <param name="inner">The data's part of it.</param>
    /// <param name="low">Lowest value shown.</param>
    /// <param name="high">Highest value shown.</param>
    /// <param name="tickSize">Size of the ticks' labels.</param>
    public DatePanel(Sheet sheet, YearContext context, SKRect area, SKRect inner, double low, double high, float tickSize)
    {
        (_sheet, _context, _area, Data, _low, _high, _tickSize) = (sheet, context, area, inner, low, high, tickSize);
        Plot = AxisStyle.Create(context.Type, null, null, tickSize);
        Plot.Layout.Fixed(new PixelPadding(
            inner.Left - area.Left, area.Right - inner.Right, area.Bottom - inner.Bottom, inner.Top - area.Top));
        Plot.Axes.SetLimitsY(low, high);
    }

    public Plot Plot { get; }

    /// <summary>Where the data are.</summary>
    public SKRect Data { get; }

    public float X(double day) => Data.Left + (float)(Data.Width * day / _context.Dates.Days);

    public float Y(double value) => Data.Bottom - (float)(Data.Height * (value - _low) / (_high - _low));

    /// <summary>Adds a line through what was true in the evening of each point.</summary>
    public void AddEvenings(IReadOnlyList<double> values, SKColor color, float width)
    {
        var line = Plot.Add.ScatterLine(
            Enumerable.Range(0, values.Count).Select(p => new Coordinates(_context.End(p), values[p])).ToArray(), color.ToPlot());
        line.LineWidth = width;
    }

    /// <summary>Adds a line through the middle of each point's days and on to both ends of the axis.</summary>
    public void AddLine(IReadOnlyList<double> values, SKColor color, float width)
    {
        var line = Plot.Add.ScatterLine(Corners(values).ToArray(), color.ToPlot());
        line.LineWidth = width;
    }

    /// <summary>Adds a line through the middle of each point's days; it is broken where there is no number.</summary>
    public void AddMiddles(IReadOnlyList<double> values, SKColor color, float width)
    {
        var run = new List<Coordinates>();
        for (var p = 0; p <= values.Count; p++)
        {
            if (p < values.Count && double.IsFinite(values[p]))
            {
                run.Add(new Coordinates((_context.Begin(p) + _context.End(p)) / 2, values[p]));
            }
            else if (run.Count > 0)
            {
                var line = Plot.Add.ScatterLine(run.ToArray(), color.ToPlot());
                line.LineWidth = width;
                run = [];
            }
        }
    }

    /// <summary>Adds a level line over the whole width.</summary>
    public void AddLevel(double value, SKColor color, float width, bool dashed)
    {
        var line = Plot.Add.HorizontalLine(value);
        line.LineColor = color.ToPlot();
        line.LineWidth = width;
        line.LinePattern = dashed ? AxisStyle.Dashes : LinePattern.Solid;
    }

    /// <summary>Adds a shaded band between two values.</summary>
    public void AddBand(double low, double high, SKColor color)
    {
        var band = Plot.Add.Rectangle(0, _context.Dates.Days, low, high);
        band.FillColor = color.ToPlot();
        band.LineWidth = 0;
    }

    /// <summary>Adds the area between two series, drawn through the middle of each point's days and on to both ends of the axis.</summary>
    /// <param name="lower">Lower bound by point, or null for 0.</param>
    /// <param name="upper">Upper bound by point.</param>
    /// <param name="color">Its colour.</param>
    public void AddArea(IReadOnlyList<double>? lower, IReadOnlyList<double> upper, SKColor color)
    {
        var corners = Corners(upper);
        if (lower is null)
        {
            corners.Insert(0, new Coordinates(0, 0));
            corners.Add(new Coordinates(_context.Dates.Days, 0));
        }
        else
        {
            var back = Corners(lower);
            back.Reverse();
            corners.AddRange(back);
        }

        var area = Plot.Add.Polygon([.. corners]);
        area.FillColor = color.ToPlot();
        area.LineWidth = 0;
    }

    // Where a series goes straight on, its inner corners say nothing.
    private List<Coordinates> Corners(IReadOnlyList<double> values)
    {
        var corners = new List<Coordinates> { new(0, values[0]) };
        for (var p = 0; p < values.Count; p++)
        {
            if (p == 0 || p == values.Count - 1 || values[p] != values[p - 1] || values[p] != values[p + 1])
            {
                corners.Add(new Coordinates((_context.Begin(p) + _context.End(p)) / 2, values[p]));
            }
        }

        corners.Add(new Coordinates(_context.Dates.Days, values[^1]));
        return corners;
    }

    /// <summary>Draws it all.</summary>
    /// <param name="hasDates">Whether dates are written below.</param>
    /// <param name="strip">Height of a strip between the axis and the dates, in place of the ticks; 0: none.</param>
    public void Paint(bool hasDates, float strip = 0)
    {
        _context.Dates.Apply(Plot, Data.Width, t => _sheet.Measure(t, _tickSize), hasDates);
        if (strip > 0)
        {
            Plot.Axes.Bottom.TickLabelStyle.OffsetY = strip + 1;
            Plot.Axes.Bottom.MinorTickStyle.Length = 0;
        }

        _sheet.Draw(Plot, _area);
    }
}
