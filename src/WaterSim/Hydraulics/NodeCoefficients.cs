using WaterSim.Hydraulics.Laws;
using WaterSim.Hydraulics.Linear;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>The nodes' part of the linear system: demands, fixed or by pressure, emitters and leaks.</summary>
internal sealed class NodeCoefficients(NetworkArrays arrays, CholeskySolver matrix)
{
    // EPANET's tolerance on a pressure-driven demand, 0.0001 ft3/s, m3/s.
    private const double DemandTolerance = 1e-4 * Constants.CubicFoot;

    private readonly HydraulicOptions _options = arrays.Network.Options;
    private readonly bool _pressureDriven = arrays.Network.Options.DemandModel == DemandModel.PressureDriven;
    private readonly double[] _conductance = new double[arrays.UnknownCount];
    private readonly double[] _flowAtHeads = new double[arrays.UnknownCount];
    private readonly double[] _dischargeConductance = new double[arrays.Discharges.Count];
    private readonly double[] _dischargeAtHeads = new double[arrays.Discharges.Count];

    private readonly double[] _excess = new double[arrays.ModelNode.Length];

    /// <summary>Adds demands and discharges to the matrix and the right side.</summary>
    public void Assemble(HydraulicState state)
    {
        AssembleDischarges(state);
        for (var i = 0; i < arrays.UnknownCount; i++)
        {
            var delivered = state.Delivered[i];
            if (DependsOnPressure(state, i))
            {
                var h = PressureDrivenDemand.HeadLoss(
                    state.Demand[i], arrays.PressureRange[i], 1 / _options.PressureExponent, delivered, out var gradient);
                var p = 1 / gradient;
                var head = state.Head[i] - arrays.Elevation[i] - arrays.MinimumPressure[i];
                delivered -= p * (h - head);
                _conductance[i] = p;
                _flowAtHeads[i] = delivered;
                matrix.Diagonal[i] += p;
            }

            matrix.RightSide[i] -= delivered;
        }
    }

    /// <summary>Takes over the new demands and discharges; adds to the sums by which convergence is judged.</summary>
    public void UpdateFlows(
        HydraulicState state, double relaxation, ref double flowSum, ref double changeSum, ref double largest)
    {
        var headChange = matrix.RightSide;
        for (var e = 0; e < _dischargeConductance.Length; e++)
        {
            var q = state.Discharge[e];
            var flow = _dischargeAtHeads[e] + (_dischargeConductance[e] * headChange[arrays.Discharges.Node[e]]);
            var change = (flow - q) * relaxation;
            state.Discharge[e] = q + change;
            flowSum += Math.Abs(q + change);
            changeSum += Math.Abs(change);
            largest = Math.Max(largest, Math.Abs(change));
        }

        if (!_pressureDriven)
        {
            return;
        }

        for (var i = 0; i < arrays.UnknownCount; i++)
        {
            if (DependsOnPressure(state, i))
            {
                // No more than 0.4 of the demand at a time: near the ends of the law its slope is no guide.
                var demand = state.Demand[i];
                var q = state.Delivered[i];
                var change = (_flowAtHeads[i] + (_conductance[i] * headChange[i]) - q) * relaxation;
                change = Math.Clamp(change, -0.4 * demand, 0.4 * demand);
                state.Delivered[i] = q + change;
                flowSum += Math.Abs(q + change);
                changeSum += Math.Abs(change);
                largest = Math.Max(largest, Math.Abs(change));
            }
        }
    }

    /// <summary>
    /// Inflow less outflow of a node that a valve holds, without the valve, at the flows of the last iteration, m3/s.
    /// </summary>
    public double ExcessAt(HydraulicState state, int node, int valve)
    {
        var excess = -state.Delivered[node];
        foreach (var k in arrays.LinksAtHeldNode[valve])
        {
            excess += arrays.To[k] == node ? state.Flow[k] : -state.Flow[k];
        }

        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            excess -= arrays.Discharges.Node[e] == node ? state.Discharge[e] : 0;
        }

        return excess;
    }

    /// <summary>True where every pressure-driven demand and leak is what its law says at the pressure found.</summary>
    public bool HaveConverged(HydraulicState state) => DemandsHaveConverged(state) && LeaksHaveConverged(state);

    private bool DependsOnPressure(HydraulicState state, int i) =>
        _pressureDriven && state.Demand[i] > 0 && !state.Unsupplied[i];

    private bool DemandsHaveConverged(HydraulicState state)
    {
        if (!_pressureDriven)
        {
            return true;
        }

        for (var i = 0; i < arrays.UnknownCount; i++)
        {
            if (DependsOnPressure(state, i))
            {
                var lawful = PressureDrivenDemand.Delivered(
                    state.Demand[i],
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

    /// <summary>Largest imbalance at a junction, m3/s, and its solver node; -1 where none.</summary>
    public (double Residual, int Node) MassResidual(HydraulicState state)
    {
        Array.Clear(_excess);
        for (var k = 0; k < arrays.From.Length; k++)
        {
            _excess[arrays.From[k]] -= state.Flow[k];
            _excess[arrays.To[k]] += state.Flow[k];
        }

        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            _excess[arrays.Discharges.Node[e]] -= state.Discharge[e];
        }

        double largest = 0;
        var worst = -1;
        for (var i = 0; i < arrays.UnknownCount; i++)
        {
            var residual = Math.Abs(_excess[i] - state.Delivered[i]);
            if (residual > largest)
            {
                (largest, worst) = (residual, i);
            }
        }

        return (largest, worst);
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

    private void AssembleDischarges(HydraulicState state)
    {
        var discharges = arrays.Discharges;
        for (var e = 0; e < _dischargeConductance.Length; e++)
        {
            var node = discharges.Node[e];
            var q = state.Discharge[e];
            var h = EmitterFlow.HeadLoss(
                discharges.Resistance[e], discharges.InverseExponent[e], discharges.Backflow[e], q, out var gradient);
            var p = 1 / gradient;
            var flow = q - (p * (h - (state.Head[node] - arrays.Elevation[node])));
            _dischargeConductance[e] = p;
            _dischargeAtHeads[e] = flow;
            matrix.Diagonal[node] += p;
            matrix.RightSide[node] -= flow;
        }
    }
}
