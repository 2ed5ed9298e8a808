using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Quality.Laws;

namespace WaterSim.IO.Epanet;

/// <summary>
/// Reaction rates of links as EPANET's results hold them: without sign, the water's and the wall's together. They follow from a
/// link's mean concentration, which is exact where the rate is proportional to it.
/// </summary>
internal sealed class EpanetReactions(Network network)
{
    private readonly BulkReaction _law = new(network.Reactions.BulkOrder, network.Reactions.LimitingPotential);

    /// <summary>Rate of a link, g/m3/s.</summary>
    /// <param name="link">Position of the link.</param>
    /// <param name="flow">Its flow, m3/s.</param>
    /// <param name="mean">Its mean concentration, g/m3.</param>
    public double RateOf(int link, double flow, double mean)
    {
        if (network.Links[link] is not Pipe pipe)
        {
            return 0;
        }

        var bulk = _law.Rate(pipe.BulkCoefficient ?? network.Reactions.BulkCoefficient, mean);
        var coefficient = PipeReactions.WallOf(pipe, network);
        if (coefficient == 0)
        {
            return Math.Abs(bulk);
        }

        var transfer = MassTransfer.Coefficient(
            flow, pipe.Diameter, pipe.Length, network.Quality.Diffusivity, network.Options.Viscosity);
        var wall = network.Reactions.WallOrder == 1
            ? WallReaction.FirstOrder(coefficient, transfer, pipe.Diameter) * mean
            : WallReaction.ZeroOrder(coefficient, transfer, pipe.Diameter, mean);
        return Math.Abs(bulk + wall);
    }
}
