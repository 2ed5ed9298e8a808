using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Results;
using WaterSim.Plots.Lettering;
using WaterSim.Plots.Year;

namespace WaterSim.Plots;

/// <summary>
/// The figures of a year: storage with its rule curves, supply and what was needed, who was short and when, transfers, days of
/// supply left, the water by month, and what interconnections buy.
/// </summary>
public static class YearFigures
{
    /// <summary>Prepares the figures. They are drawn when they are written.</summary>
    /// <param name="series">The year, as read from its tables.</param>
    /// <param name="county">The county that was run.</param>
    /// <param name="network">Its network, which tells which way a link leads; null: figures do not say.</param>
    /// <param name="inflow">Name of the year of inflow, put into the titles; or null.</param>
    /// <param name="summary">The year in figures; needed only to compare with <paramref name="without"/>.</param>
    /// <param name="without">The same year without some interconnections, one at a time; empty: none.</param>
    /// <param name="options">How they are drawn, or null for English at 1600 pixels.</param>
    /// <exception cref="ArgumentException">The scale is outside 1 to 8, or the series is of another county.</exception>
    public static FigureSet Draw(
        YearSeries series, CountySystem county, Network? network = null, LocalizedName? inflow = null, YearSummary? summary = null,
        ImmutableArray<YearWithout> without = default, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(county);
        options = FigureSet.Checked(options);
        if (series.Storage.Length != county.Sources.Length || series.Output.Length != county.Plants.Length
            || series.Passed.Length != county.Interconnections.Length || series.Short.Length != county.Communities.Length)
        {
            throw new ArgumentException("The series is of another county.", nameof(series));
        }

        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var (type, phrases) = TypeChoice.Of(
            options, isSteady: false, NamesOf(county).Append(inflow?.En ?? string.Empty).Append(options.Place ?? string.Empty),
            Phrases.ChineseSample + Phrases.YearSample, diagnostics);
        var place = options.Place ?? phrases.Name(county.Name);
        if (inflow is not null && options.Place is null)
        {
            place = phrases.InflowYear(place, phrases.Name(inflow));
        }

        var context = new YearContext(series, county, WaysOf(county, network, phrases), phrases, type, place, options.Scale);
        var figures = ImmutableArray.CreateBuilder<Figure>();
        Keep("storage", StorageFigure.Draw(context), "the county has no reservoirs");
        Keep("supply", SupplyFigure.Draw(context), "the county has no plants");
        Keep("shortage", ShortageFigure.Draw(context), "the county has no communities");
        Keep("transfers", TransferFigure.Draw(context), "the county has no interconnections");
        Keep("days-left", DaysLeftFigure.Draw(context), "the county has no reservoirs");
        Keep("water-by-month", MonthFigure.Draw(context), "the run has a single month, or more than three years of them");
        if (!without.IsDefaultOrEmpty)
        {
            Keep("without-links", WithoutFigure.Draw(context, summary, without), "the year with all of them is not at hand");
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

    private static IEnumerable<string> NamesOf(CountySystem county) => county.Plants.Select(p => p.Name.En)
        .Concat(county.Sources.Select(s => s.Name.En))
        .Concat(county.Interconnections.Select(x => x.Name.En))
        .Concat(county.Towns.Select(t => t.Name.En))
        .Concat((county.Dispatch?.Stages ?? []).Select(s => s.Name.En))
        .Append(county.Name.En);

    private static ImmutableArray<YearWay> WaysOf(CountySystem county, Network? network, Phrases phrases)
    {
        if (network is null || SupplyMap.Of(county, network).Map is not { } map)
        {
            return [];
        }

        return [.. map.Links.Select(l => new YearWay(NameOf(map.Zones[l.From]), NameOf(map.Zones[l.To])))];

        string NameOf(SupplyZone zone) =>
            zone.Plants.IsEmpty ? zone.Id : string.Join(" + ", zone.Plants.Select(p => phrases.Name(county.Plants[p].Name)));
    }
}
