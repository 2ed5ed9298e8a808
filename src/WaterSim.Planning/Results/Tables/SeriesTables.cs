using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results.Tables;

/// <summary>The tables with a row per reported time and node or link.</summary>
internal static class SeriesTables
{
    private delegate ReadOnlySpan<double> RowOf(int k);

    private delegate ReadOnlySpan<double> QualityOf(QualityResults quality, int k);

    // Some 20 MB per part and table.
    private const int RowsPerPart = 1 << 18;

    private static readonly string[] StatusNames = ["closed", "open", "active"];

    /// <summary>A status as the tables write it.</summary>
    public static string StatusName(LinkStatus status) => StatusNames[(int)status];

    /// <summary>The nodes' series in parts of whole times, so that a long run is never held twice.</summary>
    public static IEnumerable<Table> Nodes(SimulationResults results)
    {
        var ids = results.Network.Nodes.Select(n => n.Id).ToArray();
        foreach (var part in Parts(results, ids.Length))
        {
            yield return new Table(
                "nodes",
                part.Rows,
                part.Times(),
                part.Ids("node", ids),
                part.Numbers("head_m", results.Heads),
                part.Numbers("pressure_m", results.Pressures),
                part.Numbers("demand_m3s", results.Demands),
                part.Numbers("required_m3s", results.RequiredDemands));
        }
    }

    /// <summary>The links' series in parts of whole times.</summary>
    public static IEnumerable<Table> Links(SimulationResults results)
    {
        var ids = results.Network.Links.Select(l => l.Id).ToArray();
        foreach (var part in Parts(results, ids.Length))
        {
            yield return new Table(
                "links",
                part.Rows,
                part.Times(),
                part.Ids("link", ids),
                part.Numbers("flow_m3s", results.Flows),
                part.Numbers("velocity_ms", results.Velocities),
                part.Numbers("headloss_m", results.HeadLosses),
                part.Statuses("status"),
                part.Numbers("setting", results.Settings),
                part.Numbers("power_w", results.Powers));
        }
    }

    /// <summary>The quality at the nodes in parts of whole times: a column for each value that was followed.</summary>
    public static IEnumerable<Table> NodeQuality(SimulationResults results)
    {
        var ids = results.Network.Nodes.Select(n => n.Id).ToArray();
        return Quality(results, "quality_nodes", "node", ids, static (quality, k) => quality.Nodes(k));
    }

    /// <summary>The mean quality along the links in parts of whole times.</summary>
    public static IEnumerable<Table> LinkQuality(SimulationResults results)
    {
        var ids = results.Network.Links.Select(l => l.Id).ToArray();
        return Quality(results, "quality_links", "link", ids, static (quality, k) => quality.Links(k));
    }

    private static IEnumerable<Table> Quality(
        SimulationResults results, string name, string element, string[] ids, QualityOf values)
    {
        foreach (var part in Parts(results, ids.Length))
        {
            yield return new Table(
                name,
                part.Rows,
                [
                    part.Times(),
                    part.Ids(element, ids),
                    .. results.Quality.SelectMany(quality => Enumerable.Range(0, quality.Columns.Length).Select(
                        c => part.Numbers(QualityTables.NameOf(quality, c), k => values(quality, k), c, quality.Columns.Length))),
                ]);
        }
    }

    private static IEnumerable<Part> Parts(SimulationResults results, int width)
    {
        var times = Math.Max(1, RowsPerPart / Math.Max(1, width));
        var k = 0;
        do
        {
            yield return new Part(results, width, k, Math.Min(times, results.Times.Length - k));
            k += times;
        }
        while (k < results.Times.Length);
    }

    /// <summary>Rows of <paramref name="count"/> reported times from <paramref name="first"/> on.</summary>
    private sealed class Part(SimulationResults results, int width, int first, int count)
    {
        public int Rows => width * count;

        public IntegerColumn Times()
        {
            var values = new long[Rows];
            for (var k = 0; k < count; k++)
            {
                values.AsSpan(k * width, width).Fill((long)results.Times[first + k].TotalSeconds);
            }

            return new IntegerColumn("time_s", values);
        }

        public TextColumn Ids(string name, string[] ids)
        {
            var codes = new int[Rows];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = i % width;
            }

            return new TextColumn(name, ids, codes);
        }

        public NumberColumn Numbers(string name, RowOf row)
        {
            var values = new double[Rows];
            for (var k = 0; k < count; k++)
            {
                row(first + k).CopyTo(values.AsSpan(k * width, width));
            }

            return new NumberColumn(name, values);
        }

        /// <summary>One of several values that stand side by side for each node or link.</summary>
        public NumberColumn Numbers(string name, RowOf rows, int column, int columns)
        {
            var values = new double[Rows];
            for (var k = 0; k < count; k++)
            {
                var row = rows(first + k);
                for (var i = 0; i < width; i++)
                {
                    values[(k * width) + i] = row[(i * columns) + column];
                }
            }

            return new NumberColumn(name, values);
        }

        public TextColumn Statuses(string name)
        {
            var codes = new int[Rows];
            for (var k = 0; k < count; k++)
            {
                var row = results.Statuses(first + k);
                for (var i = 0; i < width; i++)
                {
                    codes[(k * width) + i] = row[i] switch
                    {
                        LinkStatus.Closed => 0,
                        LinkStatus.Open => 1,
                        _ => 2,
                    };
                }
            }

            return new TextColumn(name, StatusNames, codes);
        }
    }
}
