using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// One network that is run again and again, as a year is run day by day: what differs from run to run is a
/// <see cref="ScenarioInput"/>, what is asked for are volumes. A run's result is a function of its input alone, to the bit,
/// whatever was run before. Not safe for several threads at a time.
/// </summary>
/// <example><code>
/// var days = new RepeatedRun(network);
/// var first = days.Run(new ScenarioInput());
/// var second = days.Run(new ScenarioInput { SourceHeads = ImmutableDictionary&lt;string, double&gt;.Empty.Add("T1", 276.1) });
/// </code></example>
public sealed class RepeatedRun
{
    private readonly CompiledNetwork _compiled;
    private readonly ScenarioTranslator _translator;
    private readonly LaneRunner<Lanes1> _runner;
    private readonly HashSet<int> _changing;
    private HourMeter? _hours;

    /// <summary>Prepares a network.</summary>
    /// <param name="network">The network; its options and times hold, reports and quality aside.</param>
    /// <param name="changingPipes">Ids of the pipes whose status inputs may change; null: none.</param>
    /// <param name="near">
    /// An input whose first moment is solved now, for all runs to begin their search at; the nearer to theirs, the quicker. Null:
    /// they begin with EPANET's first guesses.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The network is not valid or has no duration, there is no such pipe, or the input does not fit.
    /// </exception>
    public RepeatedRun(Network network, IEnumerable<string>? changingPipes = null, ScenarioInput? near = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        _changing = [.. (changingPipes ?? []).Select(id => network.FindLink(id) is Pipe
            ? network.IndexOfLink(id)
            : throw new ArgumentException($"The network has no pipe '{id}'.", nameof(changingPipes)))];
        _compiled = CompiledNetwork.Of(network, new CompileOptions { ChangingLinks = _changing });
        if (_compiled.Clock.Duration <= 0)
        {
            throw new ArgumentException("The network has no duration to be run over.", nameof(network));
        }

        _translator = new ScenarioTranslator(network);
        _runner = new LaneRunner<Lanes1>(_compiled);
        _runner.KeepLowestPressures();
        _runner.KeepVolumes();
        _runner.ExpectShortage();
        if (near is not null)
        {
            _runner.Begin(0, Translate(near), record: false);
            _runner.Step();
            _runner.Start = new StartingPoint(_runner[0].State);
        }
    }

    /// <summary>The network.</summary>
    public Network Network => _compiled.Network;

    /// <summary>Runs the network over its duration.</summary>
    /// <param name="input">What of it differs. Roughness and demands of single junctions cannot.</param>
    /// <param name="eachHour">
    /// Is given each hour when it is done. The same object every time: what is to stay must be copied. Null: nobody asks. The
    /// results are the same to the bit.
    /// </param>
    /// <exception cref="ArgumentException">The input does not fit the network; the message is the first reason.</exception>
    /// <exception cref="InvalidOperationException">
    /// Hours are asked for, and steps may cross them: neither the network's pattern step, counted from the start, nor its report step
    /// divides an hour.
    /// </exception>
    public PeriodVolumes Run(ScenarioInput input, Action<PeriodHour>? eachHour = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var clock = _compiled.Clock;
        if (eachHour is not null && !clock.StopsAtWholeHours)
        {
            throw new InvalidOperationException("Steps of this network may cross whole hours: give it a pattern or report step that divides an hour.");
        }

        _runner.Begin(0, Translate(input), record: false);
        var run = _runner[0];
        var hours = eachHour is null ? null : _hours ??= new HourMeter(_compiled.Arrays, run);
        hours?.Restart();

        // The moment of the end is the first of the next run.
        while (_runner.IsActive(0) && run.Time < clock.Duration)
        {
            var from = run.Time;
            hours?.BeginStep(from);
            _runner.Step();
            if (hours?.EndStep(from, run.Time, !_runner.IsActive(0) || run.Time >= clock.Duration) is { } hour)
            {
                eachHour!(hour);
            }
        }

        return Volumes(run);
    }

    private LaneChanges Translate(ScenarioInput input)
    {
        if (_translator.Check(input) is [var first, ..])
        {
            throw new ArgumentException(first.ToString(), nameof(input));
        }

        if (ScenarioTranslator.ChangesPipes(input) || input.AddedDemands.Length > 0 || input.DemandFactors.Count > 0)
        {
            throw new ArgumentException("Roughness and demands of single junctions stay as the network has them.", nameof(input));
        }

        foreach (var id in input.Statuses.Keys)
        {
            if (Network.FindLink(id) is Pipe && !_changing.Contains(Network.IndexOfLink(id)))
            {
                throw new ArgumentException($"Pipe '{id}' is not among those whose status may change.", nameof(input));
            }
        }

        return _translator.Translate(input, _compiled.Arrays);
    }

    private PeriodVolumes Volumes(PeriodRun run)
    {
        var (arrays, state, meter) = (_compiled.Arrays, run.State, run.Volumes!);
        var discharged = new double[arrays.ModelNode.Length];
        for (var e = 0; e < meter.Discharged.Length; e++)
        {
            discharged[arrays.Discharges.Node[e]] += meter.Discharged[e];
        }

        return new PeriodVolumes
        {
            Passed = Ordered(arrays.SolverLink, k => meter.Passed[k]),
            Required = Ordered(arrays.SolverNode, i => meter.Required[i]),
            Delivered = Ordered(arrays.SolverNode, i => meter.Delivered[i]),
            Discharged = Ordered(arrays.SolverNode, i => discharged[i]),
            Gained = Ordered(arrays.SolverNode, i => i < meter.Gained.Length ? meter.Gained[i] : 0),
            Stored = Ordered(arrays.SolverNode, meter.StoredAt),
            LowestPressure = _runner.LowestPressuresOf(0),
            EndHeads = Ordered(arrays.SolverNode, i => state.Head[i]),
            EndStatuses = Ordered(arrays.SolverLink, k => StatusOf(Network.Links[arrays.ModelLink[k]], state.Status[k], state.Setting[k])),
            EndSettings = Ordered(arrays.SolverLink, k => state.Setting[k]),
            Balance = run.Balance,
            Energy = run.Energy,
            Outcome = run.Outcome,
            Length = TimeSpan.FromSeconds(run.Time),
            Steps = meter.Steps,
            Iterations = meter.Iterations,
            MassResidual = run.WorstMassResidual,
        };
    }

    private static LinkStatus StatusOf(Link link, LinkState state, double setting) => link switch
    {
        Pipe { HasCheckValve: true } => LinkStatus.Open,
        Valve { Kind: not ValveKind.GeneralPurpose } when !double.IsNaN(setting) => LinkStatus.Active,
        Valve { Kind: ValveKind.GeneralPurpose } when state != LinkState.Closed => LinkStatus.Active,
        _ => state == LinkState.Closed ? LinkStatus.Closed : LinkStatus.Open,
    };

    private static ImmutableArray<T> Ordered<T>(int[] places, Func<int, T> value)
    {
        var ordered = ImmutableArray.CreateBuilder<T>(places.Length);
        foreach (var place in places)
        {
            ordered.Add(value(place));
        }

        return ordered.MoveToImmutable();
    }
}
