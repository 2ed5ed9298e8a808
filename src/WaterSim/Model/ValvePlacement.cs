namespace WaterSim.Model;

/// <summary>
/// Where valves may stand. Facts: EPANET 2.2 manual, valves. A PRV, PSV or FCV cannot join a reservoir or tank. Two
/// PRVs should not share their downstream node or stand in series; nor two PSVs their upstream node; nor should a PSV
/// draw from the downstream node of a PRV or FCV.
/// </summary>
/// <remarks>EPANET 2.3.5 refuses the first and reads files with the others, so those are warnings.</remarks>
internal static class ValvePlacement
{
    public static void Run(ValidationContext context)
    {
        var network = context.Network;
        var startsPsv = new Dictionary<int, int>();
        var endsPrv = new Dictionary<int, int>();
        var endsFcv = new Dictionary<int, int>();
        for (var i = 0; i < network.Links.Length; i++)
        {
            if (network.Links[i] is not Valve valve || context.From[i] < 0 || context.To[i] < 0)
            {
                continue;
            }

            switch (valve.Kind)
            {
                case ValveKind.PressureReducing:
                    AtSource(context, i);
                    Clash(context, i, endsPrv, context.To[i], "shares its downstream node with");
                    endsPrv.TryAdd(context.To[i], i);
                    break;
                case ValveKind.PressureSustaining:
                    AtSource(context, i);
                    Clash(context, i, startsPsv, context.From[i], "shares its upstream node with");
                    startsPsv.TryAdd(context.From[i], i);
                    break;
                case ValveKind.FlowControl:
                    AtSource(context, i);
                    endsFcv.TryAdd(context.To[i], i);
                    break;
            }
        }

        for (var i = 0; i < network.Links.Length; i++)
        {
            switch (network.Links[i])
            {
                case Valve { Kind: ValveKind.PressureReducing }:
                    Clash(context, i, endsPrv, context.From[i], "stands in series with");
                    break;
                case Valve { Kind: ValveKind.PressureSustaining }:
                    Clash(context, i, startsPsv, context.To[i], "stands in series with");
                    Clash(context, i, endsPrv, context.From[i], "draws from the downstream node of");
                    Clash(context, i, endsFcv, context.From[i], "draws from the downstream node of");
                    break;
            }
        }
    }

    private static void AtSource(ValidationContext context, int i)
    {
        foreach (var node in (ReadOnlySpan<int>)[context.From[i], context.To[i]])
        {
            if (context.Network.Nodes[node] is not Junction)
            {
                context.Link(
                    i, NetworkCodes.ValveAtSource,
                    $"a PRV, PSV or FCV cannot join {ValidationContext.Name(context.Network.Nodes[node])}",
                    "Put a short pipe between them.");
            }
        }
    }

    private static void Clash(ValidationContext context, int i, Dictionary<int, int> valves, int node, string how)
    {
        if (node >= 0 && valves.TryGetValue(node, out var other) && other != i)
        {
            context.Add(
                DiagnosticSeverity.Warning, NetworkCodes.ValveConflict, ElementKind.Link, i,
                ValidationContext.Name(context.Network.Links[i]),
                $"it {how} {ValidationContext.Name(context.Network.Links[other])} (node '{context.Network.Nodes[node].Id}')",
                "Put a short pipe between them, or remove one.");
        }
    }
}
