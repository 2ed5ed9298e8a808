using System.Collections.Frozen;
using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.IO.Epanet;

/// <summary>What a network's <see cref="ReportOptions"/> ask for, as columns and choices of rows in the file's units.</summary>
internal sealed class ReportRequest
{
    private readonly ReportOptions _options;
    private readonly FrozenSet<string> _nodes;
    private readonly FrozenSet<string> _links;

    private ReportRequest(ReportOptions options, FileUnits units, EpanetQuality quality)
    {
        _options = options;
        _nodes = options.NodeIds.ToFrozenSet(StringComparer.Ordinal);
        _links = options.LinkIds.ToFrozenSet(StringComparer.Ordinal);
        var flow = ReportUnits.Flow(units.Flow);
        var length = ReportUnits.Length(units);
        NodeColumns =
        [
            Column(units, ReportVariable.Elevation, "Elevation", length, Quantity.Length, isShown: false),
            Column(units, ReportVariable.Demand, "Demand", flow, Quantity.Flow),
            Column(units, ReportVariable.Head, "Head", length, Quantity.Length),
            Column(units, ReportVariable.Pressure, "Pressure", ReportUnits.Pressure(units.Pressure), Quantity.Pressure),
            Quality(units, quality),
        ];
        LinkColumns =
        [
            Column(units, ReportVariable.Length, "Length", length, Quantity.Length, isShown: false),
            Column(units, ReportVariable.Diameter, "Diameter", ReportUnits.Diameter(units), Quantity.PipeDiameter, isShown: false),
            Column(units, ReportVariable.Flow, "Flow", flow, Quantity.Flow),
            Column(units, ReportVariable.Velocity, "Velocity", ReportUnits.Velocity(units), Quantity.Velocity),
            Column(units, ReportVariable.HeadLoss, "Headloss", ReportUnits.HeadLoss(units), Quantity.Ratio),
            new ReportColumn("Quality", quality.Unit, IsShown: false),
            Column(units, ReportVariable.State, "State", "", Quantity.Ratio, isShown: false),
            Column(units, ReportVariable.Setting, "Setting", "", Quantity.Ratio, isShown: false),
            Column(units, ReportVariable.Reaction, "Reaction", quality.RateUnit, Quantity.Ratio, isShown: false),
            Column(units, ReportVariable.FrictionFactor, "F-Factor", "", Quantity.Ratio, isShown: false, precision: 3),
        ];
    }

    /// <summary>Columns of nodes: elevation, then the variables of the results.</summary>
    public ImmutableArray<ReportColumn> NodeColumns { get; }

    /// <summary>Columns of links: length and diameter, then the variables of the results.</summary>
    public ImmutableArray<ReportColumn> LinkColumns { get; }

    /// <summary>Whether any node is printed.</summary>
    public bool AnyNodes => (_options.AllNodes || _nodes.Count > 0) && NodeColumns.Any(c => c.IsShown);

    /// <summary>Whether any link is printed.</summary>
    public bool AnyLinks => (_options.AllLinks || _links.Count > 0) && LinkColumns.Any(c => c.IsShown);

    /// <summary>What a network asks for.</summary>
    public static ReportRequest Of(Network network, EpanetQuality quality) =>
        new(network.Report, FileUnits.Of(network.Options), quality);

    /// <summary>Whether a node is printed.</summary>
    public bool Wants(Node node) => _options.AllNodes || _nodes.Contains(node.Id);

    /// <summary>Whether a link is printed.</summary>
    public bool Wants(Link link) => _options.AllLinks || _links.Contains(link.Id);

    // EPANET shows the quality of nodes wherever there is any, under its own name; that of links it has no column for.
    private ReportColumn Quality(FileUnits units, EpanetQuality quality)
    {
        var column = Column(units, ReportVariable.Quality, "Quality", quality.Unit, Quantity.Ratio, isShown: quality.Mode != 0);
        return quality.Mode == 0
            ? column with { IsShown = false }
            : column with { Heading = (quality.Name, quality.Traced ?? quality.Unit) };
    }

    // What is said last of a column holds.
    private ReportColumn Column(
        FileUnits units, ReportVariable variable, string name, string unit, Quantity quantity, bool isShown = true,
        int precision = 2)
    {
        var column = new ReportColumn(name, unit, isShown, precision);
        foreach (var field in _options.Fields.Where(f => f.Variable == variable))
        {
            column = column with
            {
                IsShown = field.IsShown ?? column.IsShown,
                Precision = field.Precision ?? column.Precision,
                Below = field.Below is { } below ? units.FromSI(quantity, below) : column.Below,
                Above = field.Above is { } above ? units.FromSI(quantity, above) : column.Above,
            };
        }

        return column;
    }
}
