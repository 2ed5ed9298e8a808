namespace WaterSim.Hydraulics;

/// <summary>
/// Keeps the first iterations of a solve within what a pipe can carry. Newton's step from a flow near zero, where the law is flat,
/// overshoots a thousandfold, and each further iteration takes back no more than half of it. The mass balance, being
/// linear, is restored by the next step; late iterations are free, so that no solution is out of reach.
/// Deviation from EPANET: it has no such bounds. Test: A_pipe_may_still_run_faster_than_that.
/// </summary>
internal sealed class FlowBounds
{
    // m/s; pipes are designed for 1 to 2.
    private const double Velocity = 5;

    // Iterations that are bounded.
    private const int Bounded = 15;

    private readonly double[] _most;
    private readonly double _least = double.PositiveInfinity;

    /// <summary>The bounds of a network's edges.</summary>
    public FlowBounds(NetworkArrays arrays)
    {
        _most = new double[arrays.EdgeCount];
        for (var k = 0; k < _most.Length; k++)
        {
            var diameter = arrays.Diameter[k] > 0 ? arrays.Diameter[k] : double.PositiveInfinity;
            for (var n = 0; k < arrays.Pipes.LongChainCount && n < (int)arrays.Pipes.ChainLength[k]; n++)
            {
                diameter = Math.Min(diameter, arrays.Diameter[arrays.Pipes.Link[arrays.Pipes.PlaceOf(k, n)]]);
            }

            _most[k] = Velocity * Math.PI * diameter * diameter / 4;
            _least = Math.Min(_least, _most[k]);
        }
    }

    /// <summary>Keeps a state's flows within bounds.</summary>
    /// <param name="state">The state.</param>
    /// <param name="iteration">How many iterations came before.</param>
    /// <param name="largest">Largest flow, m3/s.</param>
    public void Keep(HydraulicState state, int iteration, double largest)
    {
        if (iteration >= Bounded || largest <= _least)
        {
            return;
        }

        for (var k = 0; k < _most.Length; k++)
        {
            state.Flow[k] = Math.Clamp(state.Flow[k], -_most[k], _most[k]);
        }
    }
}
