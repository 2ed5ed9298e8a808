using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// Flows and heads inside chains and trees, from the heads of the core. What the last iteration left open between a chain's
/// head difference and its law, e, is shared out by the pipes' slopes, as the whole system of equations would have done:
/// <code>
/// e = H1 - H2 - sum of h_i,    head difference of pipe i = h_i + e g_i / sum of g_i
/// </code>
/// </summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class ChainRecovery<T>(
    NetworkArrays arrays, PipeCoefficients<T> coefficients, LaneProgress<T> progress)
    where T : struct, ILanes<T>
{
    private readonly double[] _largest = new double[T.Count];
    private readonly double[] _one = new double[T.Count];
    private readonly int[] _worst = new int[T.Count];

    /// <summary>Sets flows and heads of everything inside chains and trees.</summary>
    public void Recover(LaneStates states)
    {
        coefficients.EvaluatePipes(states);
        Array.Clear(_largest);
        Array.Fill(_worst, -1);
        RecoverChains(states);
        RecoverTrees(states);
    }

    /// <summary>
    /// Largest difference at a plain pipe between head difference and law, m, and its link, -1 where there is none; of the
    /// last <see cref="Recover"/>.
    /// </summary>
    public (double Residual, int Link) EnergyResidual(int lane) =>
        (_largest[lane], _worst[lane] < 0 ? -1 : arrays.Pipes.Link[_worst[lane]]);

    private void RecoverChains(LaneStates states)
    {
        var (head, flow, offset, pipes) = (states.Head, states.Flow, states.Offset, arrays.Pipes);
        var (losses, slopes) = (coefficients.Loss, coefficients.Slope);
        var worst = T.Of(0);
        for (var c = 0; c < arrays.FirstSwitchable; c++)
        {
            var first = pipes.PlaceOf(c, 0);
            var end = first + ((int)pipes.ChainLength[c] * PipeTable.Lanes);
            var q = T.Load(in flow[c * T.Count]);
            var start = T.Load(in head[arrays.EdgeFrom[c] * T.Count]);
            var open = start - T.Load(in head[arrays.EdgeTo[c] * T.Count]);
            var slope = T.Of(0);
            for (var place = first; place < end; place += PipeTable.Lanes)
            {
                open -= T.Load(in losses[place * T.Count]);
                slope += T.Load(in slopes[place * T.Count]);
            }

            var perSlope = open / slope;
            var here = start;
            for (var place = first; place < end; place += PipeTable.Lanes)
            {
                var share = perSlope * T.Load(in slopes[place * T.Count]);
                var size = T.Abs(share);
                if (progress.HasUnsupplied)
                {
                    size *= T.Load(in progress.Supplied[c * T.Count]);
                }

                if (T.AnyLess(worst, size))
                {
                    worst = NoteWorst(size, place);
                }

                if (pipes.NodeBehind[place] >= 0)
                {
                    here -= T.Load(in losses[place * T.Count]) + share;
                    T.Store(here, ref head[pipes.NodeBehind[place] * T.Count]);
                }

                if (pipes.Link[place] != c)
                {
                    var own = (q + T.Load(in offset[place * T.Count])) * T.Of(pipes.Sign[place]);
                    T.Store(own, ref flow[pipes.Link[place] * T.Count]);
                }
            }
        }
    }

    private void RecoverTrees(LaneStates states)
    {
        var (head, flow, offset, pipes) = (states.Head, states.Flow, states.Offset, arrays.Pipes);
        for (var t = 0; t < pipes.TreeCount; t++)
        {
            var place = pipes.TreePlace(t);
            var parent = T.Load(in head[pipes.TreeParent[t] * T.Count]);
            T.Store(parent - T.Load(in coefficients.Loss[place * T.Count]), ref head[(arrays.TreeNodeStart + t) * T.Count]);
            T.Store(
                T.Load(in offset[place * T.Count]) * T.Of(pipes.Sign[place]), ref flow[pipes.Link[place] * T.Count]);
        }
    }

    private T NoteWorst(T size, int place)
    {
        T.Store(size, ref _one[0]);
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (_one[lane] > _largest[lane])
            {
                (_largest[lane], _worst[lane]) = (_one[lane], place);
            }
        }

        return T.Load(in _largest[0]);
    }
}
