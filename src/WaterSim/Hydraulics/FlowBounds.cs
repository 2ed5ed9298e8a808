using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// Keeps the first iterations of a solve within what flows can grow to. Newton's step from a flow near zero, where the law is flat,
/// overshoots a thousandfold, and each further iteration takes back no more than half of it. So a flow may double at each
/// iteration, no more; from below half a metre a second it may rise to that, and a pump's to its design flow. The mass balance,
/// being linear, is restored by the next step; late iterations are free, so that no solution is out of reach.
/// Deviation from EPANET: it has no such bounds. Test: A_pipe_may_still_run_faster_than_that.
/// </summary>
internal sealed class FlowBounds
{
    // m/s; pipes are designed for 1 to 2.
    private const double Velocity = 0.5;

    // How many times the flow before.
    private const double Growth = 2;

    // Iterations that are bounded.
    private const int Bounded = 15;

    private readonly double[] _free;
    private readonly double[] _before;

    /// <summary>The bounds of a network's edges.</summary>
    /// <param name="arrays">The network.</param>
    /// <param name="lanes">How many scenarios are solved side by side.</param>
    public FlowBounds(NetworkArrays arrays, int lanes = 1)
    {
        _before = LaneMemory.Zeros(arrays.EdgeCount, lanes);
        _free = new double[arrays.EdgeCount];
        for (var k = 0; k < _free.Length; k++)
        {
            var diameter = arrays.Diameter[k] > 0 ? arrays.Diameter[k] : double.PositiveInfinity;
            for (var n = 0; k < arrays.Pipes.LongChainCount && n < (int)arrays.Pipes.ChainLength[k]; n++)
            {
                diameter = Math.Min(diameter, arrays.Diameter[arrays.Pipes.Link[arrays.Pipes.PlaceOf(k, n)]]);
            }

            _free[k] = arrays.PumpCurves[k] is { DesignFlow: > 0 } pump
                ? pump.DesignFlow
                : Velocity * Math.PI * diameter * diameter / 4;
        }
    }

    /// <summary>Takes down the flows before an iteration's are taken over.</summary>
    public void Note(LaneStates states) => states.Flow.AsSpan(0, _before.Length).CopyTo(_before);

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
            var isBounded = progress.IsRunning(lane) && progress.Iteration[lane] < Bounded;
            bounded[lane] = isBounded ? 1 : 0;
            any |= isBounded;
        }

        if (!any)
        {
            return;
        }

        var flows = new LaneView<T>(states.Flow);
        var before = new LaneView<T>(_before);
        var free = new LaneView<Lanes1>(_free);
        var k = 0;
        for (; T.Count == 1 && k + Lanes8.Count <= _free.Length; k += Lanes8.Count)
        {
            flows.SetRow(k, Within(flows.Row<Lanes8>(k), before.Row<Lanes8>(k), free.Row<Lanes8>(k)));
        }

        var mask = T.Less(T.Of(0), T.Load(in bounded[0]));
        for (; k < _free.Length; k++)
        {
            flows[k] = T.Select(mask, Within(flows[k], before[k], T.Of(free[k].Value)), flows[k]);
        }
    }

    private static TMany Within<TMany>(TMany q, TMany before, TMany free)
        where TMany : struct, ILanes<TMany>
    {
        var most = TMany.Max(TMany.Abs(before) * TMany.Of(Growth), free);
        return TMany.Max(TMany.Of(0) - most, TMany.Min(q, most));
    }
}
