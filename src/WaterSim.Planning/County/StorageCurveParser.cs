using System.Collections.Immutable;
using System.Globalization;

namespace WaterSim.Planning.County;

/// <summary>Reads the <c>curve:</c> of a reservoir, and tells which of its points does not fit.</summary>
internal sealed class StorageCurveParser(DiagnosticBag bag)
{
    private const double SquareMetersPerHectare = 1e4;

    /// <summary>How far a volume may be outside what the areas allow, - of it: rounding of a table.</summary>
    private const double Slack = 0.05;

    /// <summary>The points, or none where some is wrong, so that nothing else is held against them.</summary>
    public ImmutableArray<StoragePoint> Parse(MapBinder reservoir)
    {
        var points = ImmutableArray.CreateBuilder<StoragePoint>();
        var holds = true;
        foreach (var map in reservoir.Maps("curve", required: true))
        {
            var binder = new MapBinder(map, reservoir.Element, bag);
            var (level, area, volume) = (
                binder.Number("level_m"),
                binder.NumberAbove("area_ha", 0, inclusive: true, double.NaN),
                binder.NumberAbove("volume_m3", 0, inclusive: true, double.NaN));
            binder.Finish();
            var point = new StoragePoint(level ?? double.NaN, area * SquareMetersPerHectare, volume);
            if (double.IsNaN(point.Level + point.Area + point.Volume))
            {
                holds = false;
            }
            else
            {
                // What does not follow is left out, so that the next point is not blamed for it.
                var isFirst = points.Count == 0;
                var fits = isFirst ? IsBottom(binder, point) : Follows(binder, points[^1], point);
                holds &= fits;
                if (fits || isFirst)
                {
                    points.Add(point);
                }
            }
        }

        if (holds && points.Count < 2 && reservoir.Map.Find("curve") is YamlList list)
        {
            bag.Error(
                "WS4032", list.Line, list.Column, FormattableString.Invariant($"the curve has {points.Count} points"),
                "Give two or more: { level_m: ..., area_ha: ..., volume_m3: ... }.", reservoir.Element);
            holds = false;
        }

        return holds ? points.ToImmutable() : [];
    }

    private bool IsBottom(MapBinder binder, StoragePoint point)
    {
        if (point.Volume == 0)
        {
            return true;
        }

        var at = binder.Map.Find("volume_m3")!;
        bag.Error(
            "WS4032", at.Line, at.Column, $"the curve begins with volume_m3 {Show(point.Volume)}",
            "Begin with the bottom, where volume_m3 is 0.", binder.Element);
        return false;
    }

    private bool Follows(MapBinder binder, StoragePoint before, StoragePoint point)
    {
        var key = point.Level <= before.Level ? "level_m"
            : point.Volume <= before.Volume ? "volume_m3"
            : point.Area < before.Area ? "area_ha" : null;
        if (key is not null)
        {
            var was = key switch
            {
                "level_m" => before.Level,
                "volume_m3" => before.Volume,
                _ => before.Area / SquareMetersPerHectare,
            };
            var at = binder.Map.Find(key)!;
            bag.Error(
                "WS4032", at.Line, at.Column, $"{key} {((YamlText)at).Value} does not rise above {Show(was)}",
                "Order the points from the bottom up: level and volume rise, the area does not fall.", binder.Element);
            return false;
        }

        // A surface that only grows holds between two cylinders.
        var height = point.Level - before.Level;
        var gain = point.Volume - before.Volume;
        if (gain < before.Area * height * (1 - Slack) || gain > point.Area * height * (1 + Slack))
        {
            var at = binder.Map.Find("volume_m3")!;
            bag.Error(
                "WS4033", at.Line, at.Column,
                $"from {Show(before.Level)} m the volume grows by {Show(Math.Round(gain))} m3, its areas allow {Show(Math.Round(before.Area * height))} to {Show(Math.Round(point.Area * height))}",
                "Check the units: area_ha is in hectares (1 ha = 10,000 m2), volume_m3 in m3.", binder.Element);
            return false;
        }

        return true;
    }

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
