using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>Computes the <see cref="QualitySummary"/> of each analysis.</summary>
internal sealed class QualitySummaryBuilder(SimulationResults results)
{
    /// <summary>A substance that was followed was lost or made.</summary>
    public const string Unbalanced = "WS3106";

    private const double MostImbalance = 1e-6;

    private readonly double[] _drawn = DrawnOnLastDay(results);

    public ImmutableArray<QualitySummary> Build() =>
    [
        .. results.Quality.Select(quality => new QualitySummary
        {
            Analysis = quality.Analysis,
            Tolerance = QualityTolerance.Of(results.Network, quality.Analysis),
            Columns = [.. Enumerable.Range(0, quality.Columns.Length).Select(c => Column(quality, c))],
        }),
    ];

    /// <summary>A warning for each column whose balance does not close.</summary>
    public static IEnumerable<Diagnostic> Warnings(ImmutableArray<QualitySummary> summaries) =>
        from summary in summaries
        from column in summary.Columns
        let off = column.Balance.Ratio - 1
        where !(Math.Abs(off) <= MostImbalance)
        select new Diagnostic
        {
            Code = Unbalanced,
            Severity = DiagnosticSeverity.Warning,
            Element = $"quality {summary.Analysis}",
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"of {column.Name} what went and is left is {column.Balance.Ratio:0.000000} of what came."),
            Remedy = "Shorten QUALITY TIMESTEP in [TIMES]; where that does not help, please report it with the network.",
        };

    // A steady state has no last day: what holds at its only time is its lowest and its highest.
    private QualityColumn Column(QualityResults quality, int column)
    {
        var width = quality.Columns.Length;
        var day = quality.LastDay;
        double[] last = day.Mean.IsEmpty && results.Times.Length > 0 ? quality.NodeColumn(results.Times.Length - 1, column) : [];
        double content = 0, volume = 0;
        int low = -1, high = -1;
        for (var i = 0; i < _drawn.Length; i++)
        {
            if (_drawn[i] > 0)
            {
                volume += _drawn[i];
                content += _drawn[i] * Value(day.Mean, i);
                low = low < 0 || Value(day.Lowest, i) < Value(day.Lowest, low) ? i : low;
                high = high < 0 || Value(day.Highest, i) > Value(day.Highest, high) ? i : high;
            }
        }

        return new QualityColumn
        {
            Name = quality.Columns[column],
            Drawn = volume > 0 ? content / volume : null,
            Lowest = low < 0 ? null : Value(day.Lowest, low),
            LowestNode = low < 0 ? null : results.Network.Nodes[low].Id,
            Highest = high < 0 ? null : Value(day.Highest, high),
            HighestNode = high < 0 ? null : results.Network.Nodes[high].Id,
            Balance = quality.Balances[column],
        };

        double Value(ImmutableArray<double> rows, int node) =>
            rows.IsEmpty ? last[node] : rows[(node * width) + column];
    }

    // Mean of what is drawn at each junction over the reported times of the last day, each holding until the next, m3/s.
    private static double[] DrawnOnLastDay(SimulationResults results)
    {
        var nodes = results.Network.Nodes;
        var drawn = new double[nodes.Length];
        if (results.Quality.IsEmpty || results.Times.IsEmpty)
        {
            return drawn;
        }

        var times = results.Times;
        var first = times.Length - 1;
        while (first > 0 && times[^1] - times[first] < TimeSpan.FromDays(1))
        {
            first--;
        }

        var span = (times[^1] - times[first]).TotalSeconds;
        for (var k = first; k < Math.Max(first + 1, times.Length - 1); k++)
        {
            var weight = span > 0 ? (times[k + 1] - times[k]).TotalSeconds / span : 1;
            var demands = results.Demands(k);
            for (var i = 0; i < nodes.Length; i++)
            {
                drawn[i] += nodes[i] is Junction ? weight * Math.Max(0, demands[i]) : 0;
            }
        }

        return drawn;
    }
}
