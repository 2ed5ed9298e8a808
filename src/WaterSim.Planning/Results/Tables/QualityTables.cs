using System.Collections.Immutable;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results.Tables;

/// <summary>The tables of water quality: a column for each value that was followed, named after its analysis and unit.</summary>
internal static class QualityTables
{
    /// <summary>
    /// Name of a column: <c>age_s</c>, <c>trace_ID</c>, <c>blend_ID</c>, <c>chemical_gm3</c>. Shares have no unit.
    /// </summary>
    public static string NameOf(QualityResults quality, int column) => quality.Analysis.Kind switch
    {
        QualityKind.Age => "age_s",
        QualityKind.Chemical => "chemical_gm3",
        QualityKind.Trace => $"trace_{quality.Analysis.NodeId}",
        _ => $"blend_{quality.Columns[column]}",
    };

    /// <summary>Lowest, mean and highest value at each node over the last day, or nothing where they were not taken.</summary>
    public static IEnumerable<Table> LastDay(SimulationResults results)
    {
        var nodes = results.Network.Nodes;
        if (results.Quality.IsEmpty || results.Quality.Any(q => q.LastDay.Mean.IsEmpty))
        {
            yield break;
        }

        var columns = ImmutableArray.CreateBuilder<Column>();
        columns.Add(TextColumn.Of("id", nodes.Select(n => n.Id)));
        foreach (var quality in results.Quality)
        {
            for (var c = 0; c < quality.Columns.Length; c++)
            {
                var name = NameOf(quality, c);
                columns.Add(Pick("min_" + name, quality.LastDay.Lowest, c, quality.Columns.Length));
                columns.Add(Pick("mean_" + name, quality.LastDay.Mean, c, quality.Columns.Length));
                columns.Add(Pick("max_" + name, quality.LastDay.Highest, c, quality.Columns.Length));
            }
        }

        yield return new Table("quality_last_day", nodes.Length, columns.ToImmutable());
    }

    private static NumberColumn Pick(string name, ImmutableArray<double> rows, int column, int width)
    {
        var values = new double[rows.Length / width];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = rows[(i * width) + column];
        }

        return new NumberColumn(name, values);
    }
}
