using System.Collections.Immutable;
using WaterSim.Planning.Comparison;
using WaterSim.Plots.Comparison;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots;

/// <summary>
/// The figures of a comparison: of days pressure by share of people and tank levels, of years storage and what was lacking, with a line for
/// each run; and for each run a map of who is better and who worse off than in the first.
/// </summary>
public static class ComparisonFigures
{
    /// <summary>Prepares the figures. They are drawn when they are written.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="series">Its series.</param>
    /// <param name="map">Where its communities lie, or null: no maps.</param>
    /// <param name="options">How they are drawn, or null for English at 1600 pixels.</param>
    /// <exception cref="ArgumentException">The scale is outside 1 to 8.</exception>
    public static FigureSet Draw(RunComparison comparison, ComparisonSeries series, ReadMap? map, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(series);
        options = FigureSet.Checked(options);
        var diagnostics = ImmutableArray.CreateBuilder<WaterSim.Model.Diagnostic>();
        var (type, phrases) = TypeChoice.Of(
            options, isSteady: false, NamesOf(comparison, series, map).Append(options.Place ?? string.Empty),
            Phrases.ChineseSample + Phrases.ComparisonSample, diagnostics);
        var context = new ComparisonContext(comparison, series, phrases, type, options.Place ?? phrases.Name(comparison.County), options.Scale);
        var figures = ImmutableArray.CreateBuilder<Figure>();
        if (comparison.Kind == ComparisonKind.Day)
        {
            Keep("pressure-distribution", DistributionFigure.Draw(context), "no run tells pressures");
            Keep("tank-levels", PanelsFigure.TankLevels(context), "the network has no tanks");
        }
        else
        {
            Keep("storage", PanelsFigure.Storage(context), "the county has no reservoirs");
            Keep("deficit", DeficitFigure.Draw(context), "the runs have no days");
        }

        if (map is null)
        {
            diagnostics.Add(FigureSet.Omitted("maps of change", "the first run's folder has no map.json, or no place in it"));
        }
        else
        {
            Maps(context, map, figures);
        }

        return new FigureSet(figures.ToImmutable(), diagnostics.ToImmutable());

        void Keep(string name, Figure? figure, string reason)
        {
            if (figure is null)
            {
                diagnostics.Add(FigureSet.Omitted($"figure {name}", reason));
            }
            else
            {
                figures.Add(figure);
            }
        }
    }

    // Days: pressure, and hours at service head where they changed. Years: days short.
    private static void Maps(ComparisonContext context, ReadMap map, ImmutableArray<Figure>.Builder figures)
    {
        var maps = new ChangeMap(context, map);
        var comparison = context.Comparison;
        for (var measure = 0; measure < comparison.Measures.Length; measure++)
        {
            var isMain = comparison.Measures[measure].Id is "min_pressure" or "days_short";
            for (var run = 1; run < comparison.Runs.Length; run++)
            {
                if ((isMain || (comparison.Measures[measure].Id == "service_hours" && comparison.ChangedMost(measure, run).Length > 0))
                    && maps.Draw(measure, run) is { } figure)
                {
                    figures.Add(figure);
                }
            }
        }
    }

    private static IEnumerable<string> NamesOf(RunComparison comparison, ComparisonSeries series, ReadMap? map) =>
        comparison.Runs.Select(r => r.Name.En)
            .Concat(series.TankLevels.Concat(series.Storage).Select(p => p.Name.En))
            .Concat(comparison.Communities.Select(c => c.Name.En))
            .Concat(map is null ? [] : map.Towns.Select(t => t.Name.En).Concat(map.Plants.Select(p => p.Name.En)))
            .Append(comparison.County.En);
}
