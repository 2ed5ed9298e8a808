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

    /// <summary>Sets the heads of everything inside chains and trees.</summary>
    public void RecoverHeads(LaneStates states)
    {
        coefficients.EvaluatePipes(states);
        Array.Clear(_largest);
        Array.Fill(_worst, -1);
        HeadsInChains(states);
        HeadsInTrees(states);
    }

    /// <summary>Sets the flows of everything inside chains and trees.</summary>
    public void RecoverFlows(LaneStates states)
    {
        var pipes = arrays.Pipes;
        var flow = new LaneView<T>(states.Flow);
        var offset = new LaneView<T>(states.Offset);
        for (var c = 0; c < pipes.LongChainCount; c++)
        {
            for (var n = 0; n < (int)pipes.ChainLength[c]; n++)
            {
                var place = pipes.PlaceOf(c, n);
                if (n != pipes.ChainLead[c])
                {
                    flow[pipes.Link[place]] = (flow[c] + offset[place]) * T.Of(pipes.Sign[place]);
                }
            }
        }

        for (var t = 0; t < pipes.TreeCount; t++)
        {
            var place = pipes.TreePlace(t);
            flow[pipes.Link[place]] = offset[place] * T.Of(pipes.Sign[place]);
        }
    }

    /// <summary>
    /// Largest difference at a plain pipe between head difference and law, m, and its link, -1 where there is none; of the
    /// last <see cref="RecoverHeads"/>.
    /// </summary>
    public (double Residual, int Link) EnergyResidual(int lane) =>
        (_largest[lane], _worst[lane] < 0 ? -1 : arrays.Pipes.Link[_worst[lane]]);

    private void HeadsInChains(LaneStates states)
    {
        var pipes = arrays.Pipes;
        var head = new LaneView<T>(states.Head);
        var froms = new IndexView(arrays.EdgeFrom);
        var tos = new IndexView(arrays.EdgeTo);
        var losses = new LaneView<T>(coefficients.Loss);
        var slopes = new LaneView<T>(coefficients.Slope);
        var conductances = new LaneView<T>(coefficients.Conductance);
        var lossFlows = new LaneView<T>(coefficients.LossFlow);
        var nodesBehind = new IndexView(pipes.NodeBehind);
        var worst = T.Of(0);
        for (var c = 0; c < arrays.FirstSwitchable; c++)
        {
            var here = head[froms[c]];

            // e / sum of g, where sum of h / sum of g is at hand.
            var perSlope = (conductances[c] * (here - head[tos[c]])) - lossFlows[c];
            if (progress.HasUnsupplied)
            {
                perSlope *= T.Load(in progress.Supplied[c * T.Count]);
            }

            var place = pipes.PlaceOf(c, 0);
            for (var behind = nodesBehind[place]; ; behind = nodesBehind[place])
            {
                var share = perSlope * slopes[place];
                var size = T.Abs(share);
                if (T.AnyLess(worst, size))
                {
                    worst = NoteWorst(size, place);
                }

                if (behind < 0)
                {
                    break;
                }

                here -= losses[place] + share;
                head[behind] = here;
                place += PipeTable.Lanes;
            }
        }
    }

    private void HeadsInTrees(LaneStates states)
    {
        var pipes = arrays.Pipes;
        var head = new LaneView<T>(states.Head);
        var losses = new LaneView<T>(coefficients.Loss);
        var parents = new IndexView(pipes.TreeParent);
        var (place, node) = (pipes.TreePlace(0), arrays.TreeNodeStart);
        for (var t = 0; t < pipes.TreeCount; t++)
        {
            head[node + t] = head[parents[t]] - losses[place + t];
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
