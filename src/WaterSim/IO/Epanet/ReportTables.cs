using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>The tables of a report: energy, nodes and links.</summary>
internal static class ReportTables
{
    private const int IdWidth = 15;
    private const int ColumnWidth = 10;
    private const double LargestPlain = 1e6;

    public static void WriteEnergy(ReportLines lines, SimulationResults results)
    {
        var pumps = EpanetEnergy.Of(results);
        if (pumps.IsEmpty)
        {
            return;
        }

        var rule = new string('-', 64);
        lines.Add("Energy Usage:");
        lines.Add(rule);
        lines.Add("           Usage   Avg.     Kw-hr      Avg.      Peak      Cost");
        var per = ReportUnits.EnergyPerVolume(FileUnits.Of(results.Network.Options));
        lines.Add($"Pump      Factor Effic.{per,10}        Kw        Kw      /day");
        lines.Add(rule);
        foreach (var p in pumps)
        {
            var id = results.Network.Links[p.Link].Id;
            lines.Add((FormattableString)$"{id,-8}  {p.Utilization,6:0.00} {p.Efficiency,6:0.00} {p.EnergyPerVolume,9:0.00} {p.AveragePower,9:0.00} {p.PeakPower,9:0.00} {p.CostPerDay,9:0.00}");
        }

        var charge = EpanetEnergy.DemandCharge(results);
        lines.Add(rule);
        lines.Add((FormattableString)$"{"",38}Demand Charge: {charge,9:0.00}");
        lines.Add((FormattableString)$"{"",38}Total Cost:    {pumps.Sum(p => (double)p.CostPerDay) + charge,9:0.00}");
        lines.Add("");
    }

    public static void WriteResults(ReportLines lines, SimulationResults results, ReportRequest request)
    {
        if (!request.AnyNodes && !request.AnyLinks)
        {
            return;
        }

        var values = new EpanetValues(results);
        for (var k = 0; k < values.Periods; k++)
        {
            values.Load(k);
            if (request.AnyNodes)
            {
                Nodes(lines, results, request, values, k);
            }

            if (request.AnyLinks)
            {
                Links(lines, results, request, values, k);
            }
        }
    }

    private static void Nodes(
        ReportLines lines, SimulationResults results, ReportRequest request, EpanetValues values, int k)
    {
        var fields = request.NodeColumns;
        Heading(lines, Title("Node", results, k), "Node", fields);
        var units = FileUnits.Of(results.Network.Options);
        var row = new double[fields.Length];
        for (var i = 0; i < results.Network.Nodes.Length; i++)
        {
            var node = results.Network.Nodes[i];
            row[0] = units.FromSI(Quantity.Length, EpanetValues.Elevation(node));
            for (var v = 0; v < EpanetFormat.NodeVariables; v++)
            {
                row[v + 1] = values.Of((EpanetNodeVariable)v)[i];
            }

            if (request.Wants(node) && IsAdmitted(fields, row))
            {
                var kind = node switch { Junction => "", Reservoir => "  Reservoir", _ => "  Tank" };
                lines.Add(Row(node.Id, fields, row, stateAt: -1) + kind);
            }
        }

        lines.Add("");
    }

    private static void Links(
        ReportLines lines, SimulationResults results, ReportRequest request, EpanetValues values, int k)
    {
        const int before = 2;
        var fields = request.LinkColumns;
        Heading(lines, Title("Link", results, k), "Link", fields);
        var units = FileUnits.Of(results.Network.Options);
        var row = new double[fields.Length];
        for (var i = 0; i < results.Network.Links.Length; i++)
        {
            var link = results.Network.Links[i];
            row[0] = link is Pipe { Length: var length } ? units.FromSI(Quantity.Length, length) : 0;
            row[1] = units.FromSI(
                Quantity.PipeDiameter, link switch { Pipe p => p.Diameter, Valve v => v.Diameter, _ => 0 });
            for (var v = 0; v < EpanetFormat.LinkVariables; v++)
            {
                row[v + before] = values.Of((EpanetLinkVariable)v)[i];
            }

            if (request.Wants(link) && IsAdmitted(fields, row))
            {
                var kind = link is Pipe ? "" : "  " + ReportCourse.KindOf(link);
                lines.Add(Row(link.Id, fields, row, before + (int)EpanetLinkVariable.Status) + kind);
            }
        }

        lines.Add("");
    }

    private static string Title(string what, SimulationResults results, int k)
    {
        var times = results.Network.Times;
        var word = times.Statistic switch
        {
            ReportStatistic.Average => "AVERAGE ",
            ReportStatistic.Minimum => "MINIMUM ",
            ReportStatistic.Maximum => "MAXIMUM ",
            ReportStatistic.Range => "DIFFERENTIAL ",
            _ => "",
        };
        return word.Length > 0 || times.Duration == TimeSpan.Zero
            ? $"{word}{what} Results:"
            : $"{what} Results at {ReportLines.Clock(results.Times[k])} hrs:";
    }

    private static void Heading(ReportLines lines, string title, string what, ImmutableArray<ReportColumn> fields)
    {
        var names = new StringBuilder().Append(' ', IdWidth);
        var units = new StringBuilder(what.PadRight(IdWidth));
        foreach (var field in fields.Where(f => f.IsShown))
        {
            var (name, unit) = field.Heading ?? (field.Name, field.Unit);
            names.Append(name.PadLeft(ColumnWidth));
            units.Append(unit.PadLeft(ColumnWidth));
        }

        var rule = new string('-', names.Length + 1);
        lines.Add("");
        lines.Add(title);
        lines.Add(rule);
        lines.Add(names.ToString());
        lines.Add(units.ToString());
        lines.Add(rule);
    }

    private static bool IsAdmitted(ImmutableArray<ReportColumn> fields, double[] row)
    {
        for (var j = 0; j < fields.Length; j++)
        {
            if (!fields[j].Admits(row[j]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Row(string id, ImmutableArray<ReportColumn> fields, double[] row, int stateAt)
    {
        var text = new StringBuilder(id.PadRight(IdWidth));
        for (var j = 0; j < fields.Length; j++)
        {
            if (fields[j].IsShown)
            {
                var cell = j == stateAt ? State(row[j]) : Number(row[j], fields[j].Precision);
                text.Append(cell.Length < ColumnWidth ? cell.PadLeft(ColumnWidth) : " " + cell);
            }
        }

        return text.ToString();
    }

    private static string State(double code) => code < 3 ? "closed" : code == 4 ? "active" : "open";

    private static string Number(double value, int precision)
    {
        if (double.IsNaN(value))
        {
            return "-";
        }

        if (Math.Abs(value) > LargestPlain)
        {
            return value.ToString("0.00e+00", CultureInfo.InvariantCulture);
        }

        var text = value.ToString("F" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.AsSpan().TrimStart('-').IndexOfAnyExcept('0', '.') < 0 ? text.TrimStart('-') : text;
    }
}
