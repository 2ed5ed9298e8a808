using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results.Tables;

/// <summary>The tables with a row per reported time and node or link.</summary>
internal static class SeriesTables
{
    private delegate ReadOnlySpan<double> RowOf(int k);

    private static readonly string[] StatusNames = ["closed", "open", "active"];

    public static Table Nodes(SimulationResults results)
    {
        var ids = results.Network.Nodes.Select(n => n.Id).ToArray();
        return new Table(
            "nodes",
            ids.Length * results.Times.Length,
            Times(results, ids.Length),
            Ids("node", ids, results),
            Numbers("head_m", results, ids.Length, results.Heads),
            Numbers("pressure_m", results, ids.Length, results.Pressures),
            Numbers("demand_m3s", results, ids.Length, results.Demands),
            Numbers("required_m3s", results, ids.Length, results.RequiredDemands));
    }

    public static Table Links(SimulationResults results)
    {
        var ids = results.Network.Links.Select(l => l.Id).ToArray();
        var statuses = new int[ids.Length * results.Times.Length];
        for (var k = 0; k < results.Times.Length; k++)
        {
            var row = results.Statuses(k);
            for (var i = 0; i < row.Length; i++)
            {
                statuses[(k * row.Length) + i] = row[i] switch
                {
                    LinkStatus.Closed => 0,
                    LinkStatus.Open => 1,
                    _ => 2,
                };
            }
        }

        return new Table(
            "links",
            ids.Length * results.Times.Length,
            Times(results, ids.Length),
            Ids("link", ids, results),
            Numbers("flow_m3s", results, ids.Length, results.Flows),
            Numbers("velocity_ms", results, ids.Length, results.Velocities),
            Numbers("headloss_m", results, ids.Length, results.HeadLosses),
            new TextColumn("status", StatusNames, statuses),
            Numbers("setting", results, ids.Length, results.Settings),
            Numbers("power_w", results, ids.Length, results.Powers));
    }

    private static IntegerColumn Times(SimulationResults results, int width)
    {
        var values = new long[width * results.Times.Length];
        for (var k = 0; k < results.Times.Length; k++)
        {
            values.AsSpan(k * width, width).Fill((long)results.Times[k].TotalSeconds);
        }

        return new IntegerColumn("time_s", values);
    }

    private static TextColumn Ids(string name, string[] ids, SimulationResults results)
    {
        var codes = new int[ids.Length * results.Times.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = i % ids.Length;
        }

        return new TextColumn(name, ids, codes);
    }

    private static NumberColumn Numbers(string name, SimulationResults results, int width, RowOf row)
    {
        var values = new double[width * results.Times.Length];
        for (var k = 0; k < results.Times.Length; k++)
        {
            row(k).CopyTo(values.AsSpan(k * width, width));
        }

        return new NumberColumn(name, values);
    }
}
