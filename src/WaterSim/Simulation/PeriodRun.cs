using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// One run in progress. Each step: patterns and controls set demands and statuses; the solver, which may serve several
/// runs at once, finds heads and flows; results are taken down; and the tanks fill or drain until the next event, on
/// EPANET's sequence of whole seconds.
/// </summary>
internal sealed class PeriodRun
{
    private readonly CompiledNetwork _compiled;
    private readonly NetworkArrays _arrays;
    private readonly RunClock _clock;
    private readonly HydraulicState _state;
    private readonly Column<double> _multipliers;
    private readonly Schedule _schedule;
    private readonly TankLevels _tanks;
    private readonly SimpleControls _controls;
    private readonly RuleSet _rules;
    private readonly RuleSnapshot _snapshot;
    private readonly DecisionLog _decisions;
    private readonly EnergyMeter _energy;
    private readonly BalanceMeter _balance;
    private readonly Recorder _recorder;
    private readonly StepWarnings _warnings;
    private readonly List<StepReport> _steps = [];
    private readonly RunQuality? _quality;
    private (int Node, double Demand, double[] Pattern)[] _ownDemands = [];
    private bool _records;
    private long _period;
    private long _time;
    private long _nextReportEvent;
    private long _nextReport;
    private SimulationOutcome _outcome;

    /// <summary>A run of a network that has not begun.</summary>
    /// <param name="compiled">The network.</param>
    /// <param name="state">Its state, which the run owns.</param>
    /// <param name="multipliers">Filled before each solution with the multipliers of demands.</param>
    /// <param name="options">What is asked of it.</param>
    public PeriodRun(CompiledNetwork compiled, HydraulicState state, Column<double> multipliers, RunOptions options)
    {
        (_compiled, _arrays, _clock, _state, _multipliers) = (compiled, compiled.Arrays, compiled.Clock, state, multipliers);
        _decisions = new DecisionLog(_arrays);
        _schedule = new Schedule(compiled);
        _tanks = new TankLevels(_arrays);
        _controls = new SimpleControls(_arrays, _tanks, _clock, _decisions);
        _rules = new RuleSet(_arrays, _tanks, _clock, _decisions);
        _snapshot = new RuleSnapshot(compiled);
        _energy = new EnergyMeter(_arrays);
        _balance = new BalanceMeter(_arrays, _tanks);
        _recorder = new Recorder(compiled, _energy);
        _warnings = new StepWarnings(_arrays);
        _quality = options.Quality.IsEmpty ? null : new RunQuality(compiled, _tanks, options);
    }

    /// <summary>Share of the duration that is done, 0 to 1.</summary>
    public double Progress => _clock.Duration > 0 ? Math.Min(1, (double)_time / _clock.Duration) : 1;

    /// <summary>Whether the run follows the quality of the water, and so needs the flows of all links.</summary>
    public bool NeedsAllFlows => _quality is not null || Volumes is not null;

    /// <summary>Adds up volumes where somebody asks for them; what deserves a look is then not listed. Else null.</summary>
    public VolumeMeter? Volumes { get; private set; }

    /// <summary>
    /// Lets a tank that has run empty fill until the next whole hydraulic step before it gives again, so that a tank that gets less
    /// than is drawn does not open and close at every event. Deviation from EPANET: there it does. Test:
    /// An_empty_tank_that_is_fed_too_little_rests_until_the_next_hour.
    /// </summary>
    public void RestEmptyTanks() => _state.Rests ??= new bool[_arrays.FixedEnd];

    /// <summary>Adds up volumes from the next start on.</summary>
    public void KeepVolumes() => Volumes ??= new VolumeMeter(_arrays, _tanks);

    /// <summary>The state, which belongs to the run.</summary>
    public HydraulicState State => _state;

    /// <summary>The balance of water so far.</summary>
    public WaterBalance Balance => _balance.Total(steady: _clock.Duration == 0);

    /// <summary>The pumps' energy so far.</summary>
    public ImmutableArray<PumpEnergy> Energy => _energy.Totals(_clock.Duration > 0 ? _clock.Duration : 3600);

    /// <summary>How the run ended, or goes so far.</summary>
    public SimulationOutcome Outcome => _outcome;

    /// <summary>Largest imbalance of water at any node so far, m3/s.</summary>
    public double WorstMassResidual { get; private set; }

    /// <summary>Begins anew.</summary>
    /// <param name="changes">What differs from the network.</param>
    /// <param name="records">Whether to keep the results of every reported time.</param>
    /// <param name="start">Where to search for the first moment's solution; null: from EPANET's first guesses.</param>
    public void Restart(LaneChanges changes, bool records, StartingPoint? start = null)
    {
        var patterns = _compiled.Patterns.With(changes.Patterns);
        _records = records;
        _state.Restart(_arrays);
        _tanks.Restart();
        Apply(changes);
        start?.Set(_arrays, _state);
        Volumes?.Restart();
        WorstMassResidual = 0;
        _ownDemands = [.. changes.Demands.Select(d => (d.Node, d.Demand, patterns.Of(d.Pattern)))];
        _schedule.Restart(patterns, changes.DemandFactor, _state);
        _decisions.Clear();
        _energy.Restart(patterns);
        _balance.Restart();
        _recorder.Restart(changes);
        _warnings.Clear();
        _quality?.Restart(patterns);
        _steps.Clear();
        _time = 0;
        _nextReportEvent = _clock.ReportStep;
        _nextReport = _clock.ReportStart;
        _outcome = SimulationOutcome.Completed;
    }

    /// <summary>Sets the state to what patterns and controls say of the present moment.</summary>
    public void Prepare()
    {
        _period = _clock.PatternPeriod(_time);
        _schedule.Apply(_state, _period, _multipliers);
        if (_state.Rests is { } rests)
        {
            if (_time % _clock.HydraulicStep == 0)
            {
                Array.Clear(rests);
            }

            _tanks.MarkEmpty(rests);
        }

        _controls.Apply(_state, _time);
    }

    /// <summary>Takes away what only this run draws, before the demands of the network are set.</summary>
    public void ClearOwnDemands()
    {
        foreach (var (node, _, _) in _ownDemands)
        {
            _state.Demand[node] = 0;
        }
    }

    /// <summary>Adds what only this run draws, once the demands of the network are set.</summary>
    public void AddOwnDemands()
    {
        foreach (var (node, demand, pattern) in _ownDemands)
        {
            _state.Demand[node] += demand * PatternSet.At(pattern, _period);
        }
    }

    /// <summary>Takes the solution down and moves on to the next moment. False at the end of the run.</summary>
    public bool Complete(
        SolveReport solved, (double Mass, int Node, double Energy, int Link) residuals, StepTotals totals)
    {
        var stops = !solved.Converged
            && (solved.SingularNode >= 0 || _arrays.Network.Options.Unbalanced == UnbalancedAction.Stop);
        if (!solved.Converged)
        {
            _outcome = stops ? SimulationOutcome.StoppedUnbalanced : SimulationOutcome.CompletedUnbalanced;
        }

        var step = stops || _time >= _clock.Duration ? 0 : NextStep();
        var length = TakeDown(solved, residuals, totals, step);
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

    /// <summary>Time since the start, s.</summary>
    public long Time => _time;

    /// <summary>Keeps all that the rest of the run depends on, and its totals; what it has listed so far is not kept.</summary>
    public void Keep(StateArchive archive)
    {
        archive.Keep(ref _time);
        archive.Keep(ref _period);
        archive.Keep(ref _nextReportEvent);
        archive.Keep(ref _nextReport);
        archive.Keep(ref _outcome);
        _state.Keep(archive);
        if (_state.Rests is { } rests)
        {
            archive.Keep<bool>(rests);
        }

        _tanks.Keep(archive);
        _energy.Keep(archive);
        _balance.Keep(archive);
        _quality?.Keep(archive);
    }

    /// <summary>What was computed so far.</summary>
    public SimulationResults Results() => new(
        _arrays.Network,
        _recorder.Table,
        _outcome,
        [.. _steps],
        Balance,
        Energy,
        _warnings.Diagnostics(),
        _decisions.Decisions)
    {
        PeakPower = _energy.PeakPower,
        Quality = _quality?.Results() ?? [],
    };

    /// <summary>Sets the settings of pipes, which are their roughness.</summary>
    public static void ApplyRoughness(LaneChanges changes, NetworkArrays arrays, HydraulicState state)
    {
        for (var k = 0; changes.RoughnessFactor != 1 && k < state.Setting.Length; k++)
        {
            state.Setting[k] *= arrays.Kind[k] <= LinkKind.CheckValvePipe ? changes.RoughnessFactor : 1;
        }

        foreach (var (link, roughness) in changes.Roughness)
        {
            state.Setting[link] = roughness;
        }
    }

    private void Apply(LaneChanges changes)
    {
        foreach (var (link, speed) in changes.Speeds)
        {
            _state.Begin(_arrays, link, speed == 0 ? LinkState.Closed : LinkState.Open, speed);
        }

        foreach (var (link, status, setting) in changes.Statuses)
        {
            var next = setting ?? _state.Setting[link];
            var stands = _arrays.Kind[link] == LinkKind.Pump && next == 0;
            _state.Begin(_arrays, link, stands ? LinkState.Closed : status, next);
        }

        ApplyRoughness(changes, _arrays, _state);

        foreach (var (node, head) in changes.Heads)
        {
            _state.Head[node] = head;
            _tanks.Set(node, head);
        }
    }

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
    private long TakeDown(
        SolveReport solved, (double Mass, int Node, double Energy, int Link) residuals, StepTotals totals, long step)
    {
        var length = step;
        _quality?.SetFlows(_state, _period);
        if (!_rules.IsEmpty)
        {
            // How far the solution holds is known only when the tanks have moved; then it is put back to be taken down.
            _snapshot.Take(_state);
            length = _rules.Advance(_state, _tanks, _time, step);
            _snapshot.Exchange(_state);
        }

        var report = new StepReport
        {
            Time = _time,
            Length = length,
            Iterations = solved.Iterations,
            Converged = solved.Converged,
            RelativeFlowChange = solved.RelativeFlowChange,
            MassResidual = residuals.Mass,
            WorstNode = residuals.Node < 0 ? -1 : _arrays.ModelNode[residuals.Node],
            EnergyResidual = residuals.Energy,
            WorstLink = residuals.Link < 0 ? -1 : _arrays.ModelLink[residuals.Link],
        };
        WorstMassResidual = Math.Max(WorstMassResidual, report.MassResidual);
        if (Volumes is null)
        {
            _steps.Add(report with { Findings = _warnings.Note(_time, solved, report, _state, totals) });
        }

        for (; _records && (_nextReport <= _time || _nextReport < _time + length); _nextReport += _clock.ReportStep)
        {
            _recorder.Record(_nextReport, _period, _state);
            _quality?.Record(_nextReport);
        }

        _quality?.Advance(_time + length);

        // A steady state stands for an hour.
        var span = _clock.Duration == 0 ? 3600 : length;
        _energy.Add(_state, span, _period);
        _balance.Add(_state, totals, span);
        Volumes?.Add(_state, solved.Iterations, span);
        if (_rules.IsEmpty)
        {
            _tanks.Advance(length, _state);
        }
        else
        {
            _snapshot.Exchange(_state);
        }

        _quality?.SetTankVolumes();
        return length;
    }
}
