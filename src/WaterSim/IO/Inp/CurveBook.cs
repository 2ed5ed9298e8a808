using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>
/// Gives each curve the kind that its use says, and so its units. A curve with two uses becomes two curves, since its
/// numbers mean two things.
/// </summary>
internal sealed class CurveBook(InpSession session)
{
    private readonly List<(int Draft, CurveKind Kind, string Id)> _uses = [];
    private readonly Dictionary<(int Draft, CurveKind Kind), string> _known = [];
    private readonly HashSet<int> _used = [];
    private readonly HashSet<string> _ids = [.. session.Curves.Select(c => c.Id)];

    /// <summary>The id under which a draft is known for a use; null for none.</summary>
    public string? Use(int draft, CurveKind kind)
    {
        if (draft < 0)
        {
            return null;
        }

        if (_known.TryGetValue((draft, kind), out var known))
        {
            return known;
        }

        var curve = session.Curves[draft];
        var id = _used.Add(draft) ? curve.Id : NewId(curve, kind);
        _uses.Add((draft, kind, id));
        _known.Add((draft, kind), id);
        return id;
    }

    /// <summary>The curves in the file's order, each followed by its further uses.</summary>
    public ImmutableArray<Curve> ToCurves()
    {
        var uses = _uses.ToLookup(u => u.Draft);
        var curves = ImmutableArray.CreateBuilder<Curve>(session.Curves.Count);
        for (var i = 0; i < session.Curves.Count; i++)
        {
            var draft = session.Curves[i];
            if (!uses.Contains(i))
            {
                curves.Add(Make(draft, draft.Id, draft.StatedKind));
            }

            foreach (var (_, kind, id) in uses[i])
            {
                curves.Add(Make(draft, id, kind));
            }
        }

        return curves.ToImmutable();
    }

    private Curve Make(CurveDraft draft, string id, CurveKind kind)
    {
        var (x, y) = QuantityOf.Curve(kind);
        var (xToSI, yToSI) = (session.Units.FactorToSI(x), session.Units.FactorToSI(y));
        return new Curve(
            id, kind, [.. draft.Points.Select(p => new CurvePoint(p.X * xToSI, p.Y * yToSI))], draft.Comment);
    }

    private string NewId(CurveDraft curve, CurveKind kind)
    {
        var id = $"{curve.Id}-{kind}";
        for (var n = 2; !_ids.Add(id); n++)
        {
            id = $"{curve.Id}-{kind}-{n}";
        }

        session.Add(new Diagnostic
        {
            Code = InpCodes.CurveShared,
            Severity = DiagnosticSeverity.Notice,
            Element = $"curve {curve.Id}",
            Message = $"it serves two purposes; for the second it is kept as {id}",
            Location = new SourceLocation(session.FileName, curve.Line),
        });
        return id;
    }
}
