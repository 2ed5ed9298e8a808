using System.Globalization;
using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Map;

/// <summary>What stands beside the map, written from the top down: scale, marks, symbols, pipe widths.</summary>
internal sealed class MapLegend(Phrases phrases, bool isCounty, Sheet sheet)
{
    public const float Width = 196;
    private const float TitleSize = 12.5f;

    private readonly float _x = sheet.Width - Width;
    private float _y = 78;

    /// <summary>What the colours mean, in as many lines as it takes.</summary>
    public void Title(string text)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && sheet.Measure(longer, TitleSize) > Width - 6)
            {
                sheet.Text(line, _x, _y, TitleSize, Inks.Ink);
                _y += 16;
                longer = word;
            }

            line = longer;
        }

        sheet.Text(sheet.Cut(line, TitleSize, Width - 6), _x, _y, TitleSize, Inks.Ink);
        _y += 12;
    }

    /// <summary>Classes of a scale, the highest on top, with the limits between them.</summary>
    public void Scale(IReadOnlyList<double> limits, IReadOnlyList<SKColor> colors)
    {
        const float wide = 22;
        const float high = 20;
        for (var c = colors.Count - 1; c >= 0; c--)
        {
            var top = _y + ((colors.Count - 1 - c) * high);
            sheet.Fill(SKRect.Create(_x, top, wide, high), colors[c]);
            if (c > 0)
            {
                sheet.Line(_x + wide, top + high, _x + wide + 5, top + high, Inks.Soft, 0.8f);
                var limit = AxisStyle.Number(limits[c - 1]);
                sheet.Text(limit, _x + wide + 9, top + high + 4.3f, Sheet.SmallSize, Inks.Ink);
            }
        }

        _y += (colors.Count * high) + 20;
    }

    /// <summary>A colour, what it stands for, and a number at the right end.</summary>
    public void Entry(SKColor color, string text, string number)
    {
        _y += 10;
        sheet.Fill(SKRect.Create(_x, _y - 6, 20, 12), color);
        var taken = sheet.Measure(number, Sheet.SmallSize);
        sheet.Text(
            sheet.Cut(text, Sheet.SmallSize, Width - 46 - taken), _x + 26, _y + 4.3f, Sheet.SmallSize, Inks.Ink);
        sheet.Text(number, sheet.Width - Sheet.Margin, _y + 4.3f, Sheet.SmallSize, Inks.Ink, TextAlign.Right);
        _y += 10;
    }

    /// <summary>Leaves room.</summary>
    public void Space(float height) => _y += height;

    /// <summary>A mark that the caller draws at a point, and what it means.</summary>
    public void Mark(Action<float, float> draw, string text)
    {
        draw(_x + 9, _y);
        Say(text);
    }

    /// <summary>A ring and how often it is there; nothing where it is not.</summary>
    public void Ring(string text, int count)
    {
        if (count > 0)
        {
            Mark((x, y) => sheet.Ring(x, y, 4.6f, Inks.Vermillion, 1.4f), Count(text, count));
        }
    }

    /// <summary>A cross and how often it is there; nothing where it is not.</summary>
    public void Cross(string text, int count)
    {
        if (count > 0)
        {
            Mark((x, y) => NodeDots.Cross(sheet, [new(x, y)]), Count(text, count));
        }
    }

    /// <summary>The symbols of facilities that the map shows.</summary>
    public void Facilities(MapContent content)
    {
        _y += 10;
        foreach (var kind in content.Facilities.Select(f => f.Kind).Distinct().Order())
        {
            Mark((x, y) => Symbols.Draw(sheet, kind, x, y), NameOf(kind));
        }
    }

    /// <summary>Widths of lines and the pipe diameters they stand for; nothing without pipes.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="color">Colour of the lines, or null for the usual.</param>
    public void Pipes(List<(double From, double Below, float Width)> classes, SKColor? color = null)
    {
        if (classes.Count == 0)
        {
            return;
        }

        _y += 18;
        sheet.Text(phrases.PipeDiameter, _x, _y, TitleSize, Inks.Ink);
        _y += 16;
        foreach (var (from, below, width) in classes)
        {
            sheet.Line(_x, _y, _x + 18, _y, color ?? Inks.PipeGrey, width);
            Say(from == 0 ? phrases.Under(1000 * below)
                : double.IsInfinity(below) ? phrases.From(1000 * from) : Phrases.Between(1000 * from, 1000 * below));
        }
    }

    /// <summary>Scale bar and north arrow at the foot of the map, or a word that it has no scale.</summary>
    public static void DrawScale(Phrases phrases, Sheet sheet, MapFrame frame, MapScale scale)
    {
        var y = sheet.Height - 14;
        if (scale.MetersPerUnit is not { } metersPerUnit)
        {
            sheet.Text(phrases.Schematic, Sheet.Margin, y, Sheet.SmallSize, Inks.Soft);
            return;
        }

        var metersPerSheetUnit = metersPerUnit / frame.UnitsPerMapUnit;
        var length = NiceSteps.Floor(170 * metersPerSheetUnit);
        var drawn = (float)(length / metersPerSheetUnit);
        var x = Sheet.Margin + 30;
        sheet.Fill(SKRect.Create(x, y - 8, drawn / 2, 5), Inks.Ink);
        using var outline = new SKPath();
        outline.AddRect(SKRect.Create(x, y - 8, drawn, 5));
        sheet.Stroke(outline, Inks.Ink, 0.8f);
        sheet.Text("0", x, y - 12, 11.5f, Inks.Ink, TextAlign.Center);
        sheet.Text(MapScale.Describe(length), x + drawn, y - 12, 11.5f, Inks.Ink, TextAlign.Center);
        DrawNorth(phrases, sheet, Sheet.Margin + 6, y);
    }

    private static void DrawNorth(Phrases phrases, Sheet sheet, float x, float y)
    {
        using var arrow = new SKPath();
        arrow.AddPoly([new(x, y - 22), new(x + 5.5f, y - 4), new(x, y - 8), new(x - 5.5f, y - 4)], true);
        sheet.Fill(arrow, Inks.Ink);
        sheet.Text(phrases.North, x, y - 25, Sheet.SmallSize, Inks.Ink, TextAlign.Center);
    }

    private void Say(string text)
    {
        sheet.Text(sheet.Cut(text, Sheet.SmallSize, Width - 32), _x + 26, _y + 4.3f, Sheet.SmallSize, Inks.Ink);
        _y += 20;
    }

    private static string Count(string text, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{text} ({count})");

    private string NameOf(SymbolKind kind) => kind switch
    {
        SymbolKind.Source => isCounty ? phrases.Source : phrases.Reservoir,
        SymbolKind.StandbySource => phrases.StandbySource,
        SymbolKind.Plant => phrases.Plant,
        SymbolKind.Tank => isCounty ? phrases.ElevatedTank : phrases.Tank,
        _ => isCounty ? phrases.Booster : phrases.Pump,
    };
}
