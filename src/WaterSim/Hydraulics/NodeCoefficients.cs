using System.Runtime.CompilerServices;
using WaterSim.Hydraulics.Laws;
using WaterSim.Hydraulics.Linear;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>The nodes' part of the linear system: demands, fixed or by pressure, emitters and leaks.</summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class NodeCoefficients<T>(NetworkArrays arrays, CholeskySolver<T> matrix)
    where T : struct, ILanes<T>
{
    private readonly HydraulicOptions _options = arrays.Network.Options;
    private readonly bool _pressureDriven = arrays.Network.Options.DemandModel == DemandModel.PressureDriven;
    private readonly double[] _conductance = LaneMemory.Zeros(arrays.UnknownCount, T.Count);
    private readonly double[] _flowAtHeads = LaneMemory.Zeros(arrays.UnknownCount, T.Count);
    private readonly double[] _bottom = [.. Enumerable.Range(0, arrays.UnknownCount)
        .Select(i => arrays.Elevation[i] + arrays.MinimumPressure[i])];

    private readonly double[] _drawn = LaneMemory.Zeros(arrays.UnknownCount, T.Count);
    private readonly DischargeCoefficients<T> _discharges = new(arrays, matrix);

    /// <summary>
    /// Demand that depends on pressure, m3/s: asked for, where a node has a source and asks for any; else 0. One per unknown
    /// head and lane.
    /// </summary>
    public double[] Drawn => _drawn;

    /// <summary>Adds demands and discharges to the matrix and the right side.</summary>
    public void Assemble(LaneStates states)
    {
        _discharges.Assemble(states);
        var rows = new LaneView<T>(matrix.Rows);
        var load = new LaneView<T>(states.Load);
        var unknowns = arrays.UnknownCount;
        if (!_pressureDriven)
        {
            for (var i = 0; i < unknowns; i++)
            {
                rows[(2 * i) + 1] -= load[i];
            }

            return;
        }

        EvaluateDemands(states);
        var conductances = new LaneView<T>(_conductance);
        var flowsAtHeads = new LaneView<T>(_flowAtHeads);
        for (var i = 0; i < unknowns; i++)
        {
            CholeskySolver<T>.Add(rows, i, conductances[i], T.Of(0) - (load[i] + flowsAtHeads[i]));
        }
    }

    /// <summary>
    /// Holds nodes of a scenario near their heads, by a conductance on the diagonal alone: it damps their change, and what has none
    /// it does not touch. Where closed links alone join a part to a source, short pipes within it may leave the matrix singular to
    /// rounding without that.
    /// Deviation from EPANET: it stops there. Test: A_part_of_short_pipes_that_is_cut_off_stops_nothing.
    /// </summary>
    public void Hold(HydraulicState state, HeldNodes which)
    {
        // m2/s; the steepest pipe at rest has some 1e6, whose rounding this must outweigh.
        const double Conductance = 1e-6;
        for (var i = 0; which != HeldNodes.None && i < arrays.UnknownCount; i++)
        {
            if (which == HeldNodes.All || state.Unsupplied[i])
            {
                matrix.Diagonal(i, state.Lane) += Conductance;
            }
        }
    }

    /// <summary>Takes over the new demands and discharges; adds to the sums by which convergence is judged.</summary>
    public void UpdateFlows(LaneStates states, LaneProgress<T> progress)
    {
        _discharges.UpdateFlows(states, progress);
        if (!_pressureDriven)
        {
            return;
        }

        var rows = new LaneView<T>(matrix.Rows);
        var deliveries = new LaneView<T>(states.Delivered);
        var demands = new LaneView<T>(_drawn);
        var conductances = new LaneView<T>(_conductance);
        var flowsAtHeads = new LaneView<T>(_flowAtHeads);
        var unknowns = arrays.UnknownCount;
        var (running, relaxation) = (progress.Running, progress.Relaxation);
        var (flowSum, changeSum, largest) = (T.Of(0), T.Of(0), T.Of(0));
        for (var i = 0; i < unknowns; i++)
        {
            // No more than 0.4 of the demand at a time: near the ends of the law its slope is no guide. Where nothing is
            // drawn that is nothing at all.
            var most = demands[i] * T.Of(0.4);
            var q = deliveries[i];
            var target = T.MultiplyAdd(conductances[i], rows[(2 * i) + 1], flowsAtHeads[i]);
            var change = T.Max(T.Min((target - q) * relaxation, most), T.Of(0) - most);
            var next = q + change;
            deliveries[i] = T.Select(running, next, q);
            var size = T.Abs(change);
            flowSum += T.Where(T.Less(T.Of(0), most), T.Abs(next));
            changeSum += size;
            largest = T.Max(largest, size);
        }

        progress.Add(flowSum, changeSum, largest, T.Of(0));
    }

    /// <summary>
    /// Inflow less outflow of a node that a valve holds, without the valve, at the flows of the last iteration, m3/s.
    /// </summary>
    public double ExcessAt(HydraulicState state, int lane, int node, int[] otherEdges)
    {
        var excess = -state.Load[node];
        if (node < arrays.UnknownCount && _drawn[(node * T.Count) + lane] > 0)
        {
            excess -= state.Delivered[node];
        }

        foreach (var k in otherEdges)
        {
            excess += arrays.EdgeTo[k] == node ? state.Flow[k] : -state.Flow[k];
        }

        return node < arrays.UnknownCount ? excess - _discharges.At(state, node) : excess;
    }

    /// <summary>Moves pressure-driven demands and discharges by a further change of heads, by the slopes of the last step.</summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="headChange">Change of heads, m; 0 for scenarios that are not meant; one per unknown head and lane.</param>
    public void FollowHeads(LaneStates states, double[] headChange)
    {
        var changes = new LaneView<T>(headChange);
        var deliveries = new LaneView<T>(states.Delivered);
        var conductances = new LaneView<T>(_conductance);
        for (var i = 0; _pressureDriven && i < arrays.UnknownCount; i++)
        {
            deliveries[i] += conductances[i] * changes[i];
        }

        _discharges.FollowHeads(states, changes);
    }

    /// <summary>True where every pressure-driven demand and leak is what its law says at the pressure found.</summary>
    public bool HaveConverged(HydraulicState state, int lane) =>
        DemandsHaveConverged(state, lane) && _discharges.LeaksHaveConverged(state);

    /// <summary>What leaves each node of the core, m3/s, taken from sums, one per node and lane.</summary>
    public void SubtractOutflows(LaneStates states, double[] sums)
    {
        var nodes = new LaneView<T>(sums);
        var load = new LaneView<T>(states.Load);
        for (var i = 0; i < arrays.FixedEnd; i++)
        {
            nodes[i] -= load[i];
        }

        var demands = new LaneView<T>(_drawn);
        var deliveries = new LaneView<T>(states.Delivered);
        for (var i = 0; _pressureDriven && i < arrays.UnknownCount; i++)
        {
            nodes[i] -= T.Where(T.Less(T.Of(0), demands[i]), deliveries[i]);
        }

        _discharges.SubtractFrom(nodes, states);
    }

    // Of one scenario alone many nodes at a time: the nodes themselves stand side by side.
    private void EvaluateDemands(LaneStates states)
    {
        var head = new LaneView<T>(states.Head);
        var deliveries = new LaneView<T>(states.Delivered);
        var demands = new LaneView<T>(_drawn);
        var conductances = new LaneView<T>(_conductance);
        var flowsAtHeads = new LaneView<T>(_flowAtHeads);
        var bottoms = new LaneView<Lanes1>(_bottom);
        var ranges = new LaneView<Lanes1>(arrays.PressureRange);
        var unknowns = arrays.UnknownCount;
        var i = 0;
        for (; T.Count == 1 && i + Lanes8.Count <= unknowns; i += Lanes8.Count)
        {
            var flow = Evaluate(
                demands.Row<Lanes8>(i),
                deliveries.Row<Lanes8>(i),
                head.Row<Lanes8>(i) - bottoms.Row<Lanes8>(i),
                ranges.Row<Lanes8>(i),
                out var conductance);
            conductances.SetRow(i, conductance);
            flowsAtHeads.SetRow(i, flow);
        }

        for (; i < unknowns; i++)
        {
            flowsAtHeads[i] = Evaluate(
                demands[i], deliveries[i], head[i] - T.Of(bottoms[i].Value), T.Of(ranges[i].Value), out var conductance);
            conductances[i] = conductance;
        }
    }

    // The demand if heads stayed, m3/s, and its conductance, m2/s.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TNodes Evaluate<TNodes>(TNodes demand, TNodes delivered, TNodes above, TNodes range, out TNodes conductance)
        where TNodes : struct, ILanes<TNodes>
    {
        var draws = TNodes.Less(TNodes.Of(0), demand);
        var h = PressureDrivenDemand.HeadLoss(
            TNodes.Select(draws, demand, TNodes.Of(1)), range, 1 / _options.PressureExponent, delivered, out var gradient);
        conductance = TNodes.Where(draws, TNodes.Of(1) / gradient);
        return TNodes.Where(draws, delivered - (conductance * (h - above)));
    }

    private bool DemandsHaveConverged(HydraulicState state, int lane)
    {
        if (!_pressureDriven)
        {
            return true;
        }

        // From where a demand is met in full, whatever the pressure, it is judged without a power.
        for (var i = 0; i < arrays.UnknownCount; i++)
        {
            var demand = _drawn[(i * T.Count) + lane];
            if (demand > 0)
            {
                var above = state.Head[i] - _bottom[i];
                var lawful = above >= arrays.PressureRange[i]
                    ? demand
                    : PressureDrivenDemand.Delivered(demand, above, 0, arrays.PressureRange[i], _options.PressureExponent);
                if (Math.Abs(lawful - state.Delivered[i]) > Constants.DemandTolerance)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
