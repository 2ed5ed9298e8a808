using WaterSim.Hydraulics.Linear;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// Solves the hydraulics of one moment by the global gradient algorithm (Todini and Pilati, 1988): Newton's method on
/// heads H and flows q together,
/// <code>
/// energy at each link       H1 - H2 = h(q)
/// mass at each junction     sum of inflows - sum of outflows = demand
/// </code>
/// With g = h'(q) and p = 1/g, eliminating the flows leaves a symmetric system in the change of heads D:
/// <code>
/// q' = q - p (h(q) - (H1 - H2))                 flow if heads stayed
/// sum over links at n of p (D_n - D_m) = sum of q' into n - demand_n
/// q_new = q' + p (D_1 - D_2),   H_new = H + D
/// </code>
/// Solving for changes, not for heads, keeps the mass balance exact to rounding however steep a link.
/// Statuses of valves, pumps and check valves are judged on EPANET's schedule, so that where a network has several
/// solutions ours is EPANET's. Source: Todini, E., Pilati, S. (1988), Comput. Appl. Water Supply 1; EPANET 2.2 manual, 12.1.
/// </summary>
internal sealed class GradientSolver
{
    // Largest imbalance at a junction beside the largest flow of a link, -.
    private const double MassTolerance = 1e-5;

    private readonly NetworkArrays _arrays;
    private readonly HydraulicOptions _options;
    private readonly CholeskySolver _matrix;
    private readonly LinkCoefficients _links;
    private readonly NodeCoefficients _nodes;
    private readonly StatusRules _statuses;
    private readonly SupplyReach _reach;
    private double _largestFlowChange;

    /// <summary>A solver with its own workspace; one per thread.</summary>
    public GradientSolver(NetworkArrays arrays)
    {
        _arrays = arrays;
        _options = arrays.Network.Options;
        _matrix = new CholeskySolver(arrays.Factor);
        _links = new LinkCoefficients(arrays, _matrix);
        _nodes = new NodeCoefficients(arrays, _matrix);
        _statuses = new StatusRules(arrays);
        _reach = new SupplyReach(arrays);
    }

    /// <summary>
    /// Solves from the state's heads, flows and statuses for its demands and settings, in place. Junctions that no open
    /// link joins to a source are given no water.
    /// </summary>
    public SolveReport Solve(HydraulicState state)
    {
        _statuses.ForgetChanges();
        _statuses.RestartStalledPumps(state);
        _reach.MarkBeforeSolve(state);
        var report = Iterate(state);

        // Each repetition cuts off junctions for good, so that there is an end.
        for (var i = 0; i < 10 && report.SingularNode < 0 && _reach.MarkAfterSolve(state); i++)
        {
            var before = report.Iterations;
            report = Iterate(state);
            report = report with { Iterations = before + report.Iterations };
        }

        return report;
    }

    private SolveReport Iterate(HydraulicState state)
    {
        for (var i = 0; i < state.Demand.Length; i++)
        {
            state.Delivered[i] = state.Unsupplied[i] ? 0 : state.Demand[i];
        }

        var maximum = _options.MaxTrials
            + (_options.Unbalanced == UnbalancedAction.Continue ? _options.UnbalancedExtraTrials : 0);
        var nextCheck = _options.CheckFrequency;
        var relaxation = 1.0;
        var change = double.PositiveInfinity;
        for (var iteration = 1; iteration <= maximum; iteration++)
        {
            var singular = Linearize(state);
            if (singular >= 0)
            {
                if (_statuses.ReleaseValveAt(state, singular))
                {
                    continue;
                }

                return Report(iteration, false, change, singular);
            }

            change = Update(state, relaxation);
            relaxation = 1;
            var valvesChanged = false;
            if (_options.DampLimit <= 0)
            {
                valvesChanged = _statuses.UpdatePressureValves(state);
            }
            else if (change <= _options.DampLimit)
            {
                relaxation = 0.6;
                valvesChanged = _statuses.UpdatePressureValves(state);
            }

            if (HasConverged(state, change))
            {
                if (iteration > _options.MaxTrials)
                {
                    return Report(iteration, false, change, -1);
                }

                // All three are asked, whatever the first says: each changes statuses.
                var statusesChanged = _statuses.UpdateLinks(state);
                var controlsChanged = _statuses.ApplyPressureControls(state);
                if (!valvesChanged && !statusesChanged && !controlsChanged)
                {
                    return Report(iteration, true, change, -1);
                }

                nextCheck = iteration + _options.CheckFrequency;
            }
            else if (iteration <= _options.MaxCheck && iteration == nextCheck)
            {
                _statuses.UpdateLinks(state);
                nextCheck += _options.CheckFrequency;
            }
        }

        return Report(maximum, false, change, -1);
    }

    /// <summary>
    /// The state's residuals: the largest imbalance at a junction (m3/s) and the largest difference between a link's
    /// head difference and its law (m), with the solver node and link of each, -1 where all are zero.
    /// </summary>
    public (double Mass, int Node, double Energy, int Link) Residuals(HydraulicState state)
    {
        var (energy, link) = _links.EnergyResidual(state);
        var (mass, node) = _nodes.MassResidual(state);
        return (mass, node, energy, link);
    }

    // Writes the linear system for the current state and solves it for the change of heads.
    private int Linearize(HydraulicState state)
    {
        _matrix.Clear();
        _links.Assemble(state);
        _nodes.Assemble(state);
        _links.AssemblePressureValves(state, _nodes);
        return _matrix.Solve();
    }

    // Applies the change of heads to heads, flows, demands and emitters.
    private double Update(HydraulicState state, double relaxation)
    {
        var head = state.Head;
        var change = _matrix.RightSide;
        for (var i = 0; i < change.Length; i++)
        {
            head[i] += change[i];
        }

        double flowSum = 0, changeSum = 0, largest = 0;
        _links.UpdateFlows(state, relaxation, ref flowSum, ref changeSum, ref largest);
        _nodes.UpdateFlows(state, relaxation, ref flowSum, ref changeSum, ref largest);
        _largestFlowChange = largest;
        return flowSum > _options.Accuracy ? changeSum / flowSum : changeSum;
    }

    private static double LargestOf(double[] flows)
    {
        double largest = 0;
        foreach (var q in flows)
        {
            largest = Math.Max(largest, Math.Abs(q));
        }

        return largest;
    }

    private bool HasConverged(HydraulicState state, double change)
    {
        if (!(change <= _options.Accuracy)
            || (_options.FlowChange > 0 && _largestFlowChange > _options.FlowChange))
        {
            return false;
        }

        // A regulating valve's flow lags an iteration behind: where the accuracy asked for is loose, the flow changes may
        // be within it while water is still missing at the valve.
        // Deviation from EPANET: it stops there. Test: Water_balance_closes_at_loose_accuracy.
        if (_arrays.PressureValves.Length > 0 && _nodes.MassResidual(state).Residual > MassTolerance * LargestOf(state.Flow))
        {
            return false;
        }

        return (_options.HeadError <= 0 || _links.EnergyResidual(state).Residual <= _options.HeadError)
            && _nodes.HaveConverged(state);
    }

    private SolveReport Report(int iterations, bool converged, double change, int singularNode) => new()
    {
        Iterations = iterations,
        Converged = converged,
        RelativeFlowChange = change,
        SingularNode = singularNode,
        RestlessLinks = converged ? null : _statuses.RestlessLinks(),
    };
}
