using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;

namespace WaterSim.IO.Epanet;

/// <summary>What a network's [REPORT] section asks for. Facts: EPANET 2.2 manual, section REPORT.</summary>
/// <remarks>Page breaks are not written, and FILE is not followed: the report goes where the caller says.</remarks>
internal sealed class ReportRequest
{
    private const string SectionName = "REPORT";
    private const int MostDecimals = 15;

    private static readonly string[] NodeKeywords = ["ELEVATION", "DEMAND", "HEAD", "PRESSURE", "QUALITY"];

    private static readonly string[] LinkKeywords =
        ["LENGTH", "DIAMETER", "FLOW", "VELOCITY", "HEADLOSS", "LINKQUALITY", "STATE", "SETTING", "REACTION", "F-FACTOR"];

    private readonly ReportField[] _nodeFields;
    private readonly ReportField[] _linkFields;
    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _links = new(StringComparer.Ordinal);

    private ReportRequest(FileUnits units)
    {
        var flow = ReportUnits.Flow(units.Flow);
        var length = ReportUnits.Length(units);
        _nodeFields =
        [
            new("Elevation", length, false), new("Demand", flow, true), new("Head", length, true),
            new("Pressure", ReportUnits.Pressure(units.Pressure), true), new("Quality", "", false),
        ];
        _linkFields =
        [
            new("Length", length, false), new("Diameter", ReportUnits.Diameter(units), false), new("Flow", flow, true),
            new("Velocity", ReportUnits.Velocity(units), true), new("Headloss", ReportUnits.HeadLoss(units), true),
            new("Quality", "", false), new("State", "", false), new("Setting", "", false), new("Reaction", "", false),
            new("F-Factor", "", false, 3),
        ];
    }

    /// <summary>Whether the settings of the run are printed.</summary>
    public bool Summary { get; private set; } = true;

    /// <summary>Whether the course of the run is printed.</summary>
    public bool Status { get; private set; }

    /// <summary>Whether warnings are printed.</summary>
    public bool Messages { get; private set; } = true;

    /// <summary>Whether the pumps' energy is printed.</summary>
    public bool Energy { get; private set; }

    /// <summary>Whether all nodes are printed.</summary>
    public bool AllNodes { get; private set; }

    /// <summary>Whether all links are printed.</summary>
    public bool AllLinks { get; private set; }

    /// <summary>Whether any node is printed.</summary>
    public bool AnyNodes => (AllNodes || _nodes.Count > 0) && NodeFields.Any(f => f.IsShown);

    /// <summary>Whether any link is printed.</summary>
    public bool AnyLinks => (AllLinks || _links.Count > 0) && LinkFields.Any(f => f.IsShown);

    /// <summary>Columns of nodes: elevation, then the variables of the results.</summary>
    public ImmutableArray<ReportField> NodeFields => [.. _nodeFields];

    /// <summary>Columns of links: length and diameter, then the variables of the results.</summary>
    public ImmutableArray<ReportField> LinkFields => [.. _linkFields];

    /// <summary>What a network asks for.</summary>
    public static ReportRequest Of(Network network)
    {
        var request = new ReportRequest(FileUnits.Of(network.Options));
        foreach (var line in network.Preserved.Where(s => s.Name == SectionName).SelectMany(s => s.Lines))
        {
            var comment = line.IndexOf(';', StringComparison.Ordinal);
            var words = (comment < 0 ? line : line[..comment]).Split(
                (char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1)
            {
                request.Take(words);
            }
        }

        return request;
    }

    /// <summary>Whether a node is printed.</summary>
    public bool Wants(Node node) => AllNodes || _nodes.Contains(node.Id);

    /// <summary>Whether a link is printed.</summary>
    public bool Wants(Link link) => AllLinks || _links.Contains(link.Id);

    private void Take(string[] words)
    {
        var isYes = !Is(words[1], "NO") && !Is(words[1], "NONE");
        switch (words[0].ToUpperInvariant())
        {
            case "SUMMARY":
                Summary = isYes;
                break;
            case "STATUS":
                Status = isYes;
                break;
            case "MESSAGES":
                Messages = isYes;
                break;
            case "ENERGY":
                Energy = isYes;
                break;
            case "NODE" or "NODES":
                AllNodes = Select(words, _nodes);
                break;
            case "LINK" or "LINKS":
                AllLinks = Select(words, _links);
                break;
            default:
                Field(_nodeFields, NodeKeywords, words);
                Field(_linkFields, LinkKeywords, words);
                break;
        }
    }

    // Ids add up from line to line; ALL and NONE set them all.
    private static bool Select(string[] words, HashSet<string> chosen)
    {
        if (Is(words[1], "ALL") || Is(words[1], "NONE"))
        {
            chosen.Clear();
            return Is(words[1], "ALL");
        }

        chosen.UnionWith(words.Skip(1));
        return false;
    }

    private static void Field(ReportField[] fields, string[] keywords, string[] words)
    {
        var i = Array.FindIndex(keywords, k => Is(k, words[0]));
        if (i < 0)
        {
            return;
        }

        if (words.Length == 2)
        {
            fields[i] = fields[i] with { IsShown = !Is(words[1], "NO") };
        }
        else if (double.TryParse(words[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            fields[i] = words[1].ToUpperInvariant() switch
            {
                "BELOW" => fields[i] with { Below = value },
                "ABOVE" => fields[i] with { Above = value },
                "PRECISION" => fields[i] with { Precision = (int)Math.Clamp(value, 0, MostDecimals) },
                _ => fields[i],
            };
        }
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
