using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[REPORT].</summary>
internal static class ReportWriter
{
    // EPANET reads at most 40 words of a line and 1024 letters.
    private const int IdsPerLine = 20;

    public static void Write(InpLayout layout, Network network, FileUnits units)
    {
        var report = network.Report;
        layout.Section("REPORT");
        if (report.PageSize != 0)
        {
            layout.Row(null, "Pagesize", report.PageSize.ToString(CultureInfo.InvariantCulture));
        }

        layout.Row(null, "Status", report.Status switch
        {
            ReportStatus.Changes => "Yes",
            ReportStatus.Full => "Full",
            _ => "No",
        });
        layout.Row(null, "Summary", report.Summary ? "Yes" : "No");
        layout.Row(null, "Messages", report.Messages ? "Yes" : "No");
        layout.Row(null, "Energy", report.Energy ? "Yes" : "No");
        Selection(layout, "Nodes", report.AllNodes, report.NodeIds);
        Selection(layout, "Links", report.AllLinks, report.LinkIds);
        foreach (var field in report.Fields)
        {
            Field(layout, field, units.FactorToSI(QuantityOf.Report(field.Variable)));
        }

        if (report.File is { } file)
        {
            layout.Row(null, "File", InpFormat.Id(file));
        }
    }

    private static void Selection(InpLayout layout, string word, bool all, ImmutableArray<string> ids)
    {
        if (all || ids.IsEmpty)
        {
            layout.Row(null, word, all ? "All" : "None");
            return;
        }

        foreach (var line in ids.Chunk(IdsPerLine))
        {
            layout.Row(null, [word, .. line.Select(InpFormat.Id)]);
        }
    }

    private static void Field(InpLayout layout, ReportField field, double factor)
    {
        var word = ReportSection.Variables[(int)field.Variable];
        if (field.Precision is { } precision)
        {
            layout.Row(null, word, "PRECISION", precision.ToString(CultureInfo.InvariantCulture));
        }

        if (field.IsShown is { } isShown)
        {
            layout.Row(null, word, isShown ? "YES" : "NO");
        }

        if (field.Below is { } below)
        {
            layout.Row(null, word, "BELOW", InpFormat.Number(below, factor));
        }

        if (field.Above is { } above)
        {
            layout.Row(null, word, "ABOVE", InpFormat.Number(above, factor));
        }
    }
}
