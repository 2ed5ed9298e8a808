using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.County;

/// <summary>Collects what is found wrong in one file, up to a number a person can read.</summary>
internal sealed class DiagnosticBag(string file)
{
    private const int Most = 500;

    private readonly List<Diagnostic> _found = [];
    private int _dropped;

    public bool HasErrors { get; private set; }

    public void Error(string code, int line, int column, string message, string? remedy, string? element = null) =>
        Add(DiagnosticSeverity.Error, code, line, column, message, remedy, element);

    public void Warning(string code, int line, int column, string message, string? remedy, string? element = null) =>
        Add(DiagnosticSeverity.Warning, code, line, column, message, remedy, element);

    /// <summary>Where a piece of the file stands.</summary>
    public SourceLocation At(YamlValue value) => new(file, value.Line, value.Column);

    /// <summary>All of it, by line and column.</summary>
    public ImmutableArray<Diagnostic> ToImmutable()
    {
        var sorted = _found
            .OrderBy(d => d.Location!.Line)
            .ThenBy(d => d.Location!.Column)
            .ToImmutableArray();
        return _dropped == 0
            ? sorted
            : sorted.Add(new Diagnostic
            {
                Code = "WS4090",
                Severity = DiagnosticSeverity.Error,
                Message = FormattableString.Invariant($"{_dropped} further problems are not shown"),
                Remedy = "Mend those above first.",
                Location = sorted[^1].Location,
            });
    }

    private void Add(
        DiagnosticSeverity severity, string code, int line, int column, string message, string? remedy, string? element)
    {
        HasErrors |= severity == DiagnosticSeverity.Error;
        if (_found.Count >= Most)
        {
            _dropped++;
            return;
        }

        _found.Add(new Diagnostic
        {
            Code = code,
            Severity = severity,
            Message = message,
            Remedy = remedy,
            Element = element,
            Location = new SourceLocation(file, line, column),
        });
    }
}
