using WaterSim.Hydraulics.Linear;
using WaterSim.Model;
using WaterSim.Numerics;

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
/// Solving for changes, not for heads, keeps the mass balance exact to rounding however steep a link. Trees and chains of
/// plain pipes have no part in the system but by their sums (<see cref="NetworkReduction"/>).
/// Some scenarios of one network are solved side by side: each lane goes its own way through iterations and statuses,
/// as if it were alone; when it has converged it may begin with another moment while the others go on.
/// Statuses of valves, pumps and check valves are judged on EPANET's schedule, so that where a network has several
/// solutions ours is EPANET's. Source: Todini, E., Pilati, S. (1988), Comput. Appl. Water Supply 1; EPANET 2.2 manual, 12.1.
/// </summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class GradientSolver<T>
    where T : struct, ILanes<T>
{
    private const int MostRepetitions = 10;

    // Below this share of the accuracy flows have come to rest for good. Where that is no solution, as where a valve draws a given flow
    // from where none comes, only another status can make it one.
    // Deviation from EPANET: it goes on as it is to the last trial. Test: A_valve_that_draws_from_where_nothing_comes_lets_go.
    private const double StuckShare = 1e-3;

    // m3/s at a junction, that steep links leave amiss when flows have come to rest.
    private const double Rounding = 1e-8;

    private readonly NetworkArrays _arrays;
    private readonly HydraulicOptions _options;
    private readonly CholeskySolver<T> _matrix;
    private readonly LinkCoefficients<T> _links;
    private readonly NodeCoefficients<T> _nodes;
    private readonly NodeLoads<T> _loads;
    private readonly ChainRecovery<T> _recovery;
    private readonly NodeBalance<T> _balance;
    private readonly ValveBalance<T> _valves;
    private readonly LaneProgress<T> _progress;
    private readonly StatusRules[] _statuses = new StatusRules[T.Count];
    private readonly SupplyReach[] _reach = new SupplyReach[T.Count];
    private readonly double[] _starting = new double[T.Count];
    private readonly double[] _offsets;
    private readonly bool[] _isNew = new bool[T.Count];
    private readonly HeldNodes[] _held = new HeldNodes[T.Count];
    private readonly double[] _known = new double[T.Count];
    private bool _isCarriedOver;
    private T _carried;

    /// <summary>A solver with its own workspace; one per thread.</summary>
    /// <param name="arrays">The network.</param>
    /// <param name="width">How many chains of one scenario are evaluated at a time: 8, 4 or 1.</param>
    public GradientSolver(NetworkArrays arrays, int width)
    {
        _arrays = arrays;
        _options = arrays.Network.Options;
        _matrix = new CholeskySolver<T>(arrays.Factor, arrays.FixedEnd - arrays.UnknownCount);
        _links = new LinkCoefficients<T>(arrays, _matrix, width);
        _nodes = new NodeCoefficients<T>(arrays, _matrix);
        _loads = new NodeLoads<T>(arrays);
        _progress = new LaneProgress<T>(arrays);
        _balance = new NodeBalance<T>(arrays, _links, _nodes);
        _valves = new ValveBalance<T>(arrays, _matrix, _links, _nodes, _balance, _progress);
        _recovery = new ChainRecovery<T>(arrays, _links.Pipes, _progress);
        _offsets = LaneMemory.Zeros(arrays.Pipes.PlaceCount, T.Count);
        Array.Fill(_isNew, true);
        for (var lane = 0; lane < T.Count; lane++)
        {
            _statuses[lane] = new StatusRules(arrays);
            _reach[lane] = new SupplyReach(arrays);
        }
    }

    /// <summary>The plain pipes, whose resistances may differ by scenario.</summary>
    public PipeCoefficients<T> Pipes => _links.Pipes;

    /// <summary>Prepares a lane for another run: it remembers nothing of the last.</summary>
    public void Forget(int lane)
    {
        _reach[lane].Forget();
        _isNew[lane] = true;
    }

    /// <summary>
    /// Goes on from states that another solver has left: what it would remember, the coefficients at the last flows, is made
    /// again from these.
    /// </summary>
    public void Resume(LaneStates states)
    {
        _links.Pipes.EvaluatePipes(states);
        (_isCarriedOver, _carried) = (true, T.Of(0));
        Array.Fill(_isNew, false);
    }

    /// <summary>What flows are kept within at first; null: nothing, as EPANET.</summary>
    public FlowBounds? Bounds { get; set; }

    /// <summary>Iterations of one solve at most, one per lane; null: what the network's options say.</summary>
    public int?[] MostTrials { get; } = new int?[T.Count];

    /// <summary>What may be missing or too much at a junction of a solution, m3/s; infinite: whatever the accuracy leaves, as EPANET.</summary>
    public double MostImbalance
    {
        get => _valves.MostImbalance;
        set => _valves.MostImbalance = value;
    }

    /// <summary>Whether a scenario still iterates.</summary>
    public bool IsRunning(int lane) => _progress.IsRunning(lane);

    /// <summary>How the last solve of a scenario went.</summary>
    public SolveReport ReportOf(int lane) => _progress.Reports[lane];

    /// <summary>Mask of the scenarios that still iterate.</summary>
    public T Running => _progress.Running;

    /// <summary>
    /// Begins to solve scenarios for their demands and settings, from their heads, flows and statuses. Others may be
    /// under way. Junctions that no open link joins to a source are given no water.
    /// </summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="starting">Which of them begin; one per lane.</param>
    public void Begin(LaneStates states, ReadOnlySpan<bool> starting)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (starting[lane])
            {
                var state = states[lane];
                _statuses[lane].ForgetChanges();
                _statuses[lane].RestartStalledPumps(state);
                _reach[lane].MarkBeforeSolve(state);
                _progress.EarlierIterations[lane] = 0;
                _progress.Repetitions[lane] = 0;
                _held[lane] = HeldNodes.None;
            }
        }

        CarryOver(states, starting);
    }

    /// <summary>
    /// Iterates until some scenarios are solved, in place; their heads inside chains and trees are then set too.
    /// </summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="enough">How many are to be solved before the others wait for what is done with them.</param>
    public void Advance(LaneStates states, int enough)
    {
        for (var solved = 0; solved < enough && _progress.AnyRunning;)
        {
            var before = _progress.RunningCount;
            Iterate(states);
            solved += before - _progress.RunningCount;
        }

        _recovery.RecoverHeads(states);
        _isCarriedOver = true;
        _carried = T.Of(0);
        _balance.Take(states);
    }

    /// <summary>Sets the flows of everything inside chains and trees of what was solved.</summary>
    public void RecoverFlows(LaneStates states) => _recovery.RecoverFlows(states);

    /// <summary>
    /// The residuals of a scenario that has been solved: the largest imbalance at a junction (m3/s) and the largest difference between a
    /// link's head difference and its law (m), with the solver node and link of each, -1 where all are zero.
    /// </summary>
    public (double Mass, int Node, double Energy, int Link) Residuals(HydraulicState state)
    {
        var (mass, node) = _balance.Residual(state.Lane);
        var (energy, link) = EnergyResidual(state);
        return (mass, node, energy, link);
    }

    // Starts with the coefficients that the last solve ended with. A scenario that is new to its lane has none: all are then
    // evaluated, and those of the others put back, so that none of them notices.
    private void CarryOver(LaneStates states, ReadOnlySpan<bool> starting)
    {
        var (news, olds) = (0, 0);
        for (var lane = 0; lane < T.Count; lane++)
        {
            var isNew = starting[lane] && _isNew[lane];
            _known[lane] = isNew ? 0 : 1;
            news += isNew ? 1 : 0;
            olds += !isNew && (starting[lane] || _progress.IsRunning(lane)) ? 1 : 0;
            _isNew[lane] &= !starting[lane];
        }

        if (olds == 0)
        {
            _isCarriedOver = false;
            Start(states, starting);
            return;
        }

        states.Offset.CopyTo(_offsets, 0);
        Start(states, starting);
        if (news > 0)
        {
            Pipes.EvaluateAgain(states, T.Less(T.Of(0), T.Load(in _known[0])), _offsets);
        }

        _carried = Pipes.CarryOver(states, _offsets);
    }

    private void Start(LaneStates states, ReadOnlySpan<bool> starting)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            _starting[lane] = starting[lane] ? 1 : 0;
            if (starting[lane])
            {
                _progress.Start(lane, _options.CheckFrequency);
            }
        }

        _balance.Outdate();
        _progress.NoteSupply(states);
        _loads.Set(states, T.Less(T.Of(0), T.Load(in _starting[0])), _nodes.Drawn);
    }

    // One Newton step of all scenarios that are not done yet, and what follows for each of them.
    private void Iterate(LaneStates states)
    {
        _matrix.Clear();
        _links.Assemble(states, isCarriedOver: _isCarriedOver);
        _nodes.Assemble(states);
        for (var lane = 0; lane < T.Count; lane++)
        {
            _nodes.Hold(states[lane], _held[lane]);
        }

        _links.AssemblePressureValves(states, _nodes);
        var failed = !_matrix.Solve();
        Span<bool> repeats = stackalloc bool[T.Count];
        repeats.Clear();
        for (var lane = 0; failed && lane < T.Count; lane++)
        {
            if (_matrix.Failed[lane] >= 0 && _progress.IsRunning(lane))
            {
                repeats[lane] = Release(states[lane], lane, _matrix.Failed[lane]);
            }
        }

        Update(states);
        _valves.Close(states);
        var restarts = false;
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (_progress.IsRunning(lane) && !repeats[lane])
            {
                repeats[lane] = Judge(states, lane);
                restarts |= repeats[lane];
            }
            else
            {
                repeats[lane] = false;
            }

            _progress.Resume(lane);
        }

        if (restarts)
        {
            Start(states, repeats);
        }
    }

    // Where the equations have no solution: the heads that no source reaches are held from now on; or a regulating valve there is left
    // open; or, where nothing is drawn by force, all heads are held. The iteration is then made again. Without any of these the
    // scenario ends. True where it goes on; its step is void.
    private bool Release(HydraulicState state, int lane, int node)
    {
        var iteration = ++_progress.Iteration[lane];
        var goesOn = iteration < MostIterations(lane);
        if (goesOn && _held[lane] == HeldNodes.None && state.Unsupplied[node])
        {
            _held[lane] = HeldNodes.Unsupplied;
        }
        else if (goesOn && !_statuses[lane].ReleaseValveAt(state, node))
        {
            goesOn = _held[lane] != HeldNodes.All && Math.Abs(state.Load[node]) <= Constants.SmallFlow;
            _held[lane] = HeldNodes.All;
        }

        if (goesOn)
        {
            _progress.Pause(lane);
            return true;
        }

        Stop(lane, false, double.PositiveInfinity, node);
        return false;
    }

    // Applies the change of heads to heads, flows, demands and emitters.
    private void Update(LaneStates states)
    {
        var head = new LaneView<T>(states.Head);
        var rows = new LaneView<T>(_matrix.Rows);
        var running = _progress.Running;
        var unknowns = _arrays.UnknownCount;
        for (var i = 0; i < unknowns; i++)
        {
            var before = head[i];
            head[i] = T.Select(running, before + rows[(2 * i) + 1], before);
        }

        _balance.Outdate();
        _progress.Clear();
        if (_isCarriedOver)
        {
            _progress.Add(T.Of(0), _carried, T.Of(0), T.Of(0));
            _isCarriedOver = false;
        }

        Bounds?.Note(states);
        _links.UpdateFlows(states, _progress);
        _nodes.UpdateFlows(states, _progress);
        Bounds?.Keep(states, _progress);
    }

    private int MostIterations(int lane) => MostTrials[lane]
        ?? _options.MaxTrials + (_options.Unbalanced == UnbalancedAction.Continue ? _options.UnbalancedExtraTrials : 0);

    // What a scenario's Newton step leads to: statuses change, it goes on, or it ends. True where it must be solved again
    // because its statuses cut junctions off.
    private bool Judge(LaneStates states, int lane)
    {
        var state = states[lane];
        var statuses = _statuses[lane];
        var iteration = ++_progress.Iteration[lane];
        var change = _progress.Change(lane, _options.Accuracy);
        _progress.Relax(lane, 1);
        var valvesChanged = false;
        if (_options.DampLimit <= 0)
        {
            valvesChanged = statuses.UpdatePressureValves(state);
        }
        else if (change <= _options.DampLimit)
        {
            _progress.Relax(lane, 0.6);
            valvesChanged = statuses.UpdatePressureValves(state);
        }

        if (HasConverged(states, lane, change))
        {
            if (iteration > (MostTrials[lane] ?? _options.MaxTrials))
            {
                return Finish(state, lane, false, change);
            }

            // All three are asked, whatever the first says: each changes statuses.
            var statusesChanged = statuses.UpdateLinks(state);
            var controlsChanged = statuses.ApplyPressureControls(state);
            if (!valvesChanged && !statusesChanged && !controlsChanged)
            {
                return Finish(state, lane, true, change);
            }

            _progress.NextCheck[lane] = iteration + _options.CheckFrequency;
        }
        else if ((iteration <= _options.MaxCheck && iteration == _progress.NextCheck[lane]) || change <= StuckShare * _options.Accuracy)
        {
            statuses.UpdateLinks(state);
            _progress.NextCheck[lane] += _options.CheckFrequency;
        }

        return iteration >= MostIterations(lane) && Finish(state, lane, false, change);
    }

    // Each repetition cuts off junctions for good, so that there is an end.
    private bool Finish(HydraulicState state, int lane, bool converged, double change)
    {
        if (_progress.Repetitions[lane]++ < MostRepetitions && _reach[lane].MarkAfterSolve(state))
        {
            _progress.EarlierIterations[lane] += _progress.Iteration[lane];
            return true;
        }

        Stop(lane, converged, change, -1);
        return false;
    }

    private void Stop(int lane, bool converged, double change, int singularNode) => _progress.Stop(lane, new SolveReport
    {
        Iterations = _progress.EarlierIterations[lane] + _progress.Iteration[lane],
        Converged = converged,
        RelativeFlowChange = change,
        SingularNode = singularNode,
        RestlessLinks = converged ? null : _statuses[lane].RestlessLinks(),
    });

    private bool HasConverged(LaneStates states, int lane, double change)
    {
        if (!(change <= _options.Accuracy)
            || (_options.FlowChange > 0 && _progress.LargestChange(lane) > _options.FlowChange))
        {
            return false;
        }

        var state = states[lane];
        if (_valves.IsOpen(lane) || double.IsFinite(MostImbalance))
        {
            _balance.Take(states);
            var imbalance = _balance.Residual(lane).Residual;
            var isRounding = change <= StuckShare * _options.Accuracy && imbalance <= Rounding;
            if (!isRounding && (_valves.IsOpen(lane) || imbalance > MostImbalance))
            {
                return false;
            }
        }

        if (_options.HeadError > 0)
        {
            _recovery.RecoverHeads(states);
            if (EnergyResidual(state).Residual > _options.HeadError)
            {
                return false;
            }
        }

        return _nodes.HaveConverged(state, lane);
    }

    private (double Residual, int Link) EnergyResidual(HydraulicState state)
    {
        var (largest, worst) = _recovery.EnergyResidual(state.Lane);
        for (var k = _arrays.FirstSwitchable; k < _arrays.EdgeCount; k++)
        {
            if (!state.Unsupplied[_arrays.EdgeFrom[k]] && _links.LossOf(state, k) is { } loss)
            {
                var residual = Math.Abs(loss - (state.Head[_arrays.EdgeFrom[k]] - state.Head[_arrays.EdgeTo[k]]));
                if (residual > largest)
                {
                    (largest, worst) = (residual, k);
                }
            }
        }

        return (largest, worst);
    }
}
