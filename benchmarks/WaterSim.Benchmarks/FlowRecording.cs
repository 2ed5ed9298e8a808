using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Numerics;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>
/// The hydraulics of a run, recorded moment by moment, so that water quality can be timed without them, as EPANET's can
/// from a run whose hydraulics it has saved.
/// </summary>
internal sealed class FlowRecording
{
    // The farthest that a replay may stand from the run it was recorded in, of the largest value: what is recorded of tanks is
    // their level, whose volume differs from the run's own by rounding, by which a segment may become one with the next.
    private const double Tolerance = 0.01;

    private static readonly Func<string?, double> Unchanging = _ => 1;

    private readonly List<Moment> _moments = [];
    private readonly CompiledNetwork _compiled;
    private readonly TankLevels _tanks;
    private readonly int[] _tankNodes;
    private readonly double[] _fullVolumes;
    private readonly HydraulicState _state;

    private FlowRecording(CompiledNetwork compiled)
    {
        _compiled = compiled;
        _tanks = new TankLevels(compiled.Arrays);
        _tankNodes = QualityNetwork.TanksOf(compiled.Arrays);
        _fullVolumes = Array.ConvertAll(_tankNodes, _tanks.FullVolumeOf);
        _state = new LaneStates(compiled.Arrays, 1)[0];
    }

    /// <summary>Number of hydraulic solutions.</summary>
    public int Solutions => _moments.Count;

    /// <summary>Number of steps of water quality.</summary>
    public long QualitySteps
    {
        get
        {
            var (steps, before) = (0L, 0L);
            foreach (var moment in _moments)
            {
                steps += (long)Math.Ceiling((double)(moment.Until - before) / _compiled.Clock.QualityStep);
                before = moment.Until;
            }

            return steps;
        }
    }

    /// <summary>Runs a network while it follows an analysis, and records its hydraulics.</summary>
    /// <param name="network">The network.</param>
    /// <param name="analysis">What a replay must find as this run does.</param>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static FlowRecording Of(Network network, QualityAnalysis analysis)
    {
        var recording = new FlowRecording(CompiledNetwork.Of(network));
        var direct = recording.Record(analysis);
        var replay = recording.NewRun(analysis);
        recording.Replay(replay);
        replay.Record(links: false);
        var found = replay.Results()[0].Nodes(0);
        var most = direct.ToArray().Max();
        for (var i = 0; i < direct.Length; i++)
        {
            if (!(Math.Abs(found[i] - direct[i]) <= Tolerance * most))
            {
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"A replay of {analysis} ends with {found[i]} at {network.Nodes[i].Id}, the run itself with {direct[i]}."));
            }
        }

        return recording;
    }

    /// <summary>A run of water quality alone.</summary>
    public QualityRun NewRun(params ReadOnlySpan<QualityAnalysis> analyses) => new(
        _compiled.Arrays, [.. analyses], _compiled.Clock.QualityStep, _compiled.Clock.Duration, _fullVolumes, takesLastDay: false);

    /// <summary>
    /// Moves a run of water quality through all that was recorded, from the beginning. Each solution is copied first to where a
    /// solver would have left it, as EPANET reads each from its file.
    /// </summary>
    public void Replay(QualityRun run)
    {
        run.Restart();
        foreach (var moment in _moments)
        {
            moment.CopyTo(_state.All);
            run.SetFlows(_state, moment.VolumesBefore, Unchanging);
            run.Advance(moment.Until);
            run.SetTankVolumes(moment.VolumesAfter);
        }
    }

    // Returns what is at the nodes at the end, of the first column where there are several; one per node.
    private ReadOnlySpan<double> Record(QualityAnalysis analysis)
    {
        Moment? solved = null;
        LaneRunner<Lanes1>? runner = null;
        var options = new RunOptions
        {
            Quality = [analysis],
            TakeLastDay = false,
            KeepLinkQuality = false,
            QualityWatch = begins =>
            {
                // The first turn of a step takes the solution; it still stands as it was found.
                if (begins && solved is null)
                {
                    solved = new Moment(runner![0].State.All, VolumesOf(runner[0].State));
                }
            },
        };
        runner = new LaneRunner<Lanes1>(_compiled, options: options);
        runner.Begin(0, LaneChanges.None, record: true);
        while (runner.IsActive(0))
        {
            runner.Step();
            solved!.VolumesAfter = VolumesOf(runner[0].State);
            solved.Until = runner[0].Time;
            _moments.Add(solved);
            solved = null;
        }

        var results = runner[0].Results();
        return results.Quality[0].Nodes(results.Times.Length - 1);
    }

    private double[] VolumesOf(HydraulicState state) =>
        Array.ConvertAll(_tankNodes, node => _tanks.VolumeAt(node, state.Head[node]));

    // What quality asks of a solution, and the tanks' volumes as it begins, m3.
    private sealed class Moment(LaneStates solved, double[] volumes)
    {
        private readonly double[] _flow = [.. solved.Flow];
        private readonly double[] _demand = [.. solved.Demand];
        private readonly double[] _delivered = [.. solved.Delivered];
        private readonly double[] _discharge = [.. solved.Discharge];
        private readonly LinkState[] _status = [.. solved.Status];
        private readonly bool[] _unsupplied = [.. solved.Unsupplied];

        public double[] VolumesBefore => volumes;

        // As it ends.
        public double[] VolumesAfter { get; set; } = [];

        // When it ends, s.
        public long Until { get; set; }

        public void CopyTo(LaneStates states)
        {
            _flow.CopyTo(states.Flow, 0);
            _demand.CopyTo(states.Demand, 0);
            _delivered.CopyTo(states.Delivered, 0);
            _discharge.CopyTo(states.Discharge, 0);
            _status.CopyTo(states.Status, 0);
            _unsupplied.CopyTo(states.Unsupplied, 0);
        }
    }
}
