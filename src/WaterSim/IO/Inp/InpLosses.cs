using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>What the model can say of a network and an INP file cannot.</summary>
public static class InpLosses
{
    /// <summary>A warning for each element of which <see cref="InpWriter"/> cannot write everything.</summary>
    /// <param name="network">The network that is to be written.</param>
    public static ImmutableArray<Diagnostic> Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var node in network.Nodes)
        {
            if (node.Source is { Below: not null })
            {
                Add(
                    $"source at {node.Id}", "it doses only below a concentration",
                    "whoever reads the file doses at all times");
            }

            if (node is Junction { MinimumPressure: not null } or Junction { RequiredPressure: not null })
            {
                Add(
                    $"junction {node.Id}", "it has pressures of its own for pressure-driven demand",
                    "whoever reads the file takes those of the whole network");
            }
        }

        return found.ToImmutable();

        void Add(string element, string what, string then) => found.Add(new Diagnostic
        {
            Code = InpCodes.CannotHold,
            Severity = DiagnosticSeverity.Warning,
            Element = element,
            Message = $"{what}, which an INP file cannot hold: {then}.",
            Remedy = "Keep the network as JSON.",
        });
    }
}
