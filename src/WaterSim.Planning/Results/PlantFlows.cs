using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>Flows into and out of plants, signed by which end of each link is the clear well.</summary>
public static class PlantFlows
{
    /// <summary>A plant's output, m3/s, one value per reported time, positive leaving the clear well.</summary>
    /// <param name="results">The run.</param>
    /// <param name="plant">The plant.</param>
    /// <exception cref="ArgumentException">An outlet is no link of the network or does not join the clear well.</exception>
    public static double[] Output(SimulationResults results, TreatmentPlant plant)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(plant);
        var outlets = Outlets(results.Network, plant);
        var made = new double[results.Times.Length];
        for (var k = 0; k < made.Length; k++)
        {
            made[k] = Sum(results.Flows(k), outlets);
        }

        return made;
    }

    internal static (int Link, int Sign)[] Outlets(Network network, TreatmentPlant plant) =>
        [.. plant.Outlets.Select(id => Outlet(network, plant, id))];

    /// <summary>Intake links, positive out of a reservoir or into the clear well, else from start to end.</summary>
    internal static (int Link, int Sign)[] Intake(Network network, TreatmentPlant plant) =>
        [.. plant.Intake.Select(id => IntakeLink(network, plant, id))];

    internal static double Sum(ReadOnlySpan<double> flows, ReadOnlySpan<(int Link, int Sign)> links)
    {
        double sum = 0;
        foreach (var (link, sign) in links)
        {
            sum += sign * flows[link];
        }

        return sum;
    }

    private static (int Link, int Sign) Outlet(Network network, TreatmentPlant plant, string id)
    {
        var index = network.IndexOfLink(id);
        if (index >= 0 && network.Links[index].FromNode == plant.ClearWell)
        {
            return (index, 1);
        }

        return index >= 0 && network.Links[index].ToNode == plant.ClearWell
            ? (index, -1)
            : throw CallerMistake.SystemDoesNotFit($"Outlet '{id}' of plant {plant.Id} is no link that joins its clear well.");
    }

    private static (int Link, int Sign) IntakeLink(Network network, TreatmentPlant plant, string id)
    {
        var index = network.IndexOfLink(id);
        if (index < 0)
        {
            throw CallerMistake.SystemDoesNotFit($"Intake '{id}' of plant {plant.Id} is no link of the network.");
        }

        var link = network.Links[index];
        var isDrawnAgainst = network.FindNode(link.ToNode) is Reservoir || link.FromNode == plant.ClearWell;
        return (index, isDrawnAgainst ? -1 : 1);
    }
}
