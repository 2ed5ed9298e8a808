using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;
using WaterSim.Model;
using WaterSim.Planning.Results;
using WaterSim.Planning.Results.Tables;
using WaterSim.Planning.Tests.County;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Results;

public sealed class RunTablesTests
{
    [Fact]
    public async Task Parquet_csv_and_results_agree()
    {
        using var folder = new TemporaryFolder();
        var results = HandMadeRun.Results;
        RunTables.Write(folder.Path, results, RunSummary.Of(results, HandMadeRun.System), cancellation: TestContext.Current.CancellationToken);

        foreach (var name in (string[])["nodes", "links", "steps", "controls", "tanks", "pumps", "sources", "communities", "plants", "towns"])
        {
            var parquet = await ReadParquet(folder.At(name + ".parquet"));
            var csv = File.ReadAllLines(folder.At(name + ".csv")).Select(l => l.Split(',')).ToList();
            Assert.Equal(parquet.Select(c => c.Name), csv[0]);
            Assert.Equal(parquet[0].Values.Length, csv.Count - 1);
            for (var c = 0; c < parquet.Count; c++)
            {
                for (var row = 0; row < parquet[c].Values.Length; row++)
                {
                    var cell = csv[row + 1][c];
                    switch (parquet[c].Values.GetValue(row))
                    {
                        case double d:
                            Assert.Equal(d, cell.Length == 0 ? double.NaN : Number(cell), 5e-9 * Math.Abs(double.IsNaN(d) ? 0 : d));
                            break;
                        case long i:
                            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), cell);
                            break;
                        case var text:
                            Assert.Equal(text, cell);
                            break;
                    }
                }
            }
        }

        var nodes = await ReadParquet(folder.At("nodes.parquet"));
        Assert.Equal(["time_s", "node", "head_m", "pressure_m", "demand_m3s", "required_m3s"], nodes.Select(c => c.Name));
        var links = await ReadParquet(folder.At("links.parquet"));
        Assert.Equal(
            ["time_s", "link", "flow_m3s", "velocity_ms", "headloss_m", "status", "setting", "power_w"], links.Select(c => c.Name));
        for (var k = 0; k < results.Times.Length; k++)
        {
            var n = results.Network.Nodes.Length;
            Assert.Equal(results.Heads(k).ToArray(), ((double[])nodes[2].Values)[(k * n)..((k + 1) * n)]);
            Assert.Equal(results.Pressures(k).ToArray(), ((double[])nodes[3].Values)[(k * n)..((k + 1) * n)]);
            Assert.Equal(results.Demands(k).ToArray(), ((double[])nodes[4].Values)[(k * n)..((k + 1) * n)]);
            Assert.Equal(results.RequiredDemands(k).ToArray(), ((double[])nodes[5].Values)[(k * n)..((k + 1) * n)]);
            Assert.Equal(results.Network.Nodes.Select(x => x.Id), ((string?[])nodes[1].Values)[(k * n)..((k + 1) * n)]);
            n = results.Network.Links.Length;
            Assert.Equal(results.Flows(k).ToArray(), ((double[])links[2].Values)[(k * n)..((k + 1) * n)]);
            Assert.Equal(results.Powers(k).ToArray(), ((double[])links[7].Values)[(k * n)..((k + 1) * n)]);
            Assert.Equal(
                results.Statuses(k).ToArray().Select(s => s.ToString().ToLowerInvariant()),
                ((string?[])links[5].Values)[(k * n)..((k + 1) * n)]);
        }
    }

    [Fact]
    public void Csv_quotes_as_rfc_4180_and_disarms_formulas()
    {
        var table = new Table(
            "t",
            8,
            TextColumn.Of("id", ["-", "a,b", "say \"x\"", "two\nlines", "=1+1", "@SUM(A1)", "-2+3", "+1,\"2\""]),
            new NumberColumn("flow_m3s", [1, -2, double.NaN, 0.5, 0, 1e-7, -0.25, 3]));
        using var stream = new MemoryStream();

        CsvWriter.Write([table], stream);

        Assert.Equal(
            "id,flow_m3s\n-,1\n\"a,b\",-2\n\"say \"\"x\"\"\",\n\"two\nlines\",0.5\n'=1+1,0\n'@SUM(A1),1E-7\n'-2+3,-0.25\n\"'+1,\"\"2\"\"\",3\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_text_longer_than_the_buffer_is_written_whole()
    {
        var text = new string('嘉', 200_000);
        using var stream = new MemoryStream();

        CsvWriter.Write([new Table("t", 3, new TextColumn("id", [text], [0, 0, 0]))], stream);

        Assert.Equal($"id\n{text}\n{text}\n{text}\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_plain_network_has_no_tables_of_communities()
    {
        using var folder = new TemporaryFolder();
        RunTables.Write(
            folder.Path, HandMadeRun.Results, RunSummary.Of(HandMadeRun.Results), cancellation: TestContext.Current.CancellationToken);

        Assert.False(File.Exists(folder.At("communities.csv")));
        Assert.True(File.Exists(folder.At("tanks.csv")));
    }

    [Fact]
    public void Series_may_be_left_to_parquet()
    {
        using var folder = new TemporaryFolder();
        RunTables.Write(
            folder.Path, HandMadeRun.Results, RunSummary.Of(HandMadeRun.Results), seriesAsCsv: false, cancellation: TestContext.Current.CancellationToken);

        Assert.False(File.Exists(folder.At("nodes.csv")) || File.Exists(folder.At("links.csv")));
        Assert.True(File.Exists(folder.At("nodes.parquet")) && File.Exists(folder.At("links.parquet")) && File.Exists(folder.At("steps.csv")));
    }

    [Fact]
    public async Task A_long_run_is_written_in_parts_that_read_as_one()
    {
        // 1,000 nodes, 300 times: more rows than one part holds.
        const int Nodes = 1000;
        const int Times = 300;
        var network = new Network { Nodes = [.. Enumerable.Range(0, Nodes).Select(i => new Junction { Id = $"N{i}" })] };
        var table = new ResultTable(Nodes, 0);
        for (var k = 0; k < Times; k++)
        {
            table.Times.Add(k * 900);
            foreach (var rows in new[] { table.Heads, table.Pressures, table.Demands, table.Required })
            {
                var row = rows.Add();
                for (var i = 0; i < Nodes; i++)
                {
                    row[i] = (k * 1000) + i;
                }
            }

            foreach (var rows in new[] { table.Flows, table.HeadLosses, table.Velocities, table.Settings, table.Powers })
            {
                rows.Add();
            }

            table.Statuses.Add();
        }

        var results = new SimulationResults(
            network, table, SimulationOutcome.Completed, [],
            new WaterBalance
            {
                FromReservoirs = 0,
                Delivered = 0,
                Required = 0,
                StorageChange = 0,
                Overflow = 0,
                Leaked = 0,
                Rounding = 0
            }, [], []);
        using var folder = new TemporaryFolder();

        RunTables.Write(folder.Path, results, RunSummary.Of(results), cancellation: TestContext.Current.CancellationToken);

        var lines = File.ReadAllLines(folder.At("nodes.csv"));
        Assert.Equal((Nodes * Times) + 1, lines.Length);
        Assert.Equal("269100,N7,299007,299007,299007,299007", lines[1 + (299 * Nodes) + 7]);
        var nodes = await ReadParquet(folder.At("nodes.parquet"));
        Assert.Equal(Enumerable.Range(0, Nodes * Times).Select(i => (double)i), ((double[])nodes[2].Values));
        Assert.Equal(["time_s,link,flow_m3s,velocity_ms,headloss_m,status,setting,power_w"], File.ReadAllLines(folder.At("links.csv")));
    }

    [Fact]
    public async Task Quality_has_a_column_for_each_value_that_was_followed()
    {
        using var folder = new TemporaryFolder();
        var results = QualityRuns.OfTwoSources;
        RunTables.Write(folder.Path, results, RunSummary.Of(results), cancellation: TestContext.Current.CancellationToken);

        string[] columns = ["age_s", "trace_S", "blend_R", "blend_S", "blend_(start)", "chemical_gm3"];
        var nodes = await ReadParquet(folder.At("quality_nodes.parquet"));
        var links = await ReadParquet(folder.At("quality_links.parquet"));
        Assert.Equal(["time_s", "node", .. columns], nodes.Select(c => c.Name));
        Assert.Equal(["time_s", "link", .. columns], links.Select(c => c.Name));
        Assert.Equal(
            $"time_s,node,{string.Join(',', columns)}", File.ReadLines(folder.At("quality_nodes.csv")).First());
        var values = results.Quality.SelectMany(q => Enumerable.Range(0, q.Columns.Length).Select(c => (q, c))).ToList();
        for (var k = 0; k < results.Times.Length; k++)
        {
            for (var v = 0; v < values.Count; v++)
            {
                var (n, l) = (results.Network.Nodes.Length, results.Network.Links.Length);
                var (quality, column) = values[v];
                Assert.Equal(quality.NodeColumn(k, column), ((double[])nodes[v + 2].Values)[(k * n)..((k + 1) * n)]);
                Assert.Equal(quality.LinkColumn(k, column), ((double[])links[v + 2].Values)[(k * l)..((k + 1) * l)]);
            }
        }

        var day = await ReadParquet(folder.At("quality_last_day.parquet"));
        Assert.Equal(["id", .. columns.SelectMany(c => (string[])["min_" + c, "mean_" + c, "max_" + c])], day.Select(c => c.Name));
        Assert.Equal(results.Quality[0].LastDay.Lowest, (double[])day[1].Values);
        Assert.Equal(results.Quality[0].LastDay.Mean, (double[])day[2].Values);
        Assert.Equal(results.Quality[0].LastDay.Highest, (double[])day[3].Values);
        Assert.Equal(
            results.Network.Nodes.Select((_, i) => results.Quality[2].LastDay.Mean[(i * 3) + 1]), (double[])day[11].Values);
    }

    [Fact]
    public void Without_quality_there_are_no_tables_of_it()
    {
        using var folder = new TemporaryFolder();
        RunTables.Write(
            folder.Path, HandMadeRun.Results, RunSummary.Of(HandMadeRun.Results), cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(Directory.GetFiles(folder.Path, "quality*"));
    }

    [Fact]
    public void Files_that_exist_are_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        folder.Write("links.csv", "mine");

        Assert.ThrowsAny<IOException>(() => RunTables.Write(
            folder.Path, HandMadeRun.Results, RunSummary.Of(HandMadeRun.Results), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("mine", File.ReadAllText(folder.At("links.csv")));
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static async Task<List<(string Name, Array Values)>> ReadParquet(string path)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: cancellation);
        var columns = new List<(string, Array)>();
        foreach (var field in reader.Schema.DataFields)
        {
            var parts = new List<Array>();
            for (var g = 0; g < reader.RowGroupCount; g++)
            {
                using var group = reader.OpenRowGroupReader(g);
                parts.Add(await ReadColumn(group, field, cancellation));
            }

            var all = Array.CreateInstance(parts[0].GetType().GetElementType()!, parts.Sum(p => p.Length));
            var at = 0;
            foreach (var part in parts)
            {
                part.CopyTo(all, at);
                at += part.Length;
            }

            columns.Add((field.Name, all));
        }

        return columns;
    }

    private static async Task<Array> ReadColumn(ParquetRowGroupReader group, DataField field, CancellationToken cancellation)
    {
        var rows = (int)group.RowCount;
        if (field.ClrType == typeof(double))
        {
            var values = new double[rows];
            await group.ReadAsync<double>(field, values, cancellationToken: cancellation);
            return values;
        }

        if (field.ClrType == typeof(long))
        {
            var values = new long[rows];
            await group.ReadAsync<long>(field, values, cancellationToken: cancellation);
            return values;
        }

        var texts = new string?[rows];
        await group.ReadAsync(field, texts.AsMemory(), cancellationToken: cancellation);
        return texts;
    }
}
