using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;
using WaterSim.Plots.Map;
using WaterSim.Simulation;

namespace WaterSim.Plots;

/// <summary>The figures of a run.</summary>
/// <param name="Figures">The figures, in the order of a report.</param>
/// <param name="Diagnostics">Figures that were left out and why, and what became of the language asked for.</param>
public sealed record FigureSet(ImmutableArray<Figure> Figures, ImmutableArray<Diagnostic> Diagnostics)
{
    private const string LeftOut = "WS6002";

    /// <summary>Prepares the figures of a run. They are drawn when they are written.</summary>
    /// <param name="results">The run.</param>
    /// <param name="county">The county whose network was run, or null for a network alone.</param>
    /// <param name="options">How they are drawn, or null for English at 1600 pixels.</param>
    /// <exception cref="ArgumentException">The scale is outside 1 to 8.</exception>
    public static FigureSet Draw(SimulationResults results, CountySystem? county = null, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        options = Checked(options);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var (type, phrases) = TypeChoice.Of(
            options,
            isSteady: results.Times.Length < 2,
            NamesOf(results.Network, county).Concat(PlacesOf(results, county)).Append(options.Place ?? string.Empty),
            Phrases.ChineseSample,
            diagnostics);
        var figures = ImmutableArray.CreateBuilder<Figure>();
        if (results.Times.IsEmpty)
        {
            diagnostics.Add(Omitted("every figure", "the run has no reported time"));
            return new FigureSet([], diagnostics.ToImmutable());
        }

        var place = options.Place
            ?? (county is not null
                ? phrases.Name(county.Name)
                : results.Network.Title.FirstOrDefault(l => l.Trim().Length > 0)?.Trim());
        var time = new TimeAxis(results.Times, results.Network.Times.StartClockTime, phrases);
        var context = new ChartContext(new RunData(results, county), phrases, type, time, place, options.Scale);

        Keep(NetworkMap.Draw(context), "network-map", "no node has coordinates");
        KeepOverTime("tank-levels", () => TankChart.Draw(context), "the network has no tanks");
        KeepOverTime(SupplyChart.NameFor(county), () => SupplyChart.Draw(context), string.Empty);
        if (county is { Towns.Length: > 0 })
        {
            figures.Add(TownBalanceChart.Draw(context));
        }

        Keep(PressureChart.Draw(context), "pressure-distribution", "no junction has a known pressure");
        KeepOverTime("demand-pattern", () => DemandChart.Draw(context), string.Empty);
        foreach (var (name, figure, reason) in QualityFigures.Of(context))
        {
            Keep(figure, name, reason);
        }

        return new FigureSet(figures.ToImmutable(), diagnostics.ToImmutable());

        void KeepOverTime(string name, Func<Figure?> draw, string reason) =>
            Keep(time.HasSpan ? draw() : null, name, time.HasSpan ? reason : "the run reports a single time");

        void Keep(Figure? figure, string name, string reason)
        {
            if (figure is null)
            {
                diagnostics.Add(Omitted($"figure {name}", reason));
            }
            else
            {
                figures.Add(figure);
            }
        }
    }

    /// <summary>Writes every figure into a folder, which is made if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">What each is written as.</param>
    /// <param name="parallel">Whether several figures are written at a time. The files do not depend on it.</param>
    /// <returns>The paths written, figure by figure, PNG before SVG.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public ImmutableArray<string> SaveAll(string folder, FigureFiles files = FigureFiles.Both, bool parallel = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        var paths = Figures.SelectMany(PathsOf).ToImmutableArray();
        if (parallel)
        {
            try
            {
                System.Threading.Tasks.Parallel.ForEach(Figures, Write);
            }
            catch (AggregateException several)
            {
                // A full disk fails every file; one says it.
                ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
            }
        }
        else
        {
            foreach (var figure in Figures)
            {
                Write(figure);
            }
        }

        return paths;

        IEnumerable<string> PathsOf(Figure figure) =>
            new[] { FigureFiles.Png, FigureFiles.Svg }.Where(k => files.HasFlag(k)).Select(k => PathOf(figure, k));

        string PathOf(Figure figure, FigureFiles kind) =>
            Path.Combine(folder, figure.Name + (kind == FigureFiles.Png ? ".png" : ".svg"));

        void Write(Figure figure)
        {
            if (files.HasFlag(FigureFiles.Png))
            {
                figure.WritePng(PathOf(figure, FigureFiles.Png));
            }

            if (files.HasFlag(FigureFiles.Svg))
            {
                figure.WriteSvg(PathOf(figure, FigureFiles.Svg));
            }
        }
    }

    /// <summary>The options, or those of a figure that nothing is asked of.</summary>
    /// <exception cref="ArgumentException">The scale is outside 1 to 8.</exception>
    internal static FigureOptions Checked(FigureOptions? options)
    {
        options ??= new FigureOptions();
        return options.Scale is >= 1 and <= 8
            ? options : throw new ArgumentException("The scale of figures is 1 to 8.", nameof(options));
    }

    internal static Diagnostic Omitted(string what, string reason) => new()
    {
        Code = LeftOut,
        Severity = DiagnosticSeverity.Notice,
        Message = $"Left out: {reason}",
        Element = what,
    };

    // What an English figure writes out.
    private static IEnumerable<string> NamesOf(Network network, CountySystem? county) => county is null
        ? network.Nodes.Where(n => n is not Junction).Select(n => n.Id)
            .Concat(network.Links.OfType<Pump>().Select(p => p.Id)).Concat(network.Title.Take(1))
        : county.Plants.Select(p => p.Name.En).Concat(county.Tanks.Select(t => t.Name.En))
            .Concat(county.Boosters.Select(b => b.Name.En)).Concat(county.Sources.Select(s => s.Name.En))
            .Concat(county.Towns.Select(t => t.Name.En)).Append(county.Name.En);

    // Figures of water quality name the places where it is worst.
    private static IEnumerable<string> PlacesOf(SimulationResults results, CountySystem? county) => results.Quality.IsEmpty ? []
        : county?.Communities.Select(c => c.Name.En) ?? results.Network.Nodes.Select(n => n.Id);
}
