using WaterSim.Numerics;

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

    /// <summary>Keeps the flows of those scenarios within bounds that are in their first iterations.</summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="progress">Where they stand.</param>
    public void Keep<T>(LaneStates states, LaneProgress<T> progress)
        where T : struct, ILanes<T>
    {
        Span<double> bounded = stackalloc double[T.Count];
        var any = false;
        for (var lane = 0; lane < T.Count; lane++)
        {
            var isBounded = progress.IsRunning(lane) && progress.Iteration[lane] < Bounded
                && progress.LargestFlow(lane) > _least;
            bounded[lane] = isBounded ? 1 : 0;
            any |= isBounded;
        }

        if (!any)
        {
            return;
        }

        var flows = new LaneView<T>(states.Flow);
        var bounds = new LaneView<Lanes1>(_most);
        var k = 0;
        for (; T.Count == 1 && k + Lanes8.Count <= _most.Length; k += Lanes8.Count)
        {
            flows.SetRow(k, Within(flows.Row<Lanes8>(k), bounds.Row<Lanes8>(k)));
        }

        var mask = T.Less(T.Of(0), T.Load(in bounded[0]));
        for (; k < _most.Length; k++)
        {
            flows[k] = T.Select(mask, Within(flows[k], T.Of(bounds[k].Value)), flows[k]);
        }
    }

    private static TMany Within<TMany>(TMany q, TMany most)
        where TMany : struct, ILanes<TMany> => TMany.Max(TMany.Of(0) - most, TMany.Min(q, most));
}
