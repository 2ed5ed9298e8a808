using WaterSim.Plots.Map;
using WaterSim.Quality;

namespace WaterSim.Plots.Charts;

/// <summary>The figures of what a run followed through the network.</summary>
internal static class QualityFigures
{
    private const string NoPlaces = "no node has coordinates";

    /// <summary>The figures in the order of a report; null and why, where one cannot be drawn.</summary>
    public static IEnumerable<(string Name, Figure? Figure, string Reason)> Of(ChartContext context)
    {
        // A duration of nothing moves no water.
        Func<Func<Figure?>, Figure?> draw = context.Time.HasSpan ? f => f() : _ => null;
        Func<string, string> reason = context.Time.HasSpan ? r => r : _ => "the run reports a single time";
        foreach (var quality in context.Data.Results.Quality.DistinctBy(q => q.Analysis))
        {
            switch (quality.Analysis.Kind)
            {
                case QualityKind.Blend:
                    yield return ("source-blend", draw(() => BlendMap.Draw(context, quality)), reason(NoPlaces));
                    break;
                case QualityKind.Age:
                    yield return ("water-age", draw(() => QualityMap.Age(context, quality)), reason(NoPlaces));
                    break;
                case QualityKind.Chemical:
                    yield return (
                        "concentration-map", draw(() => QualityMap.Concentration(context, quality)), reason(NoPlaces));
                    yield return (
                        "concentration-path",
                        draw(() => ResidualPathChart.Draw(context, quality)),
                        reason("no junction draws water that flows from a source"));
                    yield return (
                        "concentration-lowest",
                        draw(() => ResidualTimeChart.Draw(context, quality)),
                        reason("no junction draws water"));
                    break;
                default:
                    break;
            }
        }
    }
}
