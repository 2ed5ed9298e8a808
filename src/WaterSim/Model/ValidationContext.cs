using System.Globalization;

namespace WaterSim.Model;

/// <summary>What the checks share: the network, its links' end nodes, and the findings so far.</summary>
internal sealed class ValidationContext
{
    public ValidationContext(Network network)
    {
        Network = network;
        var nodes = new Dictionary<string, int>(network.Nodes.Length, StringComparer.Ordinal);
        for (var i = 0; i < network.Nodes.Length; i++)
        {
            nodes.TryAdd(network.Nodes[i].Id, i);
        }

        From = new int[network.Links.Length];
        To = new int[network.Links.Length];
        for (var i = 0; i < From.Length; i++)
        {
            From[i] = nodes.GetValueOrDefault(network.Links[i].FromNode, -1);
            To[i] = nodes.GetValueOrDefault(network.Links[i].ToNode, -1);
        }
    }

    public ValidationContext(Network network, int[] from, int[] to) => (Network, From, To) = (network, from, to);

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
