using WaterSim.Model;

namespace WaterSim.Planning.County;

/// <summary>Puts a county's chlorine into its network.</summary>
internal static class ChlorineNetwork
{
    // g/m3: a fiftieth of what must be left at a tap. EPANET's 0.01 would blur it: in Jiahe it moved lowest values by up to
    // 0.019, this by 0.004, of steps of 5 min against 1 min and no tolerance.
    private const double Tolerance = 0.001;

    public static Network Of(CountySystem system, ChlorineScheme scheme, Network network)
    {
        var sources = Sources(system, scheme, network);
        return network with
        {
            Nodes = [.. network.Nodes.Select(n => n with
            {
                InitialQuality = n is Reservoir ? 0 : scheme.InitialConcentration,
                Source = sources.GetValueOrDefault(n.Id),
            })],
            Links = [.. network.Links.Select(l => l is Pipe p
                ? p with { BulkCoefficient = null, WallCoefficient = scheme.WallCoefficient(p.Diameter) } : l)],
            Quality = network.Quality with
            {
                Mode = QualityMode.Chemical,
                Chemical = "Chlorine",
                ChemicalUnits = "mg/L",
                Tolerance = Tolerance,
                TraceNodeId = null,
            },
            Reactions = new ReactionOptions { BulkCoefficient = scheme.BulkCoefficient },
            Times = network.Times with { QualityStep = scheme.Step },
        };
    }

    /// <summary>Who doses at which node of the network: its id, the dose, and what doses, for messages.</summary>
    public static IEnumerable<(string Node, QualitySource Source, ReferenceKind Kind, string By)> Doses(
        CountySystem system, ChlorineScheme scheme, Network network)
    {
        foreach (var dose in scheme.Plants)
        {
            if (system.Plants.FirstOrDefault(p => p.Id == dose.Plant) is { } plant)
            {
                yield return (plant.Node, new(QualitySourceKind.SetPoint, dose.Concentration), ReferenceKind.Plant, dose.Plant);
            }
        }

        foreach (var dose in scheme.Tanks.Where(d => system.Tanks.Any(t => t.Id == d.Id)))
        {
            yield return (dose.Id, Below(dose), ReferenceKind.ElevatedTank, dose.Id);
        }

        foreach (var dose in scheme.Boosters)
        {
            if (system.Boosters.FirstOrDefault(b => b.Id == dose.Id) is { } station)
            {
                // Pumps side by side lead to one node.
                foreach (var node in station.Duty.Concat(station.Standby)
                    .Select(p => network.FindLink(p)?.ToNode).OfType<string>().Distinct())
                {
                    yield return (node, Below(dose), ReferenceKind.Booster, dose.Id);
                }
            }
        }
    }

    private static Dictionary<string, QualitySource> Sources(CountySystem system, ChlorineScheme scheme, Network network)
    {
        var sources = new Dictionary<string, QualitySource>(StringComparer.Ordinal);
        foreach (var (node, source, _, _) in Doses(system, scheme, network))
        {
            if (network.IndexOfNode(node) < 0 || !sources.TryAdd(node, source))
            {
                throw new ArgumentException(
                    $"Node '{node}', at which the county system doses, is not in the network or dosed twice. "
                    + "Use the network that was read with the system.", nameof(network));
            }
        }

        return sources;
    }

    private static QualitySource Below(Redosing dose) =>
        new(QualitySourceKind.SetPoint, dose.Concentration) { Below = dose.Below };
}
