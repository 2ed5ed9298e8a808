using System.Runtime.CompilerServices;
using WaterSim.Hydraulics.Laws;
using WaterSim.Hydraulics.Linear;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// The part of the linear system that emitters and leaks have: each a conductance and a flow at the heads there are, by
/// <see cref="EmitterFlow"/>.
/// </summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class DischargeCoefficients<T>(NetworkArrays arrays, CholeskySolver<T> matrix)
    where T : struct, ILanes<T>
{
    private readonly Discharges _discharges = arrays.Discharges;
    private readonly double[] _conductance = LaneMemory.Zeros(arrays.Discharges.Count, T.Count);
    private readonly double[] _flowAtHeads = LaneMemory.Zeros(arrays.Discharges.Count, T.Count);
    private readonly double[] _elevation = [.. arrays.Discharges.Node.Select(n => arrays.Elevation[n])];

    // Emitters before this have one plain exponent; all of them, or none.
    private readonly int _plainEnd = arrays.Discharges.EmitterCount > 0 && EmitterFlow.IsPlain(arrays.Discharges.InverseExponent[0])
        ? arrays.Discharges.EmitterCount
        : 0;

    /// <summary>Adds the discharges to the matrix and the right side.</summary>
    public void Assemble(LaneStates states)
    {
        EvaluatePlain(states);
        for (var e = _plainEnd; e < _discharges.Count; e++)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                EvaluateOne(states, e, lane);
            }
        }

        var rows = new LaneView<T>(matrix.Rows);
        var conductances = new LaneView<T>(_conductance);
        var flowsAtHeads = new LaneView<T>(_flowAtHeads);
        var nodes = new IndexView(_discharges.Node);
        var count = _discharges.Count;
        for (var e = 0; e < count; e++)
        {
            CholeskySolver<T>.Add(rows, nodes[e], conductances[e], T.Of(0) - flowsAtHeads[e]);
        }
    }

    /// <summary>Takes over the new discharges; adds to the sums by which convergence is judged.</summary>
    public void UpdateFlows(LaneStates states, LaneProgress<T> progress)
    {
        var count = _discharges.Count;
        if (count == 0)
        {
            return;
        }

        var rows = new LaneView<T>(matrix.Rows);
        var flows = new LaneView<T>(states.Discharge);
        var conductances = new LaneView<T>(_conductance);
        var flowsAtHeads = new LaneView<T>(_flowAtHeads);
        var nodes = new IndexView(_discharges.Node);
        var (running, relaxation) = (progress.Running, progress.Relaxation);
        var (flowSum, changeSum, largest, largestFlow) = (T.Of(0), T.Of(0), T.Of(0), T.Of(0));
        for (var e = 0; e < count; e++)
        {
            var q = flows[e];
            var target = T.MultiplyAdd(conductances[e], rows[(2 * nodes[e]) + 1], flowsAtHeads[e]);
            var change = (target - q) * relaxation;
            var next = T.Select(running, q + change, q);
            flows[e] = next;
            var (flow, size) = (T.Abs(next), T.Abs(change));
            flowSum += flow;
            changeSum += size;
            largest = T.Max(largest, size);
            largestFlow = T.Max(largestFlow, flow);
        }

        progress.Add(flowSum, changeSum, largest, largestFlow);
    }

    /// <summary>What is discharged at a node of unknown head in one scenario, m3/s.</summary>
    public double At(HydraulicState state, int node)
    {
        var sum = 0.0;
        for (var n = _discharges.Start[node]; n < _discharges.Start[node + 1]; n++)
        {
            sum += state.Discharge[_discharges.OfNode[n]];
        }

        return sum;
    }

    /// <summary>Moves the discharges by a further change of heads, by the slopes of the last step.</summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="headChange">Change of heads, m; 0 for scenarios that are not meant.</param>
    public void FollowHeads(LaneStates states, LaneView<T> headChange)
    {
        var flows = new LaneView<T>(states.Discharge);
        var conductances = new LaneView<T>(_conductance);
        for (var e = 0; e < _discharges.Count; e++)
        {
            flows[e] += conductances[e] * headChange[_discharges.Node[e]];
        }
    }

    /// <summary>Takes what is discharged, m3/s, from sums by node.</summary>
    public void SubtractFrom(LaneView<T> sums, LaneStates states)
    {
        var flows = new LaneView<T>(states.Discharge);
        var nodes = new IndexView(_discharges.Node);
        var count = _discharges.Count;
        for (var e = 0; e < count; e++)
        {
            sums[nodes[e]] -= flows[e];
        }
    }

    /// <summary>EPANET's test of every leak: within 0.0001 ft3/s and a thousandth of what its law says at the pressure found.</summary>
    public bool LeaksHaveConverged(HydraulicState state)
    {
        for (var e = _discharges.EmitterCount; e < _discharges.Count; e++)
        {
            var pressure = Math.Max(0, state.Head[_discharges.Node[e]] - _elevation[e]);
            var lawful = Math.Pow(pressure / _discharges.Resistance[e], 1 / _discharges.InverseExponent[e]);
            if (Math.Abs(lawful - state.Discharge[e]) > Constants.DemandTolerance + (1e-3 * lawful))
            {
                return false;
            }
        }

        return true;
    }

    // Of one scenario alone eight emitters at a time; most stand at nodes one behind the other.
    private void EvaluatePlain(LaneStates states)
    {
        if (_plainEnd == 0)
        {
            return;
        }

        var heads = new LaneView<T>(states.Head);
        var flows = new LaneView<T>(states.Discharge);
        var conductances = new LaneView<T>(_conductance);
        var flowsAtHeads = new LaneView<T>(_flowAtHeads);
        var elevations = new LaneView<Lanes1>(_elevation);
        var resistances = new LaneView<Lanes1>(_discharges.Resistance);
        var nodes = new IndexView(_discharges.Node);
        Span<double> gathered = stackalloc double[Lanes8.Count];
        var e = 0;
        for (; T.Count == 1 && e + Lanes8.Count <= _plainEnd; e += Lanes8.Count)
        {
            var first = nodes[e];
            var head = nodes[e + Lanes8.Count - 1] - first == Lanes8.Count - 1
                ? heads.Row<Lanes8>(first)
                : Gather(states.Head, nodes, e, gathered);
            var flow = Evaluate(
                resistances.Row<Lanes8>(e), flows.Row<Lanes8>(e), head - elevations.Row<Lanes8>(e), out var conductance);
            conductances.SetRow(e, conductance);
            flowsAtHeads.SetRow(e, flow);
        }

        for (; e < _plainEnd; e++)
        {
            flowsAtHeads[e] = Evaluate(
                T.Of(resistances[e].Value), flows[e], heads[nodes[e]] - T.Of(elevations[e].Value), out var conductance);
            conductances[e] = conductance;
        }
    }

    private static Lanes8 Gather(double[] heads, IndexView nodes, int e, Span<double> gathered)
    {
        for (var n = 0; n < gathered.Length; n++)
        {
            gathered[n] = heads[nodes[e + n]];
        }

        return Lanes8.Load(in gathered[0]);
    }

    // The discharge if heads stayed, m3/s, and its conductance, m2/s.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TMany Evaluate<TMany>(TMany resistance, TMany q, TMany pressure, out TMany conductance)
        where TMany : struct, ILanes<TMany>
    {
        var h = EmitterFlow.HeadLoss(
            resistance, _discharges.InverseExponent[0], _discharges.Backflow[0], q, out var gradient);
        conductance = TMany.Of(1) / gradient;
        return q - (conductance * (h - pressure));
    }

    private void EvaluateOne(LaneStates states, int e, int lane)
    {
        var (node, place) = (_discharges.Node[e], (e * T.Count) + lane);
        var q = states.Discharge[place];
        var h = EmitterFlow.HeadLoss(
            _discharges.Resistance[e], _discharges.InverseExponent[e], _discharges.Backflow[e], q, out var gradient);
        var p = 1 / gradient;
        _conductance[place] = p;
        _flowAtHeads[place] = q - (p * (h - (states.Head[(node * T.Count) + lane] - _elevation[e])));
    }
}
