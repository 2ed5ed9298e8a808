using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Water quality and leakage in SI.</summary>
internal sealed class QualityAssembler
{
    private readonly InpSession _session;
    private readonly QualityUnits _units;
    private readonly double _bulk;
    private readonly double _tank;
    private readonly double _wall;
    private readonly double _leak;

    public QualityAssembler(InpSession session)
    {
        _session = session;
        var draft = session.Quality;
        _units = new QualityUnits(session.Units, draft.Options, draft.Reactions);
        _bulk = _units.Bulk(draft.Reactions.BulkOrder);
        _tank = _units.Bulk(draft.Reactions.TankOrder);
        _wall = _units.Wall();
        _leak = session.Units.FactorToSI(Quantity.LeakArea);
        Options = draft.Options with
        {
            TraceNodeId = TraceNode(),
            Tolerance = draft.Tolerance * _units.Quality,
            Diffusivity = _units.DiffusivityToSI(draft.Diffusivity ?? 1),
        };
        Reactions = draft.Reactions with
        {
            BulkCoefficient = draft.Reactions.BulkCoefficient * _bulk,
            WallCoefficient = draft.Reactions.WallCoefficient * _wall,
            LimitingPotential = draft.Reactions.LimitingPotential * _units.Concentration,
            RoughnessCorrelation = draft.Reactions.RoughnessCorrelation * _wall,
        };
    }

    public QualityOptions Options { get; }

    public ReactionOptions Reactions { get; }

    public double Initial(int node) => _session.Quality.InitialOf(node) * _units.Quality;

    public QualitySource? Source(int node) =>
        _session.Quality.Sources.TryGetValue(node, out var source)
            ? new QualitySource(
                source.Kind, source.Strength * _units.Source(source.Kind),
                source.Pattern < 0 ? null : _session.Patterns[source.Pattern].Id)
            : null;

    public (MixingModel Model, double Fraction) Mixing(int node) =>
        _session.Quality.Mixing.TryGetValue(node, out var mixing) ? mixing : (MixingModel.Complete, 1);

    public double? TankBulk(int node) => Find(_session.Quality.TankBulk, node, _tank);

    public double? Bulk(int link) => Find(_session.Quality.Bulk, link, _bulk);

    public double? Wall(int link) => Find(_session.Quality.Wall, link, _wall);

    public (double Area, double Expansion) Leak(int link) =>
        _session.Quality.Leaks.TryGetValue(link, out var leak) ? (leak.Area * _leak, leak.Expansion * _leak) : default;

    private static double? Find(Dictionary<int, double> values, int at, double factor) =>
        values.Count > 0 && values.TryGetValue(at, out var value) ? value * factor : null;

    private string? TraceNode()
    {
        if (_session.Quality.TraceNode is not var (id, line, column))
        {
            return null;
        }

        foreach (ref readonly var node in _session.Nodes)
        {
            if (node.Id == id)
            {
                return id;
            }
        }

        _session.Add(new Diagnostic
        {
            Code = InpCodes.UndefinedNode,
            Severity = DiagnosticSeverity.Error,
            Element = "option QUALITY",
            Message = $"node '{id}', which is to be traced, is not defined",
            Remedy = "Correct the id (case matters).",
            Location = new SourceLocation(_session.FileName, line, column),
        });
        return null;
    }
}
