using SkiaSharp;
using WaterSim.Model;

namespace WaterSim.Plots.Map;

/// <summary>Puts map points into a rectangle of the sheet: centred, north up, equal in both directions.</summary>
internal sealed class MapFrame
{
    private readonly MapScale _scale;
    private readonly double _centerX;
    private readonly double _centerY;

    public MapFrame(Extent extent, MapScale scale, SKRect area)
    {
        (_scale, Area) = (scale, area);
        (_centerX, _centerY) = ((extent.MinX + extent.MaxX) / 2, (extent.MinY + extent.MaxY) / 2);
        var wide = Math.Max((extent.MaxX - extent.MinX) * scale.Aspect, 1e-12);
        var high = Math.Max(extent.MaxY - extent.MinY, 1e-12);
        UnitsPerMapUnit = Math.Min(area.Width / wide, area.Height / high);
    }

    public SKRect Area { get; }

    /// <summary>Sheet units of one map unit of y.</summary>
    public double UnitsPerMapUnit { get; }

    public SKPoint Place(MapPoint point) => new(
        (float)(Area.MidX + ((point.X - _centerX) * _scale.Aspect * UnitsPerMapUnit)),
        (float)(Area.MidY - ((point.Y - _centerY) * UnitsPerMapUnit)));
}
