using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>The shapes of facilities: told apart by form first, by colour second.</summary>
internal static class Symbols
{
    public const float Radius = 7;

    public static SKColor ColorOf(SymbolKind kind) => kind switch
    {
        SymbolKind.Source or SymbolKind.StandbySource => new SKColor(0x00, 0x55, 0x99),
        SymbolKind.Plant => Inks.Vermillion,
        SymbolKind.Tank => Inks.Ink,
        _ => new SKColor(0xA8, 0x3F, 0x78),
    };

    /// <summary>Draws a symbol.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="kind">Its shape.</param>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="color">Its colour, or null for the kind's.</param>
    public static void Draw(Sheet sheet, SymbolKind kind, float x, float y, SKColor? color = null)
    {
        using var path = Shape(kind, x, y);
        sheet.Stroke(path, SKColors.White, 3.4f);
        sheet.Fill(path, kind == SymbolKind.StandbySource ? SKColors.White : color ?? ColorOf(kind));
        if (kind == SymbolKind.StandbySource)
        {
            sheet.Stroke(path, ColorOf(kind), 1.6f);
        }
    }

    /// <summary>
    /// Moves symbols that would hide one another apart, each by no more than a symbol's width from those before it:
    /// a plant often stands beside its reservoir.
    /// </summary>
    public static List<SKPoint> Spread(List<SKPoint> places)
    {
        const float apart = (2 * Radius) + 2;
        var spread = new List<SKPoint>(places.Count);
        foreach (var place in places)
        {
            var at = place;
            foreach (var other in spread)
            {
                var (dx, dy) = (at.X - other.X, at.Y - other.Y);
                var distance = MathF.Sqrt((dx * dx) + (dy * dy));
                if (distance < apart)
                {
                    var (x, y) = distance > 0.5f ? (dx / distance, dy / distance) : (1, 0);
                    at = new SKPoint(other.X + (apart * x), other.Y + (apart * y));
                }
            }

            spread.Add(at);
        }

        return spread;
    }

    private static SKPath Shape(SymbolKind kind, float x, float y)
    {
        var path = new SKPath();
        switch (kind)
        {
            case SymbolKind.Plant:
                path.AddRect(SKRect.Create(x - 6, y - 6, 12, 12));
                break;
            case SymbolKind.Tank:
                path.AddPoly([new(x, y - 7.5f), new(x + 7, y + 5), new(x - 7, y + 5)], true);
                break;
            case SymbolKind.Booster:
                path.AddPoly([new(x, y - 7.5f), new(x + 7.5f, y), new(x, y + 7.5f), new(x - 7.5f, y)], true);
                break;
            default:
                path.AddPoly([new(x - 7.5f, y - 5), new(x + 7.5f, y - 5), new(x, y + 7.5f)], true);
                break;
        }

        return path;
    }
}
