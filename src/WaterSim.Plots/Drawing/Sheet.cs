using ScottPlot;
using SkiaSharp;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Drawing;

/// <summary>
/// The sheet a figure is drawn on. It is 800 units wide; at 16 cm on paper a unit is 0.57 pt, so that 14 units are
/// 8 pt, the size of a legible label.
/// </summary>
internal sealed class Sheet(SKCanvas canvas, float width, float height, Typography type)
{
    public const float StandardWidth = 800;
    public const float StandardHeight = 500;
    public const float TitleSize = 19;
    public const float LabelSize = 14;
    public const float SmallSize = 12;
    public const float Margin = 14;

    public SKCanvas Canvas { get; } = canvas;

    public float Width { get; } = width;

    public float Height { get; } = height;

    public Typography Type { get; } = type;

    /// <summary>Writes the title and a line below it; returns where the figure may begin.</summary>
    public float Header(string title, string? subtitle)
    {
        var room = Width - (2 * Margin);
        var (fitted, size) = Shrink(title, TitleSize, LabelSize, room);
        Text(fitted, Margin, 27, size, Inks.Ink);
        if (subtitle is null)
        {
            return 38;
        }

        (fitted, size) = Shrink(subtitle, LabelSize, 11, room);
        Text(fitted, Margin, 48, size, Inks.Soft);
        return 58;
    }

    /// <summary>Writes a text with its baseline at y.</summary>
    public void Text(
        string text, float x, float y, float size, SKColor color, TextAlign align = TextAlign.Left, float halo = 0)
    {
        text = Type.Fit(text);
        if (text.Length == 0)
        {
            return;
        }

        using var font = Font(size);
        x -= align switch
        {
            TextAlign.Center => font.MeasureText(text) / 2,
            TextAlign.Right => font.MeasureText(text),
            _ => 0,
        };
        if (halo > 0)
        {
            using var white = new SKPaint
            {
                Color = SKColors.White.WithAlpha(225),
                Style = SKPaintStyle.Stroke,
                StrokeWidth = 2 * halo,
                StrokeJoin = SKStrokeJoin.Round,
                IsAntialias = true,
            };
            Canvas.DrawText(text, x, y, SKTextAlign.Left, font, white);
        }

        using var paint = new SKPaint { Color = color, IsAntialias = true };
        Canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }

    /// <summary>Writes a text upwards, centred at a point: the label of a vertical axis.</summary>
    public void TextUp(string text, float x, float y, float size, SKColor color)
    {
        Canvas.Save();
        Canvas.RotateDegrees(-90, x, y);
        Text(text, x, y, size, color, TextAlign.Center);
        Canvas.Restore();
    }

    public float Measure(string text, float size)
    {
        using var font = Font(size);
        return font.MeasureText(Type.Fit(text));
    }

    /// <summary>The text, its end cut off with an ellipsis where it is wider than the room.</summary>
    public string Cut(string text, float size, float room)
    {
        text = Type.Fit(text);
        if (Measure(text, size) <= room)
        {
            return text;
        }

        var length = text.Length;
        while (length > 1 && Measure(text[..length] + "…", size) > room)
        {
            length--;
        }

        return text[..length].TrimEnd() + "…";
    }

    public void Line(float x1, float y1, float x2, float y2, SKColor color, float width, bool dashed = false)
    {
        using var dash = dashed ? SKPathEffect.CreateDash([4, 3], 0) : null;
        using var paint = new SKPaint
        {
            Color = color,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            IsAntialias = true,
            PathEffect = dash,
        };
        Canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    public void Fill(SKRect rect, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        Canvas.DrawRect(rect, paint);
    }

    public void Fill(SKPath path, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        Canvas.DrawPath(path, paint);
    }

    public void Stroke(SKPath path, SKColor color, float width, bool dashed = false)
    {
        using var dash = dashed ? SKPathEffect.CreateDash([4, 5], 0) : null;
        using var paint = new SKPaint
        {
            Color = color,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeJoin = SKStrokeJoin.Round,
            StrokeCap = dashed ? SKStrokeCap.Butt : SKStrokeCap.Round,
            IsAntialias = true,
            PathEffect = dash,
        };
        Canvas.DrawPath(path, paint);
    }

    /// <summary>Draws a circle. As part of a path it would cost an SVG kilobytes.</summary>
    public void Ring(float x, float y, float radius, SKColor color, float width)
    {
        using var paint = new SKPaint
        {
            Color = color,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            IsAntialias = true,
        };
        Canvas.DrawCircle(x, y, radius, paint);
    }

    /// <summary>Draws a disc.</summary>
    public void Dot(float x, float y, float radius, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        Canvas.DrawCircle(x, y, radius, paint);
    }

    /// <summary>Draws a plot into a part of the sheet.</summary>
    public void Draw(Plot plot, SKRect area)
    {
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.Render(Canvas, new PixelRect(area.Left, area.Right, area.Bottom, area.Top));
    }

    private (string Text, float Size) Shrink(string text, float size, float least, float room)
    {
        while (size > least && Measure(text, size) > room)
        {
            size -= 0.5f;
        }

        return (Cut(text, size, room), size);
    }

    // Without hinting a text is as wide on paper as on screen, and an SVG's letters stand where the font wants them.
    private SKFont Font(float size) => new(Type.Typeface, size)
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };
}
