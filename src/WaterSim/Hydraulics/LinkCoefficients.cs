using WaterSim.Hydraulics.Laws;
using WaterSim.Hydraulics.Linear;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// The links' part of the linear system. For each link: its conductance p = 1/h'(q), and the flow q' that it would
/// carry if heads stayed (see <see cref="GradientSolver"/>).
/// </summary>
internal sealed class LinkCoefficients(NetworkArrays arrays, CholeskySolver matrix)
{
    private readonly double[] _conductance = new double[arrays.From.Length];
    private readonly double[] _lossFlow = new double[arrays.From.Length];
    private readonly bool[] _isEvaluated = Array.ConvertAll(
        arrays.Kind, k => arrays.Friction == HeadLossFormula.HazenWilliams && k <= LinkKind.CheckValvePipe);
    private readonly double[] _flowAtHeads = new double[arrays.From.Length];

    /// <summary>
    /// Evaluates every link's law at its flow and adds the link to the matrix and the right side. A PRV or PSV that
    /// regulates has no law: it is assembled apart.
    /// </summary>
    public void Assemble(HydraulicState state)
    {
        var (head, flows, status) = (state.Head, state.Flow, state.Status);
        var (froms, tos, entries) = (arrays.From, arrays.To, arrays.Entry);
        var (diagonal, offDiagonal, rightSide) = (matrix.Diagonal, matrix.OffDiagonal, matrix.RightSide);
        var unknowns = arrays.UnknownCount;
        EvaluatePipes(state);
        for (var k = 0; k < froms.Length; k++)
        {
            var (from, to, q) = (froms[k], tos[k], flows[k]);
            if (!_isEvaluated[k] || status[k] <= LinkState.Closed)
            {
                if (Regulates(status[k], arrays.Kind[k]))
                {
                    _conductance[k] = 0;
                    continue;
                }

                var headLoss = HeadLoss(state, k, out var gradient);
                _conductance[k] = 1 / gradient;
                _lossFlow[k] = headLoss / gradient;
            }

            var p = _conductance[k];
            var flow = q - _lossFlow[k] + (p * (head[from] - head[to]));
            _flowAtHeads[k] = flow;
            if (from < unknowns)
            {
                diagonal[from] += p;
                rightSide[from] -= flow;
            }

            if (to < unknowns)
            {
                diagonal[to] += p;
                rightSide[to] += flow;
            }

            var entry = entries[k];
            if (entry >= 0)
            {
                offDiagonal[entry] -= p;
            }
        }
    }

    /// <summary>
    /// Adds the PRVs and PSVs that regulate. Each fixes the head at one end, by a diagonal so large that the change of
    /// that head is what its setting asks; the flow through it is whatever that node lacks (PRV) or has too much of (PSV),
    /// at the flows of the last iteration, and is taken from, or given to, the node at the other end.
    /// </summary>
    public void AssemblePressureValves(HydraulicState state, NodeCoefficients nodes)
    {
        foreach (var k in arrays.PressureValves)
        {
            if (state.Status[k] != LinkState.Active)
            {
                continue;
            }

            var reducing = arrays.Kind[k] == LinkKind.PressureReducing;
            var (held, other) = reducing ? (arrays.To[k], arrays.From[k]) : (arrays.From[k], arrays.To[k]);
            var excess = nodes.ExcessAt(state, held, k);
            _flowAtHeads[k] = reducing ? -excess : excess;
            if (held < arrays.UnknownCount)
            {
                var rise = arrays.Elevation[held] + state.Setting[k] - state.Head[held];
                matrix.Diagonal[held] += Constants.ClosedGradient;
                matrix.RightSide[held] = Constants.ClosedGradient * rise;
            }

            if (other < arrays.UnknownCount && _flowAtHeads[k] > 0)
            {
                matrix.RightSide[other] += excess;
            }
        }
    }

    /// <summary>Takes over the new flows; adds to the sums by which convergence is judged.</summary>
    public void UpdateFlows(
        HydraulicState state, double relaxation, ref double flowSum, ref double changeSum, ref double largest)
    {
        var headChange = matrix.RightSide;
        var unknowns = arrays.UnknownCount;
        for (var i = unknowns; i < arrays.SuppliedCount; i++)
        {
            state.Inflow[i] = 0;
        }

        var (froms, tos, flows) = (arrays.From, arrays.To, state.Flow);
        var unsupplied = state.Unsupplied;
        for (var k = 0; k < froms.Length; k++)
        {
            var from = froms[k];
            var to = tos[k];
            var difference = (from < unknowns ? headChange[from] : 0) - (to < unknowns ? headChange[to] : 0);
            var q = flows[k];
            var change = (_flowAtHeads[k] + (_conductance[k] * difference) - q) * relaxation;
            if (-change > q && arrays.PumpCurves[k] is { Form: PumpForm.ConstantPower })
            {
                // Newton's step on P/q may leap past zero, where the law has no meaning: go half way.
                change = -q / 2;
            }

            q += change;
            flows[k] = q;

            // What moves to and fro where no source reaches has no meaning, and must not keep the rest from converging.
            if (!unsupplied[from] || !unsupplied[to])
            {
                flowSum += Math.Abs(q);
                changeSum += Math.Abs(change);
                largest = Math.Max(largest, Math.Abs(change));
            }

            if (from >= unknowns)
            {
                state.Inflow[from] -= q;
            }

            if (to >= unknowns)
            {
                state.Inflow[to] += q;
            }
        }
    }

    /// <summary>Largest difference at an open link between head difference and law, m, and the link; -1 where none.</summary>
    public (double Residual, int Link) EnergyResidual(HydraulicState state)
    {
        double largest = 0;
        var worst = -1;
        EvaluatePipes(state);
        for (var k = 0; k < _conductance.Length; k++)
        {
            if (state.Status[k] <= LinkState.Closed
                || state.Unsupplied[arrays.From[k]]
                || Regulates(state.Status[k], arrays.Kind[k])
                || (state.Status[k] == LinkState.Active && arrays.Kind[k] == LinkKind.FlowControl))
            {
                continue;
            }

            var headLoss = _isEvaluated[k] ? _lossFlow[k] / _conductance[k] : HeadLoss(state, k, out _);
            var residual = Math.Abs(headLoss - (state.Head[arrays.From[k]] - state.Head[arrays.To[k]]));
            if (residual > largest)
            {
                (largest, worst) = (residual, k);
            }
        }

        return (largest, worst);
    }

    private static bool Regulates(LinkState status, LinkKind kind) =>
        status == LinkState.Active && kind is LinkKind.PressureReducing or LinkKind.PressureSustaining;

    // Open pipes by Hazen-Williams, all at once; what this writes for other links is written over.
    private void EvaluatePipes(HydraulicState state)
    {
        if (arrays.Friction == HeadLossFormula.HazenWilliams)
        {
            HazenWilliams.Conductances(arrays.Resistance, arrays.MinorResistance, state.Flow, _conductance, _lossFlow);
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
                return PipeHeadLoss(k, q, out gradient);

            case LinkKind.Pump:
                return arrays.PumpCurves[k]!.HeadLoss(state.Setting[k], q, out gradient);

            case LinkKind.FlowControl when state.Status[k] == LinkState.Active:
                // The flow is given, whatever the heads: a closed link beside a fixed flow.
                gradient = Constants.ClosedGradient;
                return gradient * (q - state.Setting[k]);

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

    private double PipeHeadLoss(int k, double q, out double gradient)
    {
        var headLoss = arrays.Friction switch
        {
            HeadLossFormula.DarcyWeisbach => DarcyWeisbach.HeadLoss(
                arrays.Resistance[k], arrays.RelativeRoughness[k], arrays.ReynoldsPerFlow[k], q, out gradient),
            HeadLossFormula.ChezyManning => ChezyManning.HeadLoss(arrays.Resistance[k], q, out gradient),
            _ => HazenWilliams.HeadLoss(arrays.Resistance[k], q, out gradient),
        };

        var minor = arrays.MinorResistance[k];
        if (minor > 0)
        {
            headLoss += MinorLoss.HeadLoss(minor, q, out var minorGradient);
            gradient += minorGradient;
        }

        return headLoss;
    }
}
