using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// Says which junctions and pipes <see cref="NetworkReduction"/> may take out of the equations: pipes that stay open
/// whatever happens, and junctions whose demand is given and whose head nobody asks for while a step is being solved.
/// </summary>
internal static class Reducible
{
    /// <summary>Marks them; one per node and per link of the model.</summary>
    public static void Find(
        Network network, (int From, int To)[] ends, CompileOptions options, bool[] mayNode, bool[] mayLink)
    {
        var pressureDriven = network.Options.DemandModel == DemandModel.PressureDriven;
        for (var i = 0; i < mayNode.Length; i++)
        {
            mayNode[i] = network.Nodes[i] is Junction { EmitterCoefficient: <= 0 } junction
                && !(pressureDriven && (options.DrawingNodes.Contains(i) || Draws(junction)));
        }

        for (var k = 0; k < mayLink.Length; k++)
        {
            mayLink[k] = StaysOpen(network.Links[k]) && !options.ChangingLinks.Contains(k);
            if (network.Links[k] is Pipe pipe && (pipe.LeakArea > 0 || pipe.LeakExpansion > 0))
            {
                mayNode[ends[k].From] = false;
                mayNode[ends[k].To] = false;
            }
        }

        foreach (var control in network.Controls)
        {
            Keep(network.IndexOfLink(control.LinkId), mayLink);
            Keep(control.Condition is LevelCondition level ? network.IndexOfNode(level.NodeId) : -1, mayNode);
        }

        foreach (var rule in network.Rules)
        {
            foreach (var action in rule.Then.Concat(rule.Else))
            {
                Keep(network.IndexOfLink(action.LinkId), mayLink);
            }

            foreach (var id in rule.Premises.Select(p => p.ObjectId).OfType<string>())
            {
                Keep(network.IndexOfLink(id), mayLink);
                Keep(network.IndexOfNode(id), mayNode);
            }
        }
    }

    // A pipe that is open and has nothing that could close it but a control.
    private static bool StaysOpen(Link link) => link is Pipe { HasCheckValve: false, InitialStatus: LinkStatus.Open };

    private static bool Draws(Junction junction)
    {
        foreach (var demand in junction.Demands)
        {
            if (demand.Base != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Keep(int element, bool[] may)
    {
        if (element >= 0)
        {
            may[element] = false;
        }
    }
}
