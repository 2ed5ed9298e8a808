using System.Globalization;

namespace WaterSim.Model;

/// <summary>What the checks share: the network, its links' end nodes, and the findings so far.</summary>
internal sealed class ValidationContext
{
    public ValidationContext(Network network) =>
        (Network, From, To) = (network, network.Ends.From, network.Ends.To);

    public Network Network { get; }

    /// <summary>Per link, the position of its start node; -1: none of that id.</summary>
    public int[] From { get; }

    /// <summary>Per link, the position of its end node; -1: none of that id.</summary>
    public int[] To { get; }

    public List<ValidationFinding> Findings { get; } = [];

    public static string Name(Node node) => node switch
    {
        Junction => "junction ",
        Reservoir => "reservoir ",
        Tank => "tank ",
        _ => "node ",
    } + node.Id;

    public static string Name(Link link) => link switch
    {
        Pipe => "pipe ",
        Pump => "pump ",
        Valve => "valve ",
        _ => "link ",
    } + link.Id;

    public static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public void Node(int index, string code, string message, string remedy) =>
        Add(DiagnosticSeverity.Error, code, ElementKind.Node, index, Name(Network.Nodes[index]), message, remedy);

    public void Link(int index, string code, string message, string remedy) =>
        Add(DiagnosticSeverity.Error, code, ElementKind.Link, index, Name(Network.Links[index]), message, remedy);

    public void Add(
        DiagnosticSeverity severity,
        string code,
        ElementKind kind,
        int index,
        string? element,
        string message,
        string? remedy) =>
        Findings.Add(new ValidationFinding(
            new Diagnostic
            {
                Code = code,
                Severity = severity,
                Element = element,
                Message = message,
                Remedy = remedy,
            },
            kind,
            index));
}
