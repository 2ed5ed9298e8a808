using Spectre.Console;
using WaterSim.Model;
using WaterSim.Planning.Results;
using WaterSim.Quality;

namespace WaterSim.Cli.Output;

/// <summary>What was followed through the network: a few lines for each analysis.</summary>
internal static class QualitySection
{
    private const int MostSources = 6;
    private const double Hour = 3600;

    /// <summary>Prints it, or nothing where nothing was followed.</summary>
    public static void Write(IAnsiConsole console, RunSummary summary, Network network)
    {
        if (summary.Quality.IsEmpty)
        {
            return;
        }

        var time = summary.Duration > TimeSpan.FromDays(1) ? "over the last day"
            : summary.Duration > TimeSpan.Zero ? $"over {Say.Duration(summary.Duration)}" : "at the start";
        console.Write(new Text($"Water quality {time}, where water is drawn", new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        var facts = new FactList();
        foreach (var quality in summary.Quality)
        {
            foreach (var fact in FactsOf(quality, network))
            {
                facts.Add(NameOf(quality.Analysis, network), fact);
            }
        }

        facts.WriteTo(console);
        console.WriteLine();
    }

    private static string NameOf(QualityAnalysis analysis, Network network) => analysis.Kind switch
    {
        QualityKind.Age => "Age",
        QualityKind.Trace => "Trace",
        QualityKind.Blend => "Blend",
        _ => network.Quality.Chemical,
    };

    private static IEnumerable<string> FactsOf(QualitySummary quality, Network network)
    {
        var column = quality.Columns[0];
        yield return column.Drawn is null ? "no junction draws water" : quality.Analysis.Kind switch
        {
            QualityKind.Age => $"mean {Hours(column.Drawn)} h, oldest {Hours(column.Highest)} h at {column.HighestNode}",
            QualityKind.Trace => $"{Share(column)} % came through {quality.Analysis.NodeId}",
            QualityKind.Blend => Shares(quality),
            _ => Concentrations(column, network),
        };
        var ratio = quality.Columns.Select(c => c.Balance.Ratio).MaxBy(r => Math.Abs(r - 1));
        yield return $"mass balance {Say.Number(ratio, 9)}{(quality.Columns.Length > 1 ? ", the worst of them" : "")}";
    }

    private static string Concentrations(QualityColumn column, Network network)
    {
        var unit = QualityUnits.Of(network).Concentration;
        return $"mean {Amount(column.Drawn)}, lowest {Amount(column.Lowest)} {network.Quality.ChemicalUnits} at {column.LowestNode}";

        string Amount(double? value) => Say.Number(value.GetValueOrDefault() / unit, 3);
    }

    private static string Shares(QualitySummary quality)
    {
        var sources = quality.Columns.OrderByDescending(c => c.Drawn).ToList();
        var others = sources.Skip(MostSources).Sum(c => c.Drawn ?? 0);
        return string.Join(", ", sources.Take(MostSources).Select(c => $"{c.Name} {Share(c)} %"))
            + (sources.Count > MostSources ? $", {sources.Count - MostSources} others {Say.Percent(others, 1)} %" : "");
    }

    private static string Share(QualityColumn column) => Say.Percent(column.Drawn.GetValueOrDefault(), 1);

    private static string Hours(double? age) => Say.Number(age.GetValueOrDefault() / Hour, 1);
}
