using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// Some runs of one network side by side. Each keeps its own time: the solver works at the present moment of every run,
/// whichever moment that is, and a run that is solved moves on to its next event while the others still iterate.
/// </summary>
/// <typeparam name="T">The runs side by side.</typeparam>
internal sealed class LaneRunner<T>
    where T : struct, ILanes<T>
{
    // A run that is solved waits until so many are: what is then done is done for all lanes and costs about an iteration.
    // Of one run alone that is one.
    private const int Enough = 3;

    // m3/s at a junction, where shortage is expected: a day's water then balances to less than a billionth of it.
    private const double MostImbalance = 1e-10;

    private readonly CompiledNetwork _compiled;
    private readonly LaneStates _states;
    private readonly GradientSolver<T> _solver;
    private readonly LaneTotals<T> _totals;
    private readonly ValveThrottles _throttles;
    private readonly PeriodRun[] _runs = new PeriodRun[T.Count];
    private readonly bool[] _active = new bool[T.Count];
    private readonly bool[] _starting = new bool[T.Count];
    private readonly bool[] _isSolved = new bool[T.Count];
    private readonly bool[] _isStill = new bool[T.Count];
    private readonly SolveReport[] _reports = new SolveReport[T.Count];
    private readonly double[] _multipliers;
    private LaneRoughness<T>? _roughness;

    /// <summary>A workspace; one per thread.</summary>
    /// <param name="compiled">The network.</param>
    /// <param name="width">How many chains of one scenario are evaluated at a time; null: what the machine does best.</param>
    /// <param name="options">What is asked of each run; null: hydraulics alone.</param>
    public LaneRunner(CompiledNetwork compiled, int? width = null, RunOptions? options = null)
    {
        options ??= RunOptions.Default;
        _compiled = compiled;
        _states = new LaneStates(compiled.Arrays, T.Count);
        _solver = new GradientSolver<T>(compiled.Arrays, width ?? LaneWidth.Preferred);
        _totals = new LaneTotals<T>(compiled.Arrays);
        _throttles = new ValveThrottles(compiled.Arrays);
        var patterns = compiled.Demands.PatternIds.Length;
        _multipliers = LaneMemory.Zeros(patterns, T.Count);
        for (var lane = 0; lane < T.Count; lane++)
        {
            _runs[lane] = new PeriodRun(
                compiled, _states[lane], new Column<double>(_multipliers, T.Count, lane), options);
        }

        if (options.ExpectsShortage)
        {
            ExpectShortage();
        }
    }

    /// <summary>
    /// Lowest pressure head that each junction has had, m; one per solver node and lane. Null where nobody asks.
    /// </summary>
    public double[]? LowestPressures { get; private set; }

    /// <summary>The solver, whose pipes may differ by run.</summary>
    public GradientSolver<T> Solver => _solver;

    /// <summary>Whether a lane has a run in progress.</summary>
    public bool IsActive(int lane) => _active[lane];

    /// <summary>The run in a lane.</summary>
    public PeriodRun this[int lane] => _runs[lane];

    /// <summary>Takes down from now on how low the pressure falls.</summary>
    public void KeepLowestPressures() => LowestPressures ??= LaneMemory.Zeros(_compiled.Arrays.ModelNode.Length, T.Count);

    /// <summary>Makes the runs ready for a network short of water, from the next start on.</summary>
    public void ExpectShortage()
    {
        _solver.MostImbalance = MostImbalance;
        _solver.Bounds = new FlowBounds(_compiled.Arrays, T.Count);
        foreach (var run in _runs)
        {
            run.RestEmptyTanks();
        }
    }

    /// <summary>Adds up from now on what passes each link and node.</summary>
    public void KeepVolumes()
    {
        foreach (var run in _runs)
        {
            run.KeepVolumes();
        }
    }

    /// <summary>Where runs search for their first moment's solution; null: from EPANET's first guesses. For one lane alone.</summary>
    public StartingPoint? Start { get; set; }

    /// <summary>Lets the roughness of the pipes differ from run to run.</summary>
    public void LetRoughnessDiffer() => _roughness ??= new LaneRoughness<T>(_compiled.Arrays, _solver.Pipes);

    /// <summary>Begins a run in a lane.</summary>
    /// <param name="lane">Where.</param>
    /// <param name="changes">What differs from the network.</param>
    /// <param name="record">Whether to keep the results of every reported time.</param>
    public void Begin(int lane, LaneChanges changes, bool record)
    {
        _solver.Forget(lane);
        _runs[lane].Restart(changes, record, Start);
        _roughness?.Set(lane, changes.RoughnessFactor, changes.Roughness);
        _active[lane] = true;
        for (var i = 0; LowestPressures is { } lowest && i < _states[lane].Head.Length; i++)
        {
            lowest[(i * T.Count) + lane] = double.PositiveInfinity;
        }
    }

    /// <summary>Keeps the run in the first lane, which is alone.</summary>
    public void Keep(StateArchive archive)
    {
        _runs[0].Keep(archive);
        if (archive.IsReading)
        {
            _solver.Forget(0);
            _solver.Resume(_states);
        }
    }

    /// <summary>The lowest pressure heads of a lane's run, m, one per node of the model; NaN at fixed heads and where nothing was solved.</summary>
    public ImmutableArray<double> LowestPressuresOf(int lane)
    {
        var arrays = _compiled.Arrays;
        var lowest = ImmutableArray.CreateBuilder<double>(arrays.ModelNode.Length);
        foreach (var i in arrays.SolverNode)
        {
            var pressure = LowestPressures![(i * T.Count) + lane];
            lowest.Add(double.IsFinite(pressure) ? pressure : double.NaN);
        }

        return lowest.MoveToImmutable();
    }

    /// <summary>
    /// Solves the present moment of at least one run, which moves on to its next; the others may be left under way.
    /// </summary>
    public void Step()
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            _starting[lane] = _active[lane] && !_solver.IsRunning(lane);
            if (_starting[lane])
            {
                _runs[lane].Prepare();
            }
        }

        SetDemands();
        _solver.Begin(_states, _starting);
        _solver.Advance(_states, Math.Min(Enough, T.Count));
        TakeReports();
        _totals.Take(_states, LowestPressures, _solver.Running);
        if (_runs[0].NeedsAllFlows)
        {
            _solver.RecoverFlows(_states);
        }

        for (var lane = 0; lane < T.Count; lane++)
        {
            if (_isSolved[lane])
            {
                if (_isStill[lane])
                {
                    _states[lane].StandStill();
                }

                _active[lane] = _runs[lane].Complete(_reports[lane], _solver.Residuals(_states[lane]), _totals[lane]);
            }
        }
    }

    private void TakeReports()
    {
        Array.Clear(_isSolved);
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (_isSolved[lane] || !_active[lane] || _solver.IsRunning(lane))
            {
                continue;
            }

            _isSolved[lane] = true;
            _isStill[lane] = false;
            _reports[lane] = _solver.ReportOf(lane);
            if (!_reports[lane].Converged)
            {
                _isStill[lane] = !SolveWithThrottles(lane) && _runs[lane].Volumes is not null;
                if (_isStill[lane])
                {
                    // Nothing moves then, which needs no solution; the run goes on.
                    _reports[lane] = _reports[lane] with { SingularNode = -1 };
                }

                // Meanwhile others may have been solved.
                lane = -1;
            }
        }
    }

    // Where statuses find no rest the run is solved with its regulating valves as throttles, while the others go on. True where that
    // has an end, or where at least the water balances.
    private bool SolveWithThrottles(int lane)
    {
        const double LargestImbalance = 1e-6;
        var (state, first, solves) = (_states[lane], _reports[lane], 0);
        if (!_throttles.HasAny(state))
        {
            return false;
        }

        var (last, iterations) = (first, first.Iterations);
        var settled = _throttles.Settle(state, Solve);
        var balances = last.SingularNode < 0 && _solver.Residuals(state).Mass <= LargestImbalance;
        _reports[lane] = last with
        {
            Iterations = iterations,
            Converged = settled,
            SingularNode = balances ? -1 : first.SingularNode,
        };
        return balances;

        bool Solve(int most)
        {
            if (solves++ == 0)
            {
                _solver.Forget(lane);
            }

            Array.Clear(_starting);
            _starting[lane] = true;
            _solver.Begin(_states, _starting);
            _solver.MostTrials[lane] = most;
            while (_solver.IsRunning(lane))
            {
                _solver.Advance(_states, 1);
            }

            _solver.MostTrials[lane] = null;
            last = _solver.ReportOf(lane);
            iterations += last.Iterations;
            return last.Converged;
        }
    }

    private void SetDemands()
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (_active[lane])
            {
                _runs[lane].ClearOwnDemands();
            }
        }

        _compiled.Demands.Set<T>(_states, _multipliers);
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (_active[lane])
            {
                _runs[lane].AddOwnDemands();
            }
        }
    }
}
