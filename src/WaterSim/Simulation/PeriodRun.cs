using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// One run in progress. Each step: patterns and controls set demands and statuses, the solver finds heads and flows,
/// results are taken down, and the tanks fill or drain until the next event, on EPANET's sequence of whole seconds.
/// </summary>
internal sealed class PeriodRun
{
    private readonly NetworkArrays _arrays;
    private readonly RunClock _clock;
    private readonly HydraulicState _state;
    private readonly HydraulicState _solution;
    private readonly ScalarSolver _solver;
    private readonly Schedule _schedule;
    private readonly TankLevels _tanks;
    private readonly SimpleControls _controls;
    private readonly RuleSet _rules;
    private readonly DecisionLog _decisions;
    private readonly EnergyMeter _energy;
    private readonly BalanceMeter _balance;
    private readonly Recorder _recorder;
    private readonly StepWarnings _warnings;
    private readonly List<StepReport> _steps = [];
    private long _time;
    private long _nextReportEvent;
    private long _nextReport;
    private SimulationOutcome _outcome;

    public PeriodRun(NetworkArrays arrays)
    {
        _arrays = arrays;
        _clock = new RunClock(arrays.Network.Times);
        _state = HydraulicState.Initial(arrays);
        _solution = HydraulicState.Initial(arrays);
        _solver = new ScalarSolver(arrays);
        _decisions = new DecisionLog(arrays);
        var patterns = new PatternSet(arrays.Network);
        _schedule = new Schedule(arrays, patterns);
        _tanks = new TankLevels(arrays);
        _controls = new SimpleControls(arrays, _tanks, _clock, _decisions);
        _rules = new RuleSet(arrays, _tanks, _clock, _decisions);
        _energy = new EnergyMeter(arrays, patterns);
        _balance = new BalanceMeter(arrays, _tanks);
        _recorder = new Recorder(arrays, _energy);
        _warnings = new StepWarnings(arrays);
        _nextReportEvent = _clock.ReportStep;
        _nextReport = _clock.ReportStart;
    }

    /// <summary>Share of the duration that is done, 0 to 1.</summary>
    public double Progress => _clock.Duration > 0 ? Math.Min(1, (double)_time / _clock.Duration) : 1;

    /// <summary>Solves the present moment and moves on to the next. False at the end of the run.</summary>
    public bool Step()
    {
        var period = _clock.PatternPeriod(_time);
        _schedule.Apply(_state, period);
        _controls.Apply(_state, _time);
        var solved = _solver.Solve(_state);
        var stops = !solved.Converged
            && (solved.SingularNode >= 0 || _arrays.Network.Options.Unbalanced == UnbalancedAction.Stop);
        if (!solved.Converged)
        {
            _outcome = stops ? SimulationOutcome.StoppedUnbalanced : SimulationOutcome.CompletedUnbalanced;
        }

        var step = stops || _time >= _clock.Duration ? 0 : NextStep();
        var length = TakeDown(solved, step, period);

        if (length == 0)
        {
            return false;
        }

        _time += length;
        if (_time >= _nextReportEvent)
        {
            _nextReportEvent += _clock.ReportStep;
        }

        return true;
    }

    /// <summary>What was computed so far.</summary>
    public SimulationResults Results() => new(
        _arrays.Network,
        _recorder.Table,
        _outcome,
        [.. _steps],
        _balance.Total(steady: _clock.Duration == 0),
        _energy.Totals(_clock.Duration > 0 ? _clock.Duration : 3600),
        _warnings.Diagnostics(),
        _decisions.Decisions)
    {
        PeakPower = _energy.PeakPower,
    };

    private long NextStep()
    {
        var step = _clock.HydraulicStep;
        step = Sooner(step, _clock.UntilNextPattern(_time));
        step = Sooner(step, _nextReportEvent - _time);
        step = _tanks.Limit(step, _state);
        return _controls.Limit(step, _state, _time);

        static long Sooner(long step, long until) => until > 0 && until < step ? until : step;
    }

    // Takes down the solution and moves the tanks on for as long as it holds: to the end of the step, or to where a rule
    // changes a link. Returns that length, s.
    private long TakeDown(SolveReport solved, long step, long period)
    {
        var solution = _state;
        var length = step;
        if (!_rules.IsEmpty)
        {
            _solution.CopyFrom(_state);
            solution = _solution;
            length = _rules.Advance(_state, _tanks, _time, step);
        }

        var (mass, node, energy, link) = _solver.Residuals(solution);
        var report = new StepReport
        {
            Time = _time,
            Length = length,
            Iterations = solved.Iterations,
            Converged = solved.Converged,
            RelativeFlowChange = solved.RelativeFlowChange,
            MassResidual = mass,
            WorstNode = node < 0 ? -1 : _arrays.ModelNode[node],
            EnergyResidual = energy,
            WorstLink = link < 0 ? -1 : _arrays.ModelLink[link],
        };
        _steps.Add(report with { Findings = _warnings.Note(_time, solved, report, solution) });
        for (; _nextReport <= _time || _nextReport < _time + length; _nextReport += _clock.ReportStep)
        {
            _recorder.Record(_nextReport, solution);
        }

        // A steady state stands for an hour.
        var span = _clock.Duration == 0 ? 3600 : length;
        _energy.Add(solution, span, period);
        _balance.Add(solution, span);
        if (_rules.IsEmpty)
        {
            _tanks.Advance(length, _state);
        }

        return length;
    }
}
