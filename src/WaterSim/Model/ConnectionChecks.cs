namespace WaterSim.Model;

/// <summary>Every node can be reached from a reservoir or tank.</summary>
/// <remarks>
/// EPANET refuses a junction without links (its error 233) and only warns, while it runs, of nodes that nothing
/// supplies; here the same, and each is named.
/// </remarks>
internal static class ConnectionChecks
{
    public static void Run(ValidationContext context)
    {
        var nodes = context.Network.Nodes;
        if (nodes.Length < 2)
        {
            Whole(context, NetworkCodes.TooFewNodes, $"it has {(nodes.Length == 0 ? "no node" : "one node")} only",
                "A network has at least a junction and a reservoir or tank.");
        }

        if (nodes.All(n => n is Junction))
        {
            Whole(context, NetworkCodes.NoSource, "it has no reservoir or tank", "Add one.");
        }

        var parent = new int[nodes.Length];
        var hasLink = new bool[nodes.Length];
        for (var i = 0; i < parent.Length; i++)
        {
            parent[i] = i;
        }

        for (var i = 0; i < context.From.Length; i++)
        {
            var (from, to) = (context.From[i], context.To[i]);
            if (from >= 0)
            {
                hasLink[from] = true;
            }

            if (to >= 0)
            {
                hasLink[to] = true;
            }

            if (from >= 0 && to >= 0)
            {
                parent[Root(parent, from)] = Root(parent, to);
            }
        }

        Isolated(context, hasLink);
        Unreached(context, parent, hasLink);
    }

    private static void Isolated(ValidationContext context, bool[] hasLink)
    {
        var nodes = context.Network.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (hasLink[i])
            {
                continue;
            }

            if (nodes[i] is Junction)
            {
                context.Node(
                    i, NetworkCodes.UnconnectedJunction, "it joins no link", "Connect it with a pipe, or remove it.");
            }
            else
            {
                context.Add(
                    DiagnosticSeverity.Warning, NetworkCodes.UnconnectedSource, ElementKind.Node, i,
                    ValidationContext.Name(nodes[i]), "it joins no link and supplies nothing",
                    "Connect it with a pipe, or remove it.");
            }
        }
    }

    private static void Unreached(ValidationContext context, int[] parent, bool[] hasLink)
    {
        var nodes = context.Network.Nodes;
        var hasSource = new bool[nodes.Length];
        var anySource = false;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is not Junction)
            {
                hasSource[Root(parent, i)] = true;
                anySource = true;
            }
        }

        if (!anySource)
        {
            return;
        }

        var groups = new SortedDictionary<int, List<int>>();
        var groupOf = new Dictionary<int, int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            var root = Root(parent, i);
            if (hasLink[i] && !hasSource[root])
            {
                if (!groupOf.TryGetValue(root, out var first))
                {
                    groupOf[root] = first = i;
                    groups[first] = [];
                }

                groups[first].Add(i);
            }
        }

        foreach (var (first, members) in groups)
        {
            context.Add(
                DiagnosticSeverity.Warning, NetworkCodes.UnreachedNodes, ElementKind.Node, first,
                ValidationContext.Name(nodes[first]),
                $"no reservoir or tank reaches {(members.Count == 1 ? "it" : $"these {members.Count} nodes")}: " +
                string.Join(", ", members.Select(m => nodes[m].Id)),
                "Connect them to a source.");
        }
    }

    private static void Whole(ValidationContext context, string code, string message, string remedy) =>
        context.Add(DiagnosticSeverity.Error, code, ElementKind.Network, 0, "network", message, remedy);

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }
}
