namespace WaterSim.Model;

/// <summary>Ids are present, writable and unique; nodes stand in order; links name nodes that exist.</summary>
internal static class IdChecks
{
    public const string IdRemedy =
        "An id is not empty, opens with no bracket or quote, and holds no semicolon or control character.";

    public static void Run(ValidationContext context)
    {
        var network = context.Network;
        Unique(context, ElementKind.Node, network.Nodes.Length, i => network.Nodes[i].Id, "node");
        Unique(context, ElementKind.Link, network.Links.Length, i => network.Links[i].Id, "link");
        Unique(context, ElementKind.Pattern, network.Patterns.Length, i => network.Patterns[i].Id, "pattern");
        Unique(context, ElementKind.Curve, network.Curves.Length, i => network.Curves[i].Id, "curve");
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

    private static void Unique(
        ValidationContext context, ElementKind kind, int count, Func<int, string> idOf, string word)
    {
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var id = idOf(i);
            if (!IdRules.IsWritable(id))
            {
                context.Add(
                    DiagnosticSeverity.Error, NetworkCodes.InvalidId, kind, i, $"{word} {i + 1}",
                    $"'{id}' cannot be an id",
                    IdRemedy);
            }
            else if (!seen.Add(id))
            {
                context.Add(
                    DiagnosticSeverity.Error, NetworkCodes.DuplicateId, kind, i, $"{word} {id}",
                    "the id is already taken", "Rename or remove one of them.");
            }
        }
    }
}
