using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>What one reading has gathered so far: drafts of elements in the file's units, ids, and what is wrong.</summary>
internal sealed class InpSession(string fileName) : IDisposable
{
    /// <summary>More diagnostics than this are counted, not listed, so that a hostile file cannot fill the memory.</summary>
    private const int MostDiagnostics = 10_000;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<(ElementKind, int)> _faulty = [];
    private HashSet<string>? _curveNames;
    private int _unlisted;

    public string FileName { get; } = fileName;

    public IdTable NodeIds { get; } = new();

    public IdTable LinkIds { get; } = new();

    public IdTable PatternIds { get; } = new();

    public IdTable CurveIds { get; } = new();

    public PooledList<NodeDraft> NodeList { get; } = new();

    public PooledList<LinkDraft> LinkList { get; } = new();

    public PooledList<MoreOfNode> MoreOfNodes { get; } = new();

    public PooledList<MoreOfLink> MoreOfLinks { get; } = new();

    public PooledList<TankDraft> TankList { get; } = new();

    public PooledList<PumpDraft> PumpList { get; } = new();

    public PooledList<DemandDraft> DemandList { get; } = new();

    public PooledList<VertexDraft> VertexList { get; } = new();

    public List<PatternDraft> Patterns { get; } = [];

    public List<CurveDraft> Curves { get; } = [];

    /// <summary>Ids of curves that are taken, once [CURVES] is read.</summary>
    public HashSet<string> CurveNames => _curveNames ??= new(Curves.Select(c => c.Id), StringComparer.Ordinal);

    public List<(SimpleControl Control, int Line)> Controls { get; } = [];

    public List<(Rule Rule, int Line)> Rules { get; } = [];

    public List<string> Title { get; } = [];

    public List<(string Name, List<string> Lines)> Preserved { get; } = [];

    public QualityDraft Quality { get; } = new();

    /// <summary>How many ids have been held against ranges, see <see cref="IdRange"/>.</summary>
    public long RangeComparisons { get; set; }

    public OptionsDraft Options { get; } = new();

    public TimeOptions Times { get; set; } = new();

    public EnergyOptions Energy { get; set; } = new();

    /// <summary>True where a link could not be added, so that nodes may look unconnected.</summary>
    public bool LostLinks { get; set; }

    public bool HasErrors { get; private set; }

    public Span<NodeDraft> Nodes => NodeList.Span;

    public Span<LinkDraft> Links => LinkList.Span;

    public Span<PumpDraft> Pumps => PumpList.Span;

    public Span<DemandDraft> Demands => DemandList.Span;

    public Span<VertexDraft> Vertices => VertexList.Span;

    /// <summary>What few nodes have, of a node that gets some of it.</summary>
    public ref MoreOfNode More(ref NodeDraft node)
    {
        if (node.More < 0)
        {
            node.More = MoreOfNodes.Count;
            MoreOfNodes.Add() = MoreOfNode.None;
        }

        return ref MoreOfNodes.Span[node.More];
    }

    /// <summary>What few links have, of a link that gets some of it.</summary>
    public ref MoreOfLink More(ref LinkDraft link)
    {
        if (link.More < 0)
        {
            link.More = MoreOfLinks.Count;
            MoreOfLinks.Add() = MoreOfLink.None;
        }

        return ref MoreOfLinks.Span[link.More];
    }

    /// <summary>The units, once the options are read.</summary>
    public FileUnits Units => new(
        Options.Flow,
        Options.Pressure ?? FileUnits.DefaultPressure(Options.Flow),
        Options.SpecificGravity);

    /// <summary>The lines of a section's preserved text.</summary>
    public List<string> PreservedLines(string section)
    {
        foreach (var (name, lines) in Preserved)
        {
            if (name == section)
            {
                return lines;
            }
        }

        Preserved.Add((section, []));
        return Preserved[^1].Lines;
    }

    public static string String(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text) ? Encoding.Latin1.GetString(text) : Encoding.UTF8.GetString(text);

    /// <summary>An id as a message names it: cut where it is so long that many messages would fill the memory.</summary>
    public static string Name(ReadOnlySpan<byte> id)
    {
        const int most = 400;
        return id.Length <= most ? String(id) : String(id[..most]) + '\u2026';
    }

    /// <summary>An offending text as a message shows it: in quotes, blanks drawn together, without control characters, not too long.</summary>
    public static string Show(ReadOnlySpan<byte> text)
    {
        const int most = 60;
        var shown = new StringBuilder("'");
        foreach (var c in String(text[..Math.Min(text.Length, 4 * most)]))
        {
            if (shown.Length > most)
            {
                shown.Append('\u2026');
                break;
            }

            if (!char.IsWhiteSpace(c))
            {
                shown.Append(char.IsControl(c) ? '\uFFFD' : c);
            }
            else if (shown[^1] != ' ')
            {
                shown.Append(' ');
            }
        }

        return shown.Append('\'').ToString();
    }

    /// <summary>Free text: a carriage return within a line is a blank.</summary>
    public static string Line(ReadOnlySpan<byte> text) =>
        text.Contains((byte)'\r')
            ? Encoding.UTF8.GetString(text).Replace('\r', ' ')
            : Encoding.UTF8.GetString(text);

    /// <summary>A comment, or null where it is empty.</summary>
    public static string? Text0(ReadOnlySpan<byte> text) => text.IsEmpty ? null : Line(text);

    /// <summary>An id, complained of where no file can hold it.</summary>
    public string NewId(scoped in InpLines line, string word)
    {
        var id = String(line[0]);

        // Letters, digits and signs of ASCII need no closer look.
        if ((line[0].IsEmpty || line[0].ContainsAnyExceptInRange((byte)'#', (byte)'Z')) &&
            !IdRules.IsWritable(id))
        {
            Error(
                NetworkCodes.InvalidId, line, 0, word, $"{Show(line[0])} cannot be an id", IdChecks.IdRemedy);
        }

        return id;
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Marks an element as already complained of, so that the validator need not repeat it.</summary>
    public void MarkFaulty(ElementKind kind, int index) => _faulty.Add((kind, index));

    public bool IsFaulty(ElementKind kind, int index) => _faulty.Contains((kind, index));

    public void Error(
        string code, scoped in InpLines line, int token, LineElement element, string message, string? remedy) =>
        Add(DiagnosticSeverity.Error, code, line, token, element, message, remedy);

    public void Warning(
        string code, scoped in InpLines line, int token, LineElement element, string message, string? remedy) =>
        Add(DiagnosticSeverity.Warning, code, line, token, element, message, remedy);

    public void Notice(
        string code, scoped in InpLines line, int token, LineElement element, string message, string? remedy) =>
        Add(DiagnosticSeverity.Notice, code, line, token, element, message, remedy);

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (_diagnostics.Count < MostDiagnostics)
        {
            _diagnostics.Add(diagnostic);
        }
        else
        {
            _unlisted++;
        }
    }

    /// <summary>All diagnostics in the order of the file, those of no line first.</summary>
    public ImmutableArray<Diagnostic> Finish()
    {
        var sorted = _diagnostics.OrderBy(d => d.Location?.Line ?? 0).ThenBy(d => d.Location?.Column ?? 0);
        if (_unlisted == 0)
        {
            return [.. sorted];
        }

        return
        [
            .. sorted,
            new Diagnostic
            {
                Code = InpCodes.TooMany,
                Severity = DiagnosticSeverity.Notice,
                Message = string.Create(CultureInfo.InvariantCulture, $"{_unlisted} more are not listed"),
                Remedy = "Mend these first, then read the file again.",
                Location = new SourceLocation(FileName, 1),
            },
        ];
    }

    public void Dispose()
    {
        NodeList.Dispose();
        LinkList.Dispose();
        MoreOfNodes.Dispose();
        MoreOfLinks.Dispose();
        TankList.Dispose();
        PumpList.Dispose();
        DemandList.Dispose();
        VertexList.Dispose();
        NodeIds.Dispose();
        LinkIds.Dispose();
        PatternIds.Dispose();
        CurveIds.Dispose();
    }

    private void Add(
        DiagnosticSeverity severity,
        string code,
        scoped in InpLines line,
        int token,
        LineElement element,
        string message,
        string? remedy)
    {
        if (_diagnostics.Count >= MostDiagnostics)
        {
            HasErrors |= severity == DiagnosticSeverity.Error;
            _unlisted++;
            return;
        }

        Add(new Diagnostic
        {
            Code = code,
            Severity = severity,
            Message = message,
            Remedy = remedy,
            Element = element.Of(line),
            Location = new SourceLocation(FileName, line.Number, token >= 0 ? line.Column(token) : 0),
        });
    }
}
