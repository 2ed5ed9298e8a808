using WaterSim.Hydraulics.Laws;
using WaterSim.Hydraulics.Linear;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// The links' part of the linear system. For each edge: its conductance p = 1/h'(q), and the flow q' that it would
/// carry if heads stayed (see <see cref="GradientSolver{T}"/>).
/// </summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class LinkCoefficients<T>(NetworkArrays arrays, CholeskySolver<T> matrix, int width)
    where T : struct, ILanes<T>
{
    private readonly double[] _flowAtHeads = LaneMemory.Zeros(arrays.EdgeCount + PipeTable.Lanes, T.Count);

    private readonly double[] _valveFlow = new double[arrays.PressureValves.Length * T.Count];

    /// <summary>The plain pipes.</summary>
    public PipeCoefficients<T> Pipes { get; } = new(arrays, width);

    /// <summary>
    /// Evaluates every link's law at its flow and adds the link to the matrix and the right side. A PRV or PSV that
    /// regulates has no law: it is assembled apart.
    /// </summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="isCarriedOver">True where the pipes' coefficients are at hand.</param>
    public void Assemble(LaneStates states, bool isCarriedOver)
    {
        if (!isCarriedOver)
        {
            Pipes.EvaluateChains(states);
        }

        for (var k = arrays.FirstSwitchable; k < arrays.EdgeCount; k++)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                EvaluateOne(states[lane], k, lane);
            }
        }

        var head = new LaneView<T>(states.Head);
        var flows = new LaneView<T>(states.Flow);
        var froms = new IndexView(arrays.EdgeFrom);
        var tos = new IndexView(arrays.EdgeTo);
        var entries = new IndexView(arrays.Entry);
        var rows = new LaneView<T>(matrix.Rows);
        var offDiagonal = new LaneView<T>(matrix.OffDiagonal);
        var conductances = new LaneView<T>(Pipes.Conductance);
        var lossFlows = new LaneView<T>(Pipes.LossFlow);
        var flowsAtHeads = new LaneView<T>(_flowAtHeads);
        var edges = arrays.EdgeCount;
        for (var k = 0; k < edges; k++)
        {
            var (from, to) = (froms[k], tos[k]);
            var p = conductances[k];
            var flow = T.MultiplyAdd(p, head[from] - head[to], flows[k] - lossFlows[k]);
            flowsAtHeads[k] = flow;
            CholeskySolver<T>.Add(rows, from, p, T.Of(0) - flow);
            CholeskySolver<T>.Add(rows, to, p, flow);
            var entry = entries[k];
            offDiagonal[entry] -= p;
        }
    }

    /// <summary>
    /// Adds the PRVs and PSVs that regulate. Each fixes the head at one end, by a diagonal so large that the change of
    /// that head is what its setting asks; the flow through it is whatever that node lacks (PRV) or has too much of (PSV),
    /// at the flows of the last iteration, and is taken from, or given to, the node at the other end.
    /// </summary>
    public void AssemblePressureValves(LaneStates states, NodeCoefficients<T> nodes)
    {
        for (var v = 0; v < arrays.PressureValves.Length; v++)
        {
            var k = arrays.PressureValves[v];
            var reducing = arrays.Kind[k] == LinkKind.PressureReducing;
            var (held, other) = reducing ? (arrays.EdgeTo[k], arrays.EdgeFrom[k]) : (arrays.EdgeFrom[k], arrays.EdgeTo[k]);
            for (var lane = 0; lane < T.Count; lane++)
            {
                var state = states[lane];
                if (state.Status[k] != LinkState.Active)
                {
                    continue;
                }

                var excess = nodes.ExcessAt(state, lane, held, arrays.EdgesAtHeldNode[v]);
                var flow = reducing ? -excess : excess;
                _flowAtHeads[(k * T.Count) + lane] = flow;
                if (held < arrays.UnknownCount)
                {
                    var rise = arrays.Elevation[held] + state.Setting[k] - state.Head[held];
                    matrix.Diagonal(held, lane) += Constants.ClosedGradient;
                    matrix.RightSide(held, lane) = Constants.ClosedGradient * rise;
                }

                if (other < arrays.UnknownCount && flow > 0)
                {
                    matrix.RightSide(other, lane) += excess;
                }
            }
        }
    }

    /// <summary>
    /// Works out the flows that regulating valves should have now: what their held nodes lack (PRV) or have too much of (PSV).
    /// </summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="tolerance">What may be lacking, m3/s, infinite for scenarios that are not meant; one per lane.</param>
    /// <param name="lacks">Set to where more is lacking at any valve; one per lane.</param>
    /// <returns>True where more is lacking in any scenario.</returns>
    public bool FindLackingValves(LaneStates states, NodeCoefficients<T> nodes, double[] tolerance, bool[] lacks)
    {
        var any = false;
        Array.Clear(lacks);
        for (var v = 0; v < arrays.PressureValves.Length; v++)
        {
            var k = arrays.PressureValves[v];
            var reducing = arrays.Kind[k] == LinkKind.PressureReducing;
            for (var lane = 0; lane < T.Count; lane++)
            {
                var state = states[lane];
                if (double.IsInfinity(tolerance[lane]) || state.Status[k] != LinkState.Active)
                {
                    continue;
                }

                var held = reducing ? arrays.EdgeTo[k] : arrays.EdgeFrom[k];
                var excess = nodes.ExcessAt(state, lane, held, arrays.EdgesAtHeldNode[v]);
                var flow = reducing ? -excess : excess;
                _valveFlow[(v * T.Count) + lane] = flow;
                lacks[lane] |= Math.Abs(flow - state.Flow[k]) > tolerance[lane];
                any |= lacks[lane];
            }
        }

        return any;
    }

    /// <summary>
    /// Gives regulating valves the flows that <see cref="FindLackingValves"/> has found, and puts what that changes at the
    /// other end on the matrix's second right side.
    /// </summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="lacks">Which of them are meant; one per lane.</param>
    public void CorrectPressureValves(LaneStates states, bool[] lacks)
    {
        for (var v = 0; v < arrays.PressureValves.Length; v++)
        {
            var k = arrays.PressureValves[v];
            var reducing = arrays.Kind[k] == LinkKind.PressureReducing;
            var other = reducing ? arrays.EdgeFrom[k] : arrays.EdgeTo[k];
            for (var lane = 0; lane < T.Count; lane++)
            {
                var state = states[lane];
                if (lacks[lane] && state.Status[k] == LinkState.Active)
                {
                    var more = _valveFlow[(v * T.Count) + lane] - state.Flow[k];
                    state.Flow[k] += more;
                    if (other < arrays.UnknownCount)
                    {
                        matrix.SecondRightSide[(other * T.Count) + lane] += reducing ? -more : more;
                    }
                }
            }
        }
    }

    /// <summary>Moves the flows by a further change of heads, by the slopes of the last step.</summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="headChange">Change of heads, m; 0 at fixed heads and for scenarios that are not meant; one per row and lane.</param>
    /// <returns>Sum of the flow changes, m3/s, one per lane.</returns>
    public T FollowHeads(LaneStates states, double[] headChange)
    {
        var changes = new LaneView<T>(headChange);
        var flows = new LaneView<T>(states.Flow);
        var conductances = new LaneView<T>(Pipes.Conductance);
        var froms = new IndexView(arrays.EdgeFrom);
        var tos = new IndexView(arrays.EdgeTo);
        var lengths = arrays.Pipes.ChainLength;
        var sum = T.Of(0);
        var k = 0;
        for (; k < lengths.Length; k++)
        {
            var change = conductances[k] * (changes[froms[k]] - changes[tos[k]]);
            flows[k] += change;
            sum = T.MultiplyAdd(T.Abs(change), T.Of(lengths[k]), sum);
        }

        for (; k < arrays.EdgeCount; k++)
        {
            var change = conductances[k] * (changes[froms[k]] - changes[tos[k]]);
            flows[k] += change;
            sum += T.Abs(change);
        }

        return sum;
    }

    /// <summary>Takes over the new flows; adds to the sums by which convergence is judged.</summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="progress">Which of them go on, by how much, and their sums.</param>
    public void UpdateFlows(LaneStates states, LaneProgress<T> progress)
    {
        var rows = new LaneView<T>(matrix.Rows);
        var flows = new LaneView<T>(states.Flow);
        var froms = new IndexView(arrays.EdgeFrom);
        var tos = new IndexView(arrays.EdgeTo);
        var conductances = new LaneView<T>(Pipes.Conductance);
        var flowsAtHeads = new LaneView<T>(_flowAtHeads);
        var lengths = arrays.Pipes.ChainLength;
        var (running, relaxation) = (progress.Running, progress.Relaxation);
        var isWeighted = progress.HasUnsupplied;
        var changeSum = T.Of(0);
        var largest = T.Of(0);
        var largestFlow = T.Of(0);
        var chains = arrays.FirstSwitchable;
        for (var k = 0; k < chains; k++)
        {
            var difference = rows[(2 * froms[k]) + 1] - rows[(2 * tos[k]) + 1];
            var q = flows[k];
            var target = T.MultiplyAdd(conductances[k], difference, flowsAtHeads[k]);
            var change = (target - q) * relaxation;
            var next = T.Count == 1 ? q + change : T.Select(running, q + change, q);
            flows[k] = next;
            largestFlow = T.Max(largestFlow, T.Abs(next));
            var size = T.Abs(change);
            var weight = T.Of(lengths[k]);
            if (isWeighted)
            {
                // What moves to and fro where no source reaches has no meaning, and must not keep the rest from converging.
                var isSupplied = T.Load(in progress.Supplied[k * T.Count]);
                size *= isSupplied;
            }

            changeSum = T.MultiplyAdd(size, weight, changeSum);
            largest = T.Max(largest, size);
        }

        progress.Add(Pipes.FlowSum, changeSum, largest, largestFlow);
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (progress.IsRunning(lane))
            {
                UpdateSwitchable(states[lane], lane, progress);
            }
        }
    }

    /// <summary>Water that comes in through the edges at each node, m3/s, added to sums, one per node and lane.</summary>
    public void AddInflows(LaneStates states, double[] sums)
    {
        var flows = new LaneView<T>(states.Flow);
        var froms = new IndexView(arrays.EdgeFrom);
        var tos = new IndexView(arrays.EdgeTo);
        var nodes = new LaneView<T>(sums);
        var edges = arrays.EdgeCount;
        for (var k = 0; k < edges; k++)
        {
            var q = flows[k];
            nodes[froms[k]] -= q;
            nodes[tos[k]] += q;
        }
    }

    /// <summary>Headloss of an edge of its own at its flow, m, by its law; null where it has none at this status.</summary>
    public double? LossOf(HydraulicState state, int k) =>
        state.Status[k] <= LinkState.Closed || Regulates(state.Status[k], arrays.Kind[k])
            || (state.Status[k] == LinkState.Active && arrays.Kind[k] == LinkKind.FlowControl)
            ? null
            : HeadLoss(state, k, out _);

    private static bool Regulates(LinkState status, LinkKind kind) =>
        status == LinkState.Active && kind is LinkKind.PressureReducing or LinkKind.PressureSustaining;

    // An open pipe has been evaluated with all the others.
    private void EvaluateOne(HydraulicState state, int k, int lane)
    {
        var place = (k * T.Count) + lane;
        var status = state.Status[k];
        if (k < arrays.Pipes.ChainCount && status > LinkState.Closed)
        {
            return;
        }

        if (Regulates(status, arrays.Kind[k]))
        {
            // Neither conductance nor flow, for now.
            Pipes.Conductance[place] = 0;
            Pipes.LossFlow[place] = state.Flow[k];
            return;
        }

        var headLoss = HeadLoss(state, k, out var gradient);
        Pipes.Conductance[place] = 1 / gradient;
        Pipes.LossFlow[place] = headLoss / gradient;
    }

    private void UpdateSwitchable(HydraulicState state, int lane, LaneProgress<T> progress)
    {
        var relaxation = progress.RelaxationOf(lane);
        for (var k = arrays.FirstSwitchable; k < arrays.EdgeCount; k++)
        {
            var (from, to, place) = (arrays.EdgeFrom[k], arrays.EdgeTo[k], (k * T.Count) + lane);
            var difference = matrix.RightSide(from, lane) - matrix.RightSide(to, lane);
            var q = state.Flow[k];
            var change = (Math.FusedMultiplyAdd(Pipes.Conductance[place], difference, _flowAtHeads[place]) - q) * relaxation;
            if (-change > q && arrays.PumpCurves[k] is { Form: PumpForm.ConstantPower })
            {
                // Newton's step on P/q may leap past zero, where the law has no meaning: go half way.
                change = -q / 2;
            }

            q += change;
            state.Flow[k] = q;

            // The flow of a pipe is in the sum of the pipes already.
            if (!state.Unsupplied[from] || !state.Unsupplied[to])
            {
                progress.Add(lane, k < arrays.Pipes.ChainCount ? 0 : q, change);
            }
        }
    }

    // Headloss of a link at its flow, m, and its derivative, s/m2.
    private double HeadLoss(HydraulicState state, int k, out double gradient)
    {
        var q = state.Flow[k];
        if (state.Status[k] <= LinkState.Closed)
        {
            gradient = Constants.ClosedGradient;
            return gradient * q;
        }

        switch (arrays.Kind[k])
        {
            case LinkKind.Pipe or LinkKind.CheckValvePipe:
                // As all pipes were evaluated after the solve.
                var place = (arrays.Pipes.PlaceOf(k, 0) * T.Count) + state.Lane;
                gradient = Pipes.Slope[place];
                return Pipes.Loss[place];

            case LinkKind.Pump:
                return arrays.PumpCurves[k]!.HeadLoss(state.Setting[k], q, out gradient);

            case LinkKind.FlowControl when state.Status[k] == LinkState.Active:
                // The flow is given, whatever the heads: a closed link beside a fixed flow.
                gradient = Constants.ClosedGradient;
                return gradient * (q - state.Setting[k]);

            case LinkKind.PressureReducing when state.Throttles is { } throttles && !double.IsNaN(throttles[k]):
                var loss = OpenValve.HeadLoss(throttles[k], q, out gradient);
                FlowBarrier.KeepAbove(q, ref loss, ref gradient);
                return loss;

            case LinkKind.ThrottleControl when !double.IsNaN(state.Setting[k]):
                return OpenValve.HeadLoss(MinorLoss.Resistance(state.Setting[k], arrays.Diameter[k]), q, out gradient);

            case LinkKind.PressureBreaker when !double.IsNaN(state.Setting[k]):
                return PressureBreakerValve.HeadLoss(state.Setting[k], arrays.MinorResistance[k], q, out gradient);

            case LinkKind.PositionalControl when !double.IsNaN(state.Setting[k]):
                var opening = state.Setting[k];
                var coefficient = arrays.ValveCurves[k] is { } c ? PiecewiseLinear.Value(c.X, c.Y, opening) : opening;
                return OpenValve.HeadLoss(
                    PositionalControlValve.Resistance(arrays.MinorResistance[k], coefficient), q, out gradient);

            case LinkKind.GeneralPurpose when arrays.ValveCurves[k] is { } curve:
                return GeneralPurposeValve.HeadLoss(curve.X, curve.Y, q, out gradient);

            default:
                return OpenValve.HeadLoss(arrays.MinorResistance[k], q, out gradient);
        }
    }
}
