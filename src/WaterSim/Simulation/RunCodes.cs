using System.Globalization;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>Codes and wording of what a run warns of; DIAGNOSTICS.md lists them.</summary>
internal static class RunCodes
{
    public const string Unbalanced = "WS3001";
    public const string Singular = "WS3002";
    public const string UnsuppliedNode = "WS3003";
    public const string NegativePressure = "WS3004";
    public const string PumpCannotLift = "WS3005";
    public const string PumpBeyondCurve = "WS3006";
    public const string ValveCannotHold = "WS3007";
    public const string CutOff = "WS3008";
    public const string Restless = "WS3009";
    public const string ScenarioRefused = "WS3010";

    public static Diagnostic Unsupplied(string node) => new()
    {
        Code = UnsuppliedNode,
        Severity = DiagnosticSeverity.Warning,
        Element = $"junction {node}",
        Message = "no reservoir or tank reaches it, so that it is not supplied and has no pressure.",
        Remedy = "Join it to the network, or take it out.",
    };

    /// <summary>The same of further elements, named together.</summary>
    public static Diagnostic More(string code, string[] ids) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Warning,
        Message = Text($"the same holds for {ids.Length} more: {string.Join(", ", ids.Take(50))}{(ids.Length > 50 ? ", ..." : "")}."),
    };

    /// <summary>Id of the element that a code is about.</summary>
    public static string IdOf(string code, Network network, int element) => element < 0 ? "-"
        : IsAboutNode(code) ? network.Nodes[element].Id : network.Links[element].Id;

    public static Diagnostic Describe(string code, Network network, int element, long first, int count, double worst)
    {
        var when = string.Create(
            CultureInfo.InvariantCulture,
            $"from {first / 3600}:{first / 60 % 60:00}:{first % 60:00} h, in {count} step{(count == 1 ? "" : "s")}");
        var units = FileUnits.Of(network.Options);
        var (message, remedy) = code switch
        {
            Unbalanced => (
                Text($"the solution did not converge, {when}; flows still changed by {worst:G3} of their sum."),
                "See steps.csv for the worst node and link; raise TRIALS, or look for valves that contradict each other."),
            Singular => (
                Text($"the equations have no solution there, {when}."),
                "Look for a node that only closed links join to a source."),
            NegativePressure => (
                Text($"negative pressure, {when}, down to {worst:0.#} m."),
                network.Options.DemandModel == DemandModel.PressureDriven
                    ? "It gets no water then: mend the supply."
                    : "Its demand is still met in the computation: use the pressure-driven demand model, or mend the supply."),
            PumpCannotLift => (
                Text($"the pump cannot lift so high and stands still, {when}; it would need {worst:0.#} m."),
                "Choose a pump of higher shutoff head, or lower the head it works against."),
            PumpBeyondCurve => (
                Text($"the pump works beyond the largest flow of its curve, {when}, at up to {units.FromSI(Quantity.Flow, worst):0.##} {units.Flow.Symbol()}."),
                "Extend the curve by the maker's data, or throttle the pump."),
            Restless => (
                Text($"its status keeps changing and the solution cannot settle, {when}."),
                "Its setting contradicts a neighbour's: fix one of the two open or closed, or change a setting."),
            CutOff => (
                Text($"only closed links join it to a source, {when}: it is not supplied and has no pressure{(worst > 0 ? Text($"; it asks for up to {units.FromSI(Quantity.Flow, worst):0.###} {units.Flow.Symbol()}") : "")}."),
                "Open a link to it, or take its demand elsewhere."),
            ValveCannotHold => (
                Text($"the valve cannot hold its setting and stands open, {when}."),
                "Check its setting against the heads or flows around it."),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown code."),
        };
        return new Diagnostic
        {
            Code = code,
            Severity = DiagnosticSeverity.Warning,
            Element = ElementName(code, network, element),
            Message = message,
            Remedy = remedy,
        };
    }

    private static string? ElementName(string code, Network network, int element)
    {
        if (element < 0)
        {
            return null;
        }

        return IsAboutNode(code) ? $"junction {network.Nodes[element].Id}" : network.Links[element] switch
        {
            Pump p => $"pump {p.Id}",
            Valve v => $"valve {v.Id}",
            var l => $"pipe {l.Id}",
        };
    }

    public static bool IsAboutNode(string code) => code is Singular or NegativePressure or CutOff or UnsuppliedNode;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
