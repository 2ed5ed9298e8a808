using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Water quality, leakage and report as the file gives them, in the file's units.</summary>
internal sealed class QualityDraft
{
    private double[]? _initial;

    public QualityOptions Options { get; set; } = new();

    public double? Tolerance { get; set; }

    public double? Diffusivity { get; set; }

    /// <summary>Option TRACE: the node's id and where it stands.</summary>
    public (string Id, int Line, int Column)? TraceNode { get; set; }

    public ReactionOptions Reactions { get; set; } = new();

    public ReportOptions Report { get; set; } = new();

    /// <summary>Nodes that the report lists.</summary>
    public List<string> ReportNodes { get; } = [];

    /// <summary>Links that the report lists.</summary>
    public List<string> ReportLinks { get; } = [];

    /// <summary>Sources by node.</summary>
    public Dictionary<int, (QualitySourceKind Kind, double Strength, int Pattern)> Sources { get; } = [];

    /// <summary>Mixing by node.</summary>
    public Dictionary<int, (MixingModel Model, double Fraction)> Mixing { get; } = [];

    /// <summary>Bulk coefficients by node.</summary>
    public Dictionary<int, double> TankBulk { get; } = [];

    /// <summary>Bulk coefficients by link.</summary>
    public Dictionary<int, double> Bulk { get; } = [];

    /// <summary>Wall coefficients by link.</summary>
    public Dictionary<int, double> Wall { get; } = [];

    /// <summary>Leak area and expansion by link.</summary>
    public Dictionary<int, (double Area, double Expansion)> Leaks { get; } = [];

    public ReportOptions ToReport() => Report with { NodeIds = [.. ReportNodes], LinkIds = [.. ReportLinks] };

    public double InitialOf(int node) => _initial is null ? 0 : _initial[node];

    public void SetInitial(int node, int nodes, double value) => (_initial ??= new double[nodes])[node] = value;
}
