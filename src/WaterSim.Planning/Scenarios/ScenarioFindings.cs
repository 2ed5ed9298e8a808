using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>What is found of a scenario's changes, each where it stands.</summary>
internal sealed class ScenarioFindings
{
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>All of it so far, in the order in which it was found.</summary>
    public ImmutableArray<Diagnostic> All => _found.ToImmutable();

    /// <summary>Notes an error of a change.</summary>
    public void Error(ScenarioChange change, string code, string message, string remedy) =>
        Add(change, DiagnosticSeverity.Error, code, message, remedy);

    /// <summary>Notes something of a change.</summary>
    public void Add(ScenarioChange change, DiagnosticSeverity severity, string code, string message, string remedy) =>
        _found.Add(new Diagnostic
        {
            Code = code,
            Severity = severity,
            Element = change.Label,
            Message = message,
            Remedy = remedy,
            Location = change.Location,
        });
}
