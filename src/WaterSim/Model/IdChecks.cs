using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>Ids are present, writable and unique; nodes stand in order; links name nodes that exist.</summary>
internal static class IdChecks
{
    public const string IdRemedy =
        "An id is not empty, opens with no bracket or quote, and holds no semicolon or control character.";

    public static void Run(ValidationContext context)
    {
        var network = context.Network;
        Unique(context, ElementKind.Node, network.Nodes, network.NodeIndex, static n => n.Id, "node");
        Unique(context, ElementKind.Link, network.Links, network.LinkIndex, static l => l.Id, "link");
        Unique(context, ElementKind.Pattern, network.Patterns, network.PatternIndex, static p => p.Id, "pattern");
        Unique(context, ElementKind.Curve, network.Curves, network.CurveIndex, static c => c.Id, "curve");
        for (var i = 1; i < network.Nodes.Length; i++)
        {
            if (network.Nodes[i] is Junction && network.Nodes[i - 1] is not Junction)
            {
                context.Node(
                    i, NetworkCodes.NodeOrder, $"it stands after {ValidationContext.Name(network.Nodes[i - 1])}",
                    "List all junctions before reservoirs and tanks.");
            }
        }

        for (var i = 0; i < network.Links.Length; i++)
        {
            End(context, i, context.From[i], network.Links[i].FromNode);
            End(context, i, context.To[i], network.Links[i].ToNode);
            if (context.From[i] == context.To[i] && context.From[i] >= 0)
            {
                context.Link(
                    i, NetworkCodes.LoopLink, $"it joins node '{network.Links[i].FromNode}' with itself",
                    "Give two different end nodes.");
            }
        }
    }

    private static void End(ValidationContext context, int link, int node, string id)
    {
        if (node < 0)
        {
            context.Link(
                link, NetworkCodes.UndefinedEndNode, $"node '{id}' is not defined", "Add the node, or correct the id.");
        }
    }

    private static void Unique<T>(
        ValidationContext context, ElementKind kind, ImmutableArray<T> items, IdIndex<T> index, Func<T, string> idOf, string word)
    {
        // Where no id stands twice, as in nearly every network, nothing need be remembered.
        var seen = index.HasRepeated ? new HashSet<string>(items.Length, StringComparer.Ordinal) : null;
        for (var i = 0; i < items.Length; i++)
        {
            var id = idOf(items[i]);
            if (!IdRules.IsWritable(id))
            {
                context.Add(
                    DiagnosticSeverity.Error, NetworkCodes.InvalidId, kind, i, $"{word} {i + 1}",
                    $"'{id}' cannot be an id",
                    IdRemedy);
            }
            else if (seen?.Add(id) == false)
            {
                context.Add(
                    DiagnosticSeverity.Error, NetworkCodes.DuplicateId, kind, i, $"{word} {id}",
                    "the id is already taken", "Rename or remove one of them.");
            }
        }
    }
}
