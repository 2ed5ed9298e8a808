using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>The county's elements by their positions in the network.</summary>
internal sealed class SupplyIds
{
    public required int[] Sources { get; init; }

    public required int[] ClearWells { get; init; }

    public required int[][] Intakes { get; init; }

    public required int[] Interconnections { get; init; }

    public required int[][] Communities { get; init; }

    /// <summary>Finds them all, or reports what the network has not and gives null.</summary>
    public static SupplyIds? Find(CountySystem system, Network network, SupplyFindings findings)
    {
        var ids = new SupplyIds
        {
            Sources = [.. system.Sources.Select(s => Node(s.Id, $"source {s.Id}"))],
            ClearWells = [.. system.Plants.Select(p => Node(p.ClearWell, $"plant {p.Id}"))],
            Intakes = [.. system.Plants.Select(p => p.Intake.Select(i => Link(i, $"plant {p.Id}")).ToArray())],
            Interconnections = [.. system.Interconnections.Select(x => Link(x.Link, $"interconnection {x.Id}"))],
            Communities = [.. system.Communities.Select(c => c.Nodes.Select(n => Node(n, $"community {c.Id}")).ToArray())],
        };
        return findings.HasErrors ? null : ids;

        int Node(string id, string element) => Found(network.IndexOfNode(id), "node", id, element);

        int Link(string id, string element) => Found(network.IndexOfLink(id), "link", id, element);

        int Found(int position, string kind, string id, string element)
        {
            if (position < 0)
            {
                findings.Error(
                    "WS4014", element, $"the network has no {kind} '{Printable.Text(id)}'",
                    "Correct the id (case matters) or add the element to the network.");
            }

            return position;
        }
    }
}
