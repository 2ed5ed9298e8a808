using SkiaSharp;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Charts;

/// <summary>What plants (of a county) or sources (of any network) supply, stacked over time, under the demand.</summary>
internal static class SupplyChart
{
    private const int MostBands = 7;

    /// <summary>Name of the figure: of plants where the county has them, else of sources.</summary>
    public static string NameFor(CountySystem? county) =>
        county is { Plants.Length: > 0 } ? "plant-output" : "source-supply";

    public static Figure Draw(ChartContext context)
    {
        var data = context.Data;
        var phrases = context.Phrases;
        var hasPlants = data.County is { Plants.Length: > 0 };
        var bands = hasPlants ? Plants(context) : Sources(context);
        var demand = data.Drawn(static _ => true);
        return context.Make(
            NameFor(data.County),
            hasPlants ? phrases.PlantTitle : phrases.SourceTitle,
            Sheet.StandardHeight,
            (sheet, title) =>
            {
                // The legend reads from the top of the stack down, the demand above it.
                var legend = new List<KeyEntry>
                {
                    new(phrases.ClassMean(phrases.TotalDemand, 24 * data.Mean(demand)), Inks.Ink, SampleKind.Line),
                };
                for (var b = bands.Count - 1; b >= 0; b--)
                {
                    legend.Add(new(phrases.ClassMean(bands[b].Name, 24 * data.Mean(bands[b].Flow)), ColorOf(bands[b], b)));
                }

                var top = sheet.Header(title, data.Network.Nodes.Any(n => n is Tank) ? phrases.TankBalance : null);
                var width = KeyBox.ColumnWidth(sheet, legend);
                var right = sheet.Width - Sheet.Margin - width;
                var plot = AxisStyle.Create(context.Type, context.Time.Label, phrases.FlowAxis);
                var baseline = new double[context.Time.Hours.Length];
                for (var b = 0; b < bands.Count; b++)
                {
                    Steps.Stack(plot, context.Time.Hours, baseline, bands[b].Flow, ColorOf(bands[b], b));
                }

                Steps.AddLine(plot, context.Time.Hours, demand, Inks.Ink, 2);
                var highest = Math.Max(baseline.DefaultIfEmpty().Max(), demand.DefaultIfEmpty().Max());
                AxisStyle.FromZero(plot, highest);
                context.Time.Apply(plot);
                sheet.Draw(plot, new SKRect(6, top, right, sheet.Height - 4));
                KeyBox.Column(sheet, legend, right, top + 18, width);
            });
    }

    private static SKColor ColorOf(Band band, int place) =>
        band.IsRest ? Inks.Grey : Inks.Categories[place % Inks.Categories.Length];

    private static List<Band> Plants(ChartContext context)
    {
        var (data, county) = (context.Data, context.Data.County!);
        var bands = new List<Band>();
        foreach (var plant in county.Plants)
        {
            var flow = new double[data.Results.Times.Length];
            foreach (var id in plant.Outlets)
            {
                var link = data.Network.IndexOfLink(id);
                if (link < 0)
                {
                    continue;
                }

                var sign = data.Network.Links[link].FromNode == plant.ClearWell ? 3600.0 : -3600.0;
                for (var k = 0; k < flow.Length; k++)
                {
                    flow[k] += sign * Finite(data.Results.Flows(k)[link]);
                }
            }

            bands.Add(new Band(context.Phrases.Name(plant.Name), flow));
        }

        return Fewest(context, bands);
    }

    private static List<Band> Sources(ChartContext context)
    {
        var data = context.Data;
        var bands = new List<Band>();
        var inflows = new double[data.Results.Times.Length];
        for (var i = 0; i < data.Network.Nodes.Length; i++)
        {
            var node = data.Network.Nodes[i];
            var flow = node is Reservoir ? new double[inflows.Length] : inflows;
            for (var k = 0; k < flow.Length && node is not Tank; k++)
            {
                flow[k] += 3600 * Math.Max(0, -Finite(data.Results.Demands(k)[i]));
            }

            if (node is Reservoir)
            {
                bands.Add(new Band(Phrases.Numbered(context.Phrases.Reservoir, node.Id), flow));
            }
        }

        if (inflows.Any(f => f > 0))
        {
            bands.Add(new Band(context.Phrases.Inflows, inflows));
        }

        return Fewest(context, bands);
    }

    // More bands than there are colours to tell apart: the largest, and the rest as one.
    private static List<Band> Fewest(ChartContext context, List<Band> bands)
    {
        if (bands.Count <= MostBands)
        {
            return bands;
        }

        var ranked = bands.OrderByDescending(b => context.Data.Mean(b.Flow)).ToList();
        var kept = ranked.Take(MostBands).ToHashSet();
        var rest = new double[context.Time.Hours.Length];
        foreach (var band in ranked.Skip(MostBands))
        {
            for (var k = 0; k < rest.Length; k++)
            {
                rest[k] += band.Flow[k];
            }
        }

        return [.. bands.Where(kept.Contains), new Band(context.Phrases.Others, rest, IsRest: true)];
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    private sealed record Band(string Name, double[] Flow, bool IsRest = false);
}
