using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Quality;

/// <summary>Whether analyses fit a network, before anything is computed. DIAGNOSTICS.md lists the codes.</summary>
public static class AnalysisChecks
{
    /// <summary>A node that is to be traced does not exist.</summary>
    public const string UnknownNode = "WS3101";

    /// <summary>There are more reservoirs than a blend can tell apart.</summary>
    public const string TooManySources = "WS3102";

    /// <summary>A chemical is followed, but nothing gives it to the water.</summary>
    public const string NoSource = "WS3103";

    /// <summary>A chemical is followed as if it did not react.</summary>
    public const string NoCoefficient = "WS3104";

    /// <summary>The quality step is longer than the hydraulic step.</summary>
    public const string StepTooLong = "WS3105";

    /// <summary>Checks analyses and returns every finding; errors keep a run from beginning.</summary>
    /// <param name="network">The network.</param>
    /// <param name="analyses">What is to be followed.</param>
    public static ImmutableArray<Diagnostic> Check(Network network, IEnumerable<QualityAnalysis> analyses)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(analyses);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var asked = analyses.ToArray();
        foreach (var analysis in asked.Distinct())
        {
            Check(network, analysis, findings);
        }

        var (step, hydraulic) = (network.Times.QualityStep, network.Times.HydraulicStep);
        if (asked.Length > 0 && step > hydraulic)
        {
            Add(
                DiagnosticSeverity.Warning, StepTooLong, "times",
                $"the quality step {step} is longer than the hydraulic step {hydraulic}, which is taken instead.",
                "Set QUALITY TIMESTEP in [TIMES] to 5 minutes or so.");
        }

        return findings.ToImmutable();

        void Add(DiagnosticSeverity severity, string code, string element, string message, string remedy) =>
            findings.Add(Finding(severity, code, element, message, remedy));
    }

    /// <summary>Throws the first error among the findings.</summary>
    internal static void Refuse(Network network, ImmutableArray<QualityAnalysis> analyses)
    {
        foreach (var finding in Check(network, analyses))
        {
            if (finding.Severity == DiagnosticSeverity.Error)
            {
                throw new ArgumentException(finding.ToString(), nameof(analyses));
            }
        }
    }

    private static void Check(Network network, QualityAnalysis analysis, ImmutableArray<Diagnostic>.Builder findings)
    {
        switch (analysis.Kind)
        {
            case QualityKind.Trace when network.IndexOfNode(analysis.NodeId!) < 0:
                findings.Add(Finding(
                    DiagnosticSeverity.Error, UnknownNode, $"quality {analysis}",
                    $"node '{analysis.NodeId}', which is to be traced, is not defined.",
                    "Correct the id (case matters)."));
                break;
            case QualityKind.Blend when network.Nodes.Count(n => n is Reservoir) is > Followed.Most - 2 and var count:
                findings.Add(Finding(
                    DiagnosticSeverity.Error, TooManySources, "quality blend",
                    $"the network has {count} reservoirs; a blend can tell {Followed.Most - 2} apart.",
                    "Trace the ones that matter, each by trace:ID."));
                break;
            case QualityKind.Chemical:
                CheckChemical(network, findings);
                break;
            default:
                break;
        }
    }

    // A chemical that nothing gives, or nothing takes away, is computed as that; but it is seldom what was meant.
    private static void CheckChemical(Network network, ImmutableArray<Diagnostic>.Builder findings)
    {
        var name = $"quality {network.Quality.Chemical}";
        if (!network.Nodes.Any(n => Followed.InitialConcentration(n, network) > 0 || n.Source is { Strength: not 0 }))
        {
            findings.Add(Finding(
                DiagnosticSeverity.Warning, NoSource, name,
                "no node has an initial quality or a source: the concentration is 0 everywhere.",
                "Give reservoirs a quality in [QUALITY], or dose in [SOURCES]."));
        }

        var reactions = network.Reactions;
        var reacts = reactions.BulkCoefficient != 0 || reactions.WallCoefficient != 0 || reactions.RoughnessCorrelation != 0
            || network.Links.Any(l => l is Pipe { BulkCoefficient: not null } or Pipe { WallCoefficient: not null })
            || network.Nodes.Any(n => n is Tank { BulkCoefficient: not null });
        if (!reacts)
        {
            findings.Add(Finding(
                DiagnosticSeverity.Warning, NoCoefficient, name,
                "no reaction coefficient is given: it is followed as if nothing took it away.",
                "Give GLOBAL BULK and GLOBAL WALL in [REACTIONS]; write 0 there where nothing reacts."));
        }
    }

    private static Diagnostic Finding(
        DiagnosticSeverity severity, string code, string element, string message, string remedy) => new()
        {
            Code = code,
            Severity = severity,
            Element = element,
            Message = message,
            Remedy = remedy,
        };
}
