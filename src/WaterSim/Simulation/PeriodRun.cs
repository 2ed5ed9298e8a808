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
    private readonly GradientSolver _solver;
    private readonly Schedule _schedule;
    private readonly TankLevels _tanks;
    private readonly SimpleControls _controls;
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
        _solver = new GradientSolver(arrays);
        var patterns = new PatternSet(arrays.Network);
        _schedule = new Schedule(arrays, patterns);
        _tanks = new TankLevels(arrays);
        _controls = new SimpleControls(arrays, _tanks, _clock);
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
        var length = _time < _clock.Duration ? NextStep() : 0;
        TakeDown(solved, length, period);
        if (!solved.Converged)
        {
            var stop = solved.SingularNode >= 0
                || _arrays.Network.Options.Unbalanced == UnbalancedAction.Stop;
            _outcome = stop ? SimulationOutcome.StoppedUnbalanced : SimulationOutcome.CompletedUnbalanced;
            if (stop)
            {
                return false;
            }
        }

        if (length == 0)
        {
            return false;
        }

        _tanks.Advance(length, _state);
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
        _warnings.Diagnostics())
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

    private void TakeDown(SolveReport solved, long length, long period)
    {
        var (mass, node, energy, link) = _solver.Residuals(_state);
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
            WorstLink = link,
        };
        _steps.Add(report);
        _warnings.Note(_time, solved, report, _state);
        for (; _nextReport <= _time || _nextReport < _time + length; _nextReport += _clock.ReportStep)
        {
            _recorder.Record(_nextReport, _state);
        }

        // A steady state stands for an hour.
        var span = _clock.Duration == 0 ? 3600 : length;
        _energy.Add(_state, span, period);
        _balance.Add(_state, span);
    }
}
