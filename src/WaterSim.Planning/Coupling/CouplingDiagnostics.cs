using WaterSim.Model;

namespace WaterSim.Planning.Coupling;

/// <summary>What is worth knowing of how a county's network is run day by day.</summary>
internal static class CouplingDiagnostics
{
    public const string DroppedControls = "WS4080";
    public const string OtherEmitters = "WS4081";

    public static Diagnostic ControlsDropped(IReadOnlyList<string> links) => new()
    {
        Code = DroppedControls,
        Severity = DiagnosticSeverity.Notice,
        Message = $"Controls and rules no longer act on {string.Join(", ", links)}, which the dispatch orders set",
    };

    public static Diagnostic EmittersStay(double exponent) => new()
    {
        Code = OtherEmitters,
        Severity = DiagnosticSeverity.Warning,
        Message = FormattableString.Invariant(
            $"The network has emitters of exponent {exponent:0.###}; leakage follows pressure by that exponent too"),
        Remedy = "Give leakage the same exponent, or leave the emitters out.",
    };
}
