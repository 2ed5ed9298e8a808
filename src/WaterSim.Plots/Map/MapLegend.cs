using System.Globalization;
using SkiaSharp;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Map;

/// <summary>What stands beside the map: colour scale, symbols, pipe widths, and below it the scale bar and north.</summary>
internal static class MapLegend
{
    private const float Width = 196;

    public static void Draw(ChartContext context, Sheet sheet, Entries entries)
    {
        var phrases = context.Phrases;
        var x = sheet.Width - Width;
        var y = 78f;
        sheet.Text(sheet.Cut(phrases.PressureScale, 12.5f, Width - 6), x, y, 12.5f, Inks.Ink);
        y = ColorBar(sheet, entries.Classes, x, y + 12);
        if (entries.Notes.BelowService > 0)
        {
            sheet.Ring(x + 9, y, 4.6f, Inks.Vermillion, 1.4f);
            y = Say(sheet, Count(phrases.BelowService, entries.Notes.BelowService), x, y);
        }

        if (entries.Notes.Unreached > 0)
        {
            sheet.Line(x + 6, y - 3, x + 12, y + 3, Inks.Vermillion, 1.4f);
            sheet.Line(x + 6, y + 3, x + 12, y - 3, Inks.Vermillion, 1.4f);
            y = Say(sheet, Count(phrases.NoWater, entries.Notes.Unreached), x, y);
        }

        y += 10;
        foreach (var kind in entries.Kinds)
        {
            Symbols.Draw(sheet, kind, x + 9, y);
            y = Say(sheet, NameOf(context, kind, entries.IsCounty), x, y);
        }

        if (entries.Pipes.Count == 0)
        {
            return;
        }

        y += 18;
        sheet.Text(phrases.PipeDiameter, x, y, 12.5f, Inks.Ink);
        y += 16;
        foreach (var (from, below, width) in entries.Pipes)
        {
            sheet.Line(x, y, x + 18, y, Inks.PipeGrey, width);
            y = Say(
                sheet,
                from == 0 ? phrases.Under(1000 * below)
                    : double.IsInfinity(below) ? phrases.From(1000 * from) : Phrases.Between(1000 * from, 1000 * below),
                x,
                y);
        }
    }

    /// <summary>Scale bar and north arrow at the foot of the map, or a word that it has no scale.</summary>
    public static void DrawScale(ChartContext context, Sheet sheet, MapFrame frame, MapScale scale)
    {
        var y = sheet.Height - 14;
        if (scale.MetersPerUnit is not { } metersPerUnit)
        {
            sheet.Text(context.Phrases.Schematic, Sheet.Margin, y, Sheet.SmallSize, Inks.Soft);
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
        DrawNorth(context, sheet, Sheet.Margin + 6, y);
    }

    private static void DrawNorth(ChartContext context, Sheet sheet, float x, float y)
    {
        using var arrow = new SKPath();
        arrow.AddPoly([new(x, y - 22), new(x + 5.5f, y - 4), new(x, y - 8), new(x - 5.5f, y - 4)], true);
        sheet.Fill(arrow, Inks.Ink);
        sheet.Text(context.Phrases.North, x, y - 25, Sheet.SmallSize, Inks.Ink, TextAlign.Center);
    }

    private static float ColorBar(Sheet sheet, PressureClasses classes, float x, float y)
    {
        const float wide = 22;
        const float high = 20;
        for (var c = classes.Count - 1; c >= 0; c--)
        {
            var top = y + ((classes.Count - 1 - c) * high);
            sheet.Fill(SKRect.Create(x, top, wide, high), classes.ColorOf(c));
            if (c > 0)
            {
                sheet.Line(x + wide, top + high, x + wide + 5, top + high, Inks.Soft, 0.8f);
                var limit = AxisStyle.Number(classes.Limits[c - 1]);
                sheet.Text(limit, x + wide + 9, top + high + 4.3f, Sheet.SmallSize, Inks.Ink);
            }
        }

        return y + (classes.Count * high) + 20;
    }

    private static float Say(Sheet sheet, string text, float x, float y)
    {
        sheet.Text(sheet.Cut(text, Sheet.SmallSize, Width - 32), x + 26, y + 4.3f, Sheet.SmallSize, Inks.Ink);
        return y + 20;
    }

    private static string Count(string text, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{text} ({count})");

    private static string NameOf(ChartContext context, SymbolKind kind, bool isCounty) => kind switch
    {
        SymbolKind.Source => isCounty ? context.Phrases.Source : context.Phrases.Reservoir,
        SymbolKind.StandbySource => context.Phrases.StandbySource,
        SymbolKind.Plant => context.Phrases.Plant,
        SymbolKind.Tank => isCounty ? context.Phrases.ElevatedTank : context.Phrases.Tank,
        _ => isCounty ? context.Phrases.Booster : context.Phrases.Pump,
    };

    /// <summary>What the legend explains.</summary>
    internal sealed record Entries(
        PressureClasses Classes,
        SymbolKind[] Kinds,
        List<(double From, double Below, float Width)> Pipes,
        MapNotes Notes,
        bool IsCounty);
}
