using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Where in its file each element of a network stands. An index is a position in the network's own lists.</summary>
public sealed class SourceMap
{
    private readonly string _file;
    private readonly int[][] _lines;

    internal SourceMap(InpSession session)
    {
        _file = session.FileName;
        _lines = new int[Enum.GetValues<ElementKind>().Length][];
        Array.Fill(_lines, []);
        _lines[(int)ElementKind.Network] = [1];
        _lines[(int)ElementKind.Node] = Collect(session.Nodes, static (in NodeDraft n) => n.Line);
        _lines[(int)ElementKind.Link] = Collect(session.Links, static (in LinkDraft l) => l.Line);
        _lines[(int)ElementKind.Pattern] = [.. session.Patterns.Select(p => p.Line)];
        _lines[(int)ElementKind.Control] = [.. session.Controls.Select(c => c.Line)];
        _lines[(int)ElementKind.Rule] = [.. session.Rules.Select(r => r.Line)];
    }

    private delegate int LineOf<T>(in T draft);

    /// <summary>An empty map, of a file that could not be read.</summary>
    internal static SourceMap Empty { get; } = new(new InpSession(""));

    /// <summary>Where an element stands, or null where it does not come from the file.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="index">Its position in the network's list of that kind.</param>
    public SourceLocation? Find(ElementKind kind, int index)
    {
        var lines = _lines[(int)kind];
        return (uint)index < (uint)lines.Length ? new SourceLocation(_file, lines[index]) : null;
    }

    /// <summary>Curves are listed once they are made: one that serves two purposes stands twice.</summary>
    internal void SetCurves(Network network, InpSession session)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        session.Curves.ForEach(c => lines.TryAdd(c.Id, c.Line));
        _lines[(int)ElementKind.Curve] = new int[network.Curves.Length];
        var last = 1;
        for (var i = 0; i < network.Curves.Length; i++)
        {
            last = lines.GetValueOrDefault(network.Curves[i].Id, last);
            _lines[(int)ElementKind.Curve][i] = last;
        }
    }

    private static int[] Collect<T>(ReadOnlySpan<T> drafts, LineOf<T> lineOf)
    {
        var lines = new int[drafts.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = lineOf(drafts[i]);
        }

        return lines;
    }
}
