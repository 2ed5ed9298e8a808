using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>Collects what stands in the way of a supply map.</summary>
internal sealed class SupplyFindings
{
    private readonly List<Diagnostic> _found = [];

    public bool HasErrors { get; private set; }

    public void Error(string code, string element, string message, string remedy) =>
        Add(DiagnosticSeverity.Error, code, element, message, remedy);

    public void Warning(string code, string element, string message, string remedy) =>
        Add(DiagnosticSeverity.Warning, code, element, message, remedy);

    public ImmutableArray<Diagnostic> ToImmutable() => [.. _found];

    /// <summary>Ids in a sentence: the first ones, and how many more.</summary>
    public static string Ids(IEnumerable<string> ids, int most = 6)
    {
        var all = ids.Select(Printable.Text).ToList();
        var shown = string.Join(", ", all.Take(most));
        return all.Count > most ? FormattableString.Invariant($"{shown} and {all.Count - most} more") : shown;
    }

    private void Add(DiagnosticSeverity severity, string code, string element, string message, string remedy)
    {
        HasErrors |= severity == DiagnosticSeverity.Error;
        _found.Add(new Diagnostic
        {
            Code = code,
            Severity = severity,
            Element = Printable.Text(element),
            Message = message,
            Remedy = remedy,
        });
    }
}
