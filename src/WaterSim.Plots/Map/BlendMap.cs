using System.Globalization;
using SkiaSharp;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;
using WaterSim.Quality;

namespace WaterSim.Plots.Map;

/// <summary>
/// Where the water comes from: pipes and junctions in the colour of the source with the largest share, those that are mixed
/// marked in the colour of the second as well; with a county a pie for each community.
/// </summary>
internal static class BlendMap
{
    // Lines carry a colour here: a little more than a hair.
    private const float Wider = 0.8f;

    // Beyond so many junctions their rings run together.
    private const int MostRings = 1200;

    /// <summary>The map, or null where no node has coordinates.</summary>
    public static Figure? Draw(ChartContext context, QualityResults quality)
    {
        if (MapGround.Of(context) is not { } ground)
        {
            return null;
        }

        var shares = new BlendShares(context, quality);
        var pies = BlendPies.Of(context, shares);
        var phrases = context.Phrases;
        return ground.Make(
            "source-blend",
            phrases.BlendTitle,
            phrases.Joined(phrases.BlendBelow, phrases.LastDay(shares.HasLastDay)),
            (sheet, frame) => Paint(context, sheet, ground, frame, shares, pies));
    }

    private static void Paint(
        ChartContext context, Sheet sheet, MapGround ground, MapFrame frame, BlendShares shares, List<BlendPie> pies)
    {
        var (network, phrases) = (context.Data.Network, context.Phrases);
        SKColor[] colors = [.. shares.Sources.Select(s => s.Color)];
        var links = Enumerable.Range(0, network.Links.Length).Select(l => Mixture.Of(shares.Link(network, l))).ToArray();

        // A village's pie stands for the streets inside it.
        var isStreet = pies.Count > 0 ? Streets(context.Data) : new bool[links.Length];

        // Where pies tell the shares, dots would be a second voice; where dots stand close, rings would hide their neighbours.
        var nodes = pies.Count > 0 ? [] : Enumerable.Range(0, network.Nodes.Length)
            .Where(i => network.Nodes[i] is Junction { Position: not null }).ToList();
        var dots = nodes.ConvertAll(i => frame.Place(network.Nodes[i].Position!.Value));
        var mixtures = nodes.ConvertAll(i => Mixture.Of(shares.Node(i)));
        var radius = NodeDots.RadiusOf(dots.Count);
        var hasRings = dots.Count is > 0 and <= MostRings;
        if (!hasRings)
        {
            NodeDots.Draw(sheet, dots, d => mixtures[d].First, colors, radius);
        }

        var widths = PipeLines.Draw(
            sheet, network, frame, l => isStreet[l] ? -1 : links[l].First, colors, wider: Wider);
        PipeLines.Draw(sheet, network, frame, l => isStreet[l] ? -1 : links[l].Second, colors, dashed: true, wider: Wider);
        if (hasRings)
        {
            NodeDots.Draw(sheet, dots, d => mixtures[d].Second, colors, radius + 2);
            NodeDots.Draw(sheet, dots, d => mixtures[d].Second >= 0 ? 0 : -1, [SKColors.White], radius + 0.8f);
            NodeDots.Draw(sheet, dots, d => mixtures[d].First, colors, radius);
        }

        foreach (var pie in pies)
        {
            pie.Draw(sheet, frame.Place(pie.At), colors);
        }

        ground.DrawNames(
            sheet,
            frame,
            [.. dots, .. pies.Where(p => !p.IsTown).Select(p => frame.Place(p.At))],
            avoided: [.. pies.Where(p => p.IsTown).Select(p => BoxOf(frame.Place(p.At), p.Radius))]);

        var legend = new MapLegend(context.Phrases, context.Data.County is not null, sheet);
        legend.Title(phrases.BlendLegend);
        foreach (var source in shares.Sources)
        {
            legend.Entry(source.Color, source.Name, Percent(source.Delivered));
        }

        legend.Space(18);
        DrawMixed(phrases, sheet, legend, colors, pies.Count > 0, hasRings);
        legend.Facilities(ground.Content);
        legend.Pipes(widths);
    }

    private static SKRect BoxOf(SKPoint at, float radius) =>
        SKRect.Create(at.X - radius, at.Y - radius, 2 * radius, 2 * radius);

    private static bool[] Streets(RunData data) => [.. data.Network.Links.Select(l =>
        data.CommunityOf[data.Network.IndexOfNode(l.FromNode)] is >= 0 and var c
        && data.County!.Communities[c].Class == CommunityClass.Rural
        && data.CommunityOf[data.Network.IndexOfNode(l.ToNode)] == c)];

    private static void DrawMixed(
        Lettering.Phrases phrases, Sheet sheet, MapLegend legend, SKColor[] colors, bool hasPies, bool hasRings)
    {
        if (colors.Length < 2)
        {
            return;
        }

        legend.Mark(
            (x, y) =>
            {
                sheet.Line(x - 9, y, x + 9, y, colors[0], 2.4f);
                sheet.Line(x - 9, y, x + 9, y, colors[1], 2.4f, dashed: true);
            },
            phrases.MixedPipe);
        if (hasPies)
        {
            legend.Mark((x, y) => new BlendPie(default, [0.65, 0.35], 5, IsTown: false).Draw(sheet, new(x, y), colors), phrases.Pies);
        }
        else if (hasRings)
        {
            legend.Mark(
                (x, y) =>
                {
                    NodeDots.Draw(sheet, [new(x, y)], static _ => 0, [colors[1]], 5.4f);
                    NodeDots.Draw(sheet, [new(x, y)], static _ => 0, [SKColors.White], 4.2f);
                    NodeDots.Draw(sheet, [new(x, y)], static _ => 0, [colors[0]], 3.4f);
                },
                phrases.MixedNode);
        }
    }

    // A source that gives little is not said to give nothing.
    private static string Percent(double share) => share is > 0 and < 0.005
        ? "<1 %"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
