using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots;

/// <summary>
/// One figure of a run, ready to be written as PNG or SVG as often as wanted, from any thread. It is drawn when it is first
/// written, once: both kinds of file play the same drawing.
/// </summary>
public sealed class Figure
{
    private readonly Lazy<SKPicture> _drawing;
    private readonly Typography _type;
    private readonly float _width;
    private readonly float _height;
    private readonly double _scale;

    internal Figure(
        string name, string title, float width, float height, Typography type, double scale, Action<Sheet> draw)
    {
        (Name, Title, _width, _height, _type, _scale) = (name, title, width, height, type, scale);
        _drawing = new Lazy<SKPicture>(() => Record(draw));
    }

    /// <summary>Name for a file, such as <c>network-map</c>: lower case, no extension.</summary>
    public string Name { get; }

    /// <summary>The title drawn above it: what is shown, and where.</summary>
    public string Title { get; }

    /// <summary>Width of the PNG, pixels.</summary>
    public int Width => (int)Math.Round(_width * _scale);

    /// <summary>Height of the PNG, pixels.</summary>
    public int Height => (int)Math.Round(_height * _scale);

    /// <summary>Writes the figure as PNG of <see cref="Width"/> by <see cref="Height"/> pixels.</summary>
    public void WritePng(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var info = new SKImageInfo(Width, Height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)_scale);
        surface.Canvas.DrawPicture(_drawing.Value);
        surface.Canvas.Flush();
        PngWriter.Write(surface, stream);
    }

    /// <summary>Writes the figure as PNG to a file.</summary>
    public void WritePng(string path)
    {
        using var stream = File.Create(path);
        WritePng(stream);
    }

    /// <summary>Writes the figure as SVG: one file, nothing loaded from elsewhere, text as text.</summary>
    public void WriteSvg(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new SKDynamicMemoryWStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(_width, _height), memory))
        {
            using var white = new SKPaint { Color = SKColors.White };
            canvas.DrawRect(0, 0, _width, _height, white);
            canvas.DrawPicture(_drawing.Value);
        }

        using var data = memory.DetachAsData();
        using var skia = data.AsStream();
        new SvgWriter(Name, Title, _width, _height, _type).Copy(skia, stream);
    }

    /// <summary>Writes the figure as SVG to a file.</summary>
    public void WriteSvg(string path)
    {
        using var stream = File.Create(path);
        WriteSvg(stream);
    }

    private SKPicture Record(Action<Sheet> draw)
    {
        using var recorder = new SKPictureRecorder();
        draw(new Sheet(recorder.BeginRecording(SKRect.Create(_width, _height)), _width, _height, _type));
        return recorder.EndRecording();
    }
}
