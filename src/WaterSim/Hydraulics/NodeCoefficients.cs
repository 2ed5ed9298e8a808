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
    // EPANET's tolerance on a pressure-driven demand, 0.0001 ft3/s, m3/s.
    private const double DemandTolerance = 1e-4 * Constants.CubicFoot;

    private readonly HydraulicOptions _options = arrays.Network.Options;
    private readonly bool _pressureDriven = arrays.Network.Options.DemandModel == DemandModel.PressureDriven;
    private readonly double[] _conductance = new double[arrays.UnknownCount * T.Count];
    private readonly double[] _flowAtHeads = new double[arrays.UnknownCount * T.Count];
    private readonly double[] _drawn = new double[arrays.UnknownCount * T.Count];
    private readonly double[] _dischargeConductance = new double[arrays.Discharges.Count * T.Count];
    private readonly double[] _dischargeAtHeads = new double[arrays.Discharges.Count * T.Count];

    /// <summary>
    /// Demand that depends on pressure, m3/s: asked for, where a node has a source and asks for any; else 0. One per unknown
    /// head and lane.
    /// </summary>
    public double[] Drawn => _drawn;

    /// <summary>Adds demands and discharges to the matrix and the right side.</summary>
    public void Assemble(LaneStates states)
    {
        AssembleDischarges(states);
        var (rightSide, load) = (matrix.RightSide, states.Load);
        if (!_pressureDriven)
        {
            for (var i = 0; i < arrays.UnknownCount * T.Count; i += T.Count)
            {
                T.Store(T.Load(in rightSide[i]) - T.Load(in load[i]), ref rightSide[i]);
            }

            return;
        }

        var inverseExponent = 1 / _options.PressureExponent;
        var (diagonal, head, deliveries) = (matrix.Diagonal, states.Head, states.Delivered);
        for (var i = 0; i < arrays.UnknownCount; i++)
        {
            var place = i * T.Count;
            var demand = T.Load(in _drawn[place]);
            var draws = T.Less(T.Of(0), demand);
            var delivered = T.Load(in deliveries[place]);
            var above = T.Load(in head[place]) - T.Of(arrays.Elevation[i] + arrays.MinimumPressure[i]);
            var h = PressureDrivenDemand.HeadLoss(
                T.Select(draws, demand, T.Of(1)), T.Of(arrays.PressureRange[i]), inverseExponent, delivered, out var gradient);
            var p = T.Where(draws, T.Of(1) / gradient);
            var flow = T.Where(draws, delivered - (p * (h - above)));
            T.Store(p, ref _conductance[place]);
            T.Store(flow, ref _flowAtHeads[place]);
            T.Store(T.Load(in diagonal[place]) + p, ref diagonal[place]);
            T.Store(T.Load(in rightSide[place]) - T.Load(in load[place]) - flow, ref rightSide[place]);
        }
    }

    /// <summary>Takes over the new demands and discharges; adds to the sums by which convergence is judged.</summary>
    public void UpdateFlows(LaneStates states, LaneProgress<T> progress)
    {
        UpdateDischarges(states, progress);
        if (!_pressureDriven)
        {
            return;
        }

        var (headChange, deliveries) = (matrix.RightSide, states.Delivered);
        var (running, relaxation) = (progress.Running, progress.Relaxation);
        var (flowSum, changeSum, largest) = (T.Of(0), T.Of(0), T.Of(0));
        for (var i = 0; i < arrays.UnknownCount * T.Count; i += T.Count)
        {
            // No more than 0.4 of the demand at a time: near the ends of the law its slope is no guide.
            var demand = T.Load(in _drawn[i]);
            var most = demand * T.Of(0.4);
            var least = T.Of(0) - most;
            ref var delivery = ref deliveries[i];
            var q = T.Load(in delivery);
            var target = T.MultiplyAdd(T.Load(in _conductance[i]), T.Load(in headChange[i]), T.Load(in _flowAtHeads[i]));
            var change = (target - q) * relaxation;
            change = T.Select(T.Less(most, change), most, change);
            change = T.Select(T.Less(change, least), least, change);
            change = T.Where(T.Less(T.Of(0), demand), change);
            var next = q + change;
            T.Store(T.Select(running, next, q), ref delivery);
            var size = T.Abs(change);
            flowSum += T.Where(T.Less(T.Of(0), demand), T.Abs(next));
            changeSum += size;
            largest = T.Select(T.Less(largest, size), size, largest);
        }

        progress.Add(flowSum, changeSum, largest);
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

        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            excess -= arrays.Discharges.Node[e] == node ? state.Discharge[e] : 0;
        }

        return excess;
    }

    /// <summary>True where every pressure-driven demand and leak is what its law says at the pressure found.</summary>
    public bool HaveConverged(HydraulicState state, int lane) =>
        DemandsHaveConverged(state, lane) && LeaksHaveConverged(state);

    /// <summary>What leaves each node of the core, m3/s, taken from sums, one per node and lane.</summary>
    public void SubtractOutflows(LaneStates states, double[] sums)
    {
        for (var i = 0; i < arrays.FixedEnd * T.Count; i += T.Count)
        {
            T.Store(T.Load(in sums[i]) - T.Load(in states.Load[i]), ref sums[i]);
        }

        for (var i = 0; _pressureDriven && i < arrays.UnknownCount * T.Count; i += T.Count)
        {
            var delivered = T.Where(T.Less(T.Of(0), T.Load(in _drawn[i])), T.Load(in states.Delivered[i]));
            T.Store(T.Load(in sums[i]) - delivered, ref sums[i]);
        }

        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            ref var sum = ref sums[arrays.Discharges.Node[e] * T.Count];
            T.Store(T.Load(in sum) - T.Load(in states.Discharge[e * T.Count]), ref sum);
        }
    }

    private bool DemandsHaveConverged(HydraulicState state, int lane)
    {
        if (!_pressureDriven)
        {
            return true;
        }

        for (var i = 0; i < arrays.UnknownCount; i++)
        {
            var demand = _drawn[(i * T.Count) + lane];
            if (demand > 0)
            {
                var lawful = PressureDrivenDemand.Delivered(
                    demand,
                    state.Head[i] - arrays.Elevation[i],
                    arrays.MinimumPressure[i],
                    arrays.MinimumPressure[i] + arrays.PressureRange[i],
                    _options.PressureExponent);
                if (Math.Abs(lawful - state.Delivered[i]) > DemandTolerance)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // EPANET's test: within 0.0001 ft3/s and a thousandth.
    private bool LeaksHaveConverged(HydraulicState state)
    {
        var discharges = arrays.Discharges;
        for (var e = discharges.EmitterCount; e < discharges.Count; e++)
        {
            var pressure = Math.Max(0, state.Head[discharges.Node[e]] - arrays.Elevation[discharges.Node[e]]);
            var lawful = Math.Pow(pressure / discharges.Resistance[e], 1 / discharges.InverseExponent[e]);
            if (Math.Abs(lawful - state.Discharge[e]) > DemandTolerance + (1e-3 * lawful))
            {
                return false;
            }
        }

        return true;
    }

    private void AssembleDischarges(LaneStates states)
    {
        var discharges = arrays.Discharges;
        for (var e = 0; e < discharges.Count; e++)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                var node = (discharges.Node[e] * T.Count) + lane;
                var place = (e * T.Count) + lane;
                var q = states.Discharge[place];
                var h = EmitterFlow.HeadLoss(
                    discharges.Resistance[e], discharges.InverseExponent[e], discharges.Backflow[e], q, out var gradient);
                var p = 1 / gradient;
                var flow = q - (p * (h - (states.Head[node] - arrays.Elevation[discharges.Node[e]])));
                _dischargeConductance[place] = p;
                _dischargeAtHeads[place] = flow;
                matrix.Diagonal[node] += p;
                matrix.RightSide[node] -= flow;
            }
        }
    }

    private void UpdateDischarges(LaneStates states, LaneProgress<T> progress)
    {
        var discharges = arrays.Discharges;
        for (var e = 0; e < discharges.Count; e++)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                if (progress.IsRunning(lane))
                {
                    var place = (e * T.Count) + lane;
                    var headChange = matrix.RightSide[(discharges.Node[e] * T.Count) + lane];
                    var target = _dischargeAtHeads[place] + (_dischargeConductance[place] * headChange);
                    var change = (target - states.Discharge[place]) * progress.RelaxationOf(lane);
                    states.Discharge[place] += change;
                    progress.Add(lane, states.Discharge[place], change);
                }
            }
        }
    }
}
