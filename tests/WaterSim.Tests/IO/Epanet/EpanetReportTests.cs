using System.Globalization;
using System.Text;
using WaterSim.IO.Epanet;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Tests.Architecture;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Epanet;

public sealed class EpanetReportTests
{
    private static readonly Network LoopWithTank = Example("loop-with-tank");

    [Fact]
    public void A_report_with_everything_is_what_was_approved()
    {
        var network = Asking(
            Example("pump-and-prv"), "Status Yes", "Summary Yes", "Energy Yes", "Nodes All ; each of them", "Links All",
            "State Yes", "Setting Yes", "F-Factor Yes", "Elevation Yes", "Flow Precision 3");
        var hour = TimeSpan.FromHours(1);
        network = network with { Times = network.Times with { Duration = hour, HydraulicStep = hour, ReportStep = hour } };

        var text = Report(network, new EpanetReportOptions
        {
            InputFile = "pump-and-prv.inp",
            Program = "WaterSim 0.0",
            Begun = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Ended = new DateTimeOffset(2026, 1, 2, 3, 4, 6, TimeSpan.Zero),
        });

        Approval.Check(Repository.File("tests", "WaterSim.Tests", "IO", "Epanet", "Approved", "report.txt"), text);
    }

    [Fact]
    public void Without_a_report_section_the_tables_are_left_out()
    {
        var text = Report(Asking(LoopWithTank));

        Assert.Contains("Number of Junctions....", text, StringComparison.Ordinal);
        Assert.Contains("Hydraulic Flow Balance (", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Node Results", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Energy Usage", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Balanced after", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_stands_for_every_reported_time()
    {
        var network = Asking(LoopWithTank, "NODES ALL", "LINKS NONE", "PAGESIZE 50");
        var text = Report(network);

        var tables = text.Split('\n').Where(l => l.StartsWith("  Node Results at ", StringComparison.Ordinal)).ToList();
        Assert.Equal(network.Run().Times.Length, tables.Count);
        Assert.Equal("  Node Results at 0:00:00 hrs:", tables[0]);
        Assert.Equal("  Node Results at 24:00:00 hrs:", tables[^1]);
        Assert.DoesNotContain("Link Results", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_in_the_tables_are_those_of_the_run()
    {
        var network = Asking(LoopWithTank, "Nodes Village", "Links None", "Summary No", "Pressure Precision 5");
        var results = network.Run();
        var units = FileUnits.Of(network.Options);

        var rows = Report(network).Split('\n').Where(l => l.StartsWith("  Village ", StringComparison.Ordinal)).ToList();

        Assert.Equal(results.Times.Length, rows.Count);
        for (var k = 0; k < rows.Count; k++)
        {
            var cells = rows[k].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var pressure = units.FromSI(Quantity.Pressure, results.Pressures(k)[network.IndexOfNode("Village")]);
            Assert.Equal(4, cells.Length);
            Assert.Equal(pressure, double.Parse(cells[3], CultureInfo.InvariantCulture), 2e-5);
        }
    }

    [Fact]
    public void Limits_leave_rows_out()
    {
        var all = Report(Asking(LoopWithTank, "Nodes All", "Summary No"));
        var few = Report(Asking(LoopWithTank, "Nodes All", "Summary No", "Pressure Below 1"));

        Assert.Contains("  Village ", all, StringComparison.Ordinal);
        Assert.DoesNotContain("  Village ", few, StringComparison.Ordinal);
        Assert.Contains("  Reservoir", few, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statistic_heads_its_table()
    {
        var network = Asking(LoopWithTank, "Nodes All");
        network = network with { Times = network.Times with { Statistic = ReportStatistic.Minimum } };

        Assert.Contains("  MINIMUM Node Results:\n", Report(network), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_opens_with_the_word_and_an_unsupplied_node_has_a_dash()
    {
        var network = Asking(
            Draw.Network(
                [Draw.Junction("Low", 0, 0.001), Draw.Junction("Alone", 0, 0.001), Draw.Junction("Too", 0), Draw.Reservoir("R", 50)],
                [Draw.Pipe("P", "R", "Low"), Draw.Pipe("Q", "Alone", "Too")]),
            "Nodes All");

        var text = Report(network);

        Assert.Contains("\n  WARNING: junction Alone: ", text, StringComparison.Ordinal);
        Assert.Matches(@"\n  Alone +0\.00 +- +-\n", text);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_the_input_stand_in_its_report()
    {
        var read = InpReader.Read("[JUNCTIONS]\nA x\n[PIPES]\nP A Z 1 1 1\n"u8.ToArray(), "bad.inp");
        using var writer = new StringWriter();

        EpanetReport.WriteErrors(read.Diagnostics, writer);

        var errors = writer.ToString().Split('\n').Where(l => l.StartsWith("  Error", StringComparison.Ordinal)).ToList();
        Assert.Equal(read.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error) + 1, errors.Count);
        Assert.Contains(errors, e => e.Contains("bad.inp:2:", StringComparison.Ordinal));
        Assert.StartsWith("  Error 200:", errors[^1], StringComparison.Ordinal);
    }

    private static Network Example(string name) =>
        InpReader.ReadFile(Repository.File("networks", "examples", name + ".inp")).Network!;

    // Asks as a file does.
    private static Network Asking(Network network, params string[] lines)
    {
        var asking = InpWriter.ToText(network with { Report = new ReportOptions() })
            .Replace("[END]", "[REPORT]\n" + string.Join('\n', lines) + "\n[END]", StringComparison.Ordinal);
        return network with { Report = InpReader.Read(Encoding.UTF8.GetBytes(asking), "asking.inp").Network!.Report };
    }

    private static string Report(Network network, EpanetReportOptions? options = null)
    {
        using var writer = new StringWriter();
        EpanetReport.Write(network.Run(), writer, options);
        return writer.ToString();
    }
}
