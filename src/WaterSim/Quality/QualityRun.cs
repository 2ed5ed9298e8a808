using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>
/// The quality of one run: all that is followed, moved on from one hydraulic solution to the next. Each analysis keeps its own
/// segments, so that its results do not depend on what else is followed; all share the plan of the flows.
/// </summary>
internal sealed class QualityRun
{
    private const double Day = 86_400;

    private readonly QualityNetwork _network;
    private readonly FlowPlan _plan;
    private readonly ITransport[] _transports;
    private readonly bool _takesLastDay;
    private readonly double[][] _strengths;
    private readonly double _step;
    private readonly double _duration;
    private QualityResults[] _results = [];
    private double _time;
    private bool _hasBegun;

    /// <summary>A run that has not begun.</summary>
    /// <param name="arrays">The network.</param>
    /// <param name="analyses">What to follow.</param>
    /// <param name="step">Longest step, s.</param>
    /// <param name="duration">Length of the run, s.</param>
    /// <param name="fullVolumes">Volumes of the tanks when full, m3, one per tank.</param>
    /// <param name="takesLastDay">Whether to take down the extremes of the last day.</param>
    /// <exception cref="ArgumentException">An analysis does not fit the network.</exception>
    public QualityRun(
        NetworkArrays arrays, ImmutableArray<QualityAnalysis> analyses, double step, double duration,
        ReadOnlySpan<double> fullVolumes, bool takesLastDay)
    {
        _network = new QualityNetwork(arrays);
        _plan = new FlowPlan(_network);
        (_step, _duration, _takesLastDay) = (step, duration, takesLastDay);
        _transports = new ITransport[analyses.Length];
        for (var a = 0; a < analyses.Length; a++)
        {
            _transports[a] = TransportOf(Followed.Of(analyses[a], _network), fullVolumes);
        }

        _strengths = Array.ConvertAll(_transports, t => new double[t.Followed.Sources.Length]);
    }

    /// <summary>Solver nodes of the tanks, in the order of all volumes here.</summary>
    public ReadOnlySpan<int> TankNodes => _network.TankNodes;

    /// <summary>Begins anew.</summary>
    public void Restart()
    {
        (_time, _hasBegun) = (0, false);
        _plan.Clear();
        _results = Array.ConvertAll(_transports, t => new QualityResults(t.Followed.Analysis, t.Followed.Columns));
    }

    /// <summary>Takes a hydraulic solution.</summary>
    /// <param name="state">The solution, with the flows of all links.</param>
    /// <param name="tankVolumes">m3, one per tank.</param>
    /// <param name="multiplierOf">The present multiplier of a pattern; of null 1.</param>
    public void SetFlows(HydraulicState state, ReadOnlySpan<double> tankVolumes, Func<string?, double> multiplierOf)
    {
        foreach (var transport in _transports)
        {
            transport.Settle();
        }

        _plan.Update(state);
        for (var a = 0; a < _transports.Length; a++)
        {
            var transport = _transports[a];
            if (!_hasBegun)
            {
                transport.Begin(tankVolumes);
            }

            for (var s = 0; s < _strengths[a].Length; s++)
            {
                var source = transport.Followed.Sources[s].Source;
                _strengths[a][s] = source.Strength * multiplierOf(source.PatternId);
            }

            transport.SetFlows(state, _strengths[a]);
        }

        _hasBegun = true;
    }

    /// <summary>Moves the water on to a time, s since the start.</summary>
    public void Advance(double until)
    {
        // Whole steps, those that end before the last day apart, then what is left. All times are whole seconds.
        while (_time < until)
        {
            var dt = Math.Min(_step, until - _time);
            var count = (int)Math.Min(1 << 20, Math.Floor((until - _time) / dt));
            var before = (int)Math.Clamp(Math.Floor((_duration - Day - _time) / dt), 0, count);
            count = before > 0 ? before : count;
            foreach (var transport in _transports)
            {
                transport.Step(count, dt, _takesLastDay && before == 0);
            }

            _time += count * dt;
        }
    }

    /// <summary>Sets the tanks' volumes, m3, to what the hydraulics say.</summary>
    public void SetTankVolumes(ReadOnlySpan<double> volumes)
    {
        foreach (var transport in _transports)
        {
            transport.SetTankVolumes(volumes);
        }
    }

    /// <summary>Takes down the present values.</summary>
    public void Record(bool links)
    {
        for (var a = 0; a < _transports.Length; a++)
        {
            _transports[a].TakeNodes(_results[a].AddNodes(_network.NodeCount));
            if (links)
            {
                _transports[a].TakeLinks(_results[a].AddLinks(_network.LinkCount));
            }
        }
    }

    /// <summary>Keeps all that the rest of the run depends on, and its totals.</summary>
    public void Keep(StateArchive archive)
    {
        archive.Keep(ref _time);
        archive.Keep(ref _hasBegun);
        _plan.Keep(archive);
        for (var a = 0; a < _transports.Length; a++)
        {
            _transports[a].Keep(archive);
        }
    }

    /// <summary>What was found so far.</summary>
    public ImmutableArray<QualityResults> Results()
    {
        for (var a = 0; a < _results.Length; a++)
        {
            var transport = _transports[a];
            _results[a].Balances = [.. Enumerable.Range(0, _results[a].Columns.Length).Select(transport.Balance)];
            _results[a].LastDay = transport.Extremes();
        }

        return [.. _results];
    }

    private ITransport TransportOf(Followed followed, ReadOnlySpan<double> fullVolumes) => followed.Columns.Length switch
    {
        1 => new Transport<Lanes1>(_network, _plan, followed, fullVolumes),
        <= 4 => new Transport<Lanes4>(_network, _plan, followed, fullVolumes),
        <= 8 => new Transport<Lanes8>(_network, _plan, followed, fullVolumes),
        <= 16 => new Transport<Twice<Lanes8>>(_network, _plan, followed, fullVolumes),
        <= 32 => new Transport<Twice<Twice<Lanes8>>>(_network, _plan, followed, fullVolumes),
        _ => new Transport<Twice<Twice<Twice<Lanes8>>>>(_network, _plan, followed, fullVolumes),
    };
}
