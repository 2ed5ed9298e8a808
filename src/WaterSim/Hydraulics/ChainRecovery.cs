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
        var pipes = arrays.Pipes;
        var head = new LaneView<T>(states.Head);
        var flow = new LaneView<T>(states.Flow);
        var offset = new LaneView<T>(states.Offset);
        var losses = new LaneView<T>(coefficients.Loss);
        var slopes = new LaneView<T>(coefficients.Slope);
        var links = new IndexView(pipes.Link);
        var nodesBehind = new IndexView(pipes.NodeBehind);
        var worst = T.Of(0);
        for (var c = 0; c < arrays.FirstSwitchable; c++)
        {
            var first = pipes.PlaceOf(c, 0);
            var end = first + ((int)pipes.ChainLength[c] * PipeTable.Lanes);
            var q = flow[c];
            var start = head[arrays.EdgeFrom[c]];
            var open = start - head[arrays.EdgeTo[c]];
            var slope = T.Of(0);
            for (var place = first; place < end; place += PipeTable.Lanes)
            {
                open -= losses[place];
                slope += slopes[place];
            }

            var perSlope = open / slope;
            var here = start;
            for (var place = first; place < end; place += PipeTable.Lanes)
            {
                var share = perSlope * slopes[place];
                var size = T.Abs(share);
                if (progress.HasUnsupplied)
                {
                    size *= T.Load(in progress.Supplied[c * T.Count]);
                }

                if (T.AnyLess(worst, size))
                {
                    worst = NoteWorst(size, place);
                }

                if (nodesBehind[place] >= 0)
                {
                    here -= losses[place] + share;
                    head[nodesBehind[place]] = here;
                }

                if (links[place] != c)
                {
                    flow[links[place]] = (q + offset[place]) * T.Of(pipes.Sign[place]);
                }
            }
        }
    }

    private void RecoverTrees(LaneStates states)
    {
        var pipes = arrays.Pipes;
        var head = new LaneView<T>(states.Head);
        var flow = new LaneView<T>(states.Flow);
        var offset = new LaneView<T>(states.Offset);
        var losses = new LaneView<T>(coefficients.Loss);
        for (var t = 0; t < pipes.TreeCount; t++)
        {
            var place = pipes.TreePlace(t);
            head[arrays.TreeNodeStart + t] = head[pipes.TreeParent[t]] - losses[place];
            flow[pipes.Link[place]] = offset[place] * T.Of(pipes.Sign[place]);
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
