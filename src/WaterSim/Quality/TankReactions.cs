using WaterSim.Quality.Laws;

namespace WaterSim.Quality;

/// <summary>How a chemical reacts in each tank.</summary>
internal sealed class TankReactions
{
    private readonly BulkReaction _law;
    private readonly double[] _coefficients;

    public TankReactions(QualityNetwork network)
    {
        var options = network.Arrays.Network.Reactions;
        _law = new BulkReaction(options.TankOrder, options.LimitingPotential);
        _coefficients = Array.ConvertAll(
            network.TankNodes, i => network.TankAt(i).BulkCoefficient ?? options.BulkCoefficient);
        Any = Array.Exists(_coefficients, k => k != 0);
    }

    /// <summary>Whether anything reacts.</summary>
    public bool Any { get; }

    /// <summary>The reaction of a tank over a time, s.</summary>
    public TankReaction Over(int tank, double dt) => new(_law, _coefficients[tank], dt);
}
