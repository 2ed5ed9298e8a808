using System.Runtime.CompilerServices;
using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>
/// Lagrangian transport (Liou and Kroon 1987; EPANET 2.2 manual, section 3.4): each link holds a row of segments; in a
/// short step the head of each link gives the volume that flows, nodes mix what they get, and what they feed becomes the
/// tail of the next. Nodes come in the order of <see cref="FlowPlan"/>, so that water passes in one step through as many links as
/// it has time for, and a link needs to be looked at once.
/// </summary>
/// <remarks>
/// <para>Age is kept as the time at which water was new, which does not change as it moves: a = t - t0. Where decay is
/// proportional to concentration, c is kept as it would have been before the link began to act, c/f, with f the link's
/// decay so far. Neither needs to touch water that is under way.</para>
/// <para>Deviation from EPANET: such decay is exact, exp(k dt) a step, where EPANET takes 1 + k dt
/// (DecayTests).</para>
/// </remarks>
/// <typeparam name="T">The values that are followed together.</typeparam>
internal sealed partial class Transport<T> : ITransport
    where T : struct, ILanes<T>
{
    // So many steps are taken at once, node by node, where nothing reacts on the way: what a link holds is then at hand for
    // all of them.
    private const int MostAtOnce = 12;

    private readonly QualityNetwork _network;
    private readonly FlowPlan _plan;
    private readonly WaterStore<T> _links;
    private readonly TankWater<T> _tanks;
    private readonly T _tolerance;
    private readonly T _ageing;
    private readonly T _entering;
    private readonly T[] _held;
    private readonly T[] _value;
    private readonly T[] _content;
    private readonly T[] _inLink;
    private readonly NodeRole[] _roles;
    private readonly double[] _missing;
    private readonly List<int> _overfull = [];
    private readonly int[] _tankOf;
    private readonly int[] _sourceOf;
    private readonly double[] _strengths;
    private readonly double[] _below;
    private readonly ExtremesMeter<T> _extremes;
    private readonly T[] _leaving = new T[MostAtOnce];
    private readonly T[] _told = new T[MostAtOnce];
    private readonly int _block;
    private readonly bool _decays;
    private readonly bool _reacts;
    private readonly double[] _decay;
    private readonly double[] _growth;
    private readonly double[] _factor;
    private readonly double[] _inverseFactor;
    private double _factorTime;
    private double _clock;
    private bool _hasMoved;
    private int _stepsAtOnce;

    public Transport(QualityNetwork network, FlowPlan plan, Followed followed, ReadOnlySpan<double> fullVolumes)
    {
        (_network, _plan, Followed) = (network, plan, followed);
        var (nodes, links) = (network.NodeCount, network.LinkCount);
        _tolerance = Row(followed.Tolerance, 1);
        _ageing = followed.Ages ? T.Of(1) : T.Of(0);
        _entering = Row(followed.Entering, 0);
        _links = new WaterStore<T>(links);
        _tanks = new TankWater<T>(network, _tolerance, fullVolumes);
        (_value, _held) = (new T[nodes], new T[nodes]);
        _extremes = new ExtremesMeter<T>(nodes);
        _missing = new double[nodes];
        _roles = [.. network.Kinds];
        _tankOf = new int[nodes];
        _sourceOf = new int[nodes];
        Array.Fill(_sourceOf, -1);
        for (var t = 0; t < network.TankNodes.Length; t++)
        {
            _tankOf[network.TankNodes[t]] = t;
        }

        for (var i = 0; i < nodes; i++)
        {
            _held[i] = Row(followed.Initial.AsSpan(i * followed.Columns.Length, followed.Columns.Length), 0);
        }

        if (followed.TracedNode >= 0)
        {
            _roles[followed.TracedNode] = NodeRole.Held;
        }

        _strengths = new double[followed.Sources.Length];
        _below = new double[followed.Sources.Length];
        for (var s = 0; s < followed.Sources.Length; s++)
        {
            var node = followed.Sources[s].Node;
            _sourceOf[node] = s;
            _below[s] = followed.Sources[s].Source.Below ?? double.PositiveInfinity;
            _roles[node] = _roles[node] == NodeRole.Junction ? NodeRole.Special : _roles[node];
        }

        _overfull.EnsureCapacity(links);
        _reacts = followed.Pipes is { Any: true };
        _decays = _reacts && followed.Pipes!.HasClosedForm;
        _block = _reacts ? 1 : Math.Max(1, MostAtOnce / T.Count);
        _content = new T[nodes * _block];
        var reacting = _reacts ? links : 0;
        (_decay, _growth, _inLink) = (new double[reacting], new double[reacting], new T[reacting]);
        (_factor, _inverseFactor) = (new double[reacting], new double[reacting]);
    }

    /// <inheritdoc/>
    public Followed Followed { get; }

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<double> tankVolumes)
    {
        _clock = 0;
        _hasMoved = false;
        _links.Clear();
        _tanks.Clear();
        _held.CopyTo(_value, 0);
        Array.Clear(_content);
        _extremes.Clear();
        Array.Clear(_missing);
        _overfull.Clear();
        Array.Fill(_decay, 1);
        Array.Fill(_growth, 1);
        ClearTotals();
        for (var k = 0; k < _network.LinkCount; k++)
        {
            // As EPANET: whichever way it flows, what is at the end.
            ref var water = ref _links[k];
            (water.Tail, water.TailVolume) = (_held[_network.To[k]], _network.Volume[k]);
            if (_reacts)
            {
                _inLink[k] = water.Tail * T.Of(water.TailVolume);
            }
        }

        for (var t = 0; t < _tanks.Count; t++)
        {
            _tanks.Fill(t, tankVolumes[t], _held[_network.TankNodes[t]]);
        }

        _initial = Stored();
        _linkVolume = VolumeInLinks();
    }

    /// <inheritdoc/>
    public void SetFlows(HydraulicState state, ReadOnlySpan<double> strengths)
    {
        strengths.CopyTo(_strengths);
        foreach (var k in _plan.Turned)
        {
            WaterStore<T>.Reverse(ref _links[k]);
        }

        if (_reacts)
        {
            Followed.Pipes!.SetFlows(state);
            _factorTime = Followed.Pipes.HasWall ? 0 : _factorTime;
        }

        if (_overfull.Count > 0)
        {
            TakeBack();
        }
    }

    /// <inheritdoc/>
    public void Step(int count, double dt, bool takes)
    {
        for (var left = count; left > 0;)
        {
            var steps = Math.Min(left, _block);
            StepAtOnce(steps, dt, takes);
            left -= steps;
        }
    }

    /// <inheritdoc/>
    public QualityExtremes Extremes() => _extremes.Total(Followed.Columns.Length, _network.Arrays.SolverNode);

    private void StepAtOnce(int steps, double dt, bool takes)
    {
        if (Followed.Ages)
        {
            NoteGrowth(steps, dt);
        }

        var before = _clock;
        _stepsAtOnce = steps;
        _clock += steps * dt;
        _hasMoved = true;
        React(dt);
        var drawn = T.Of(0);
        var (place, late) = (0, 0);
        foreach (var (start, end) in _plan.Loops)
        {
            drawn += Pass(place, start, 0, steps, before, dt, takes);

            // Round a loop step by step: what comes back late is the next step's.
            var isLateUntil = late;
            while (isLateUntil < _plan.Late.Count && _plan.Late[isLateUntil] < _plan.Stops[end - 1].FeedEnd)
            {
                isLateUntil++;
            }

            for (var step = 0; step < steps; step++)
            {
                TakeLate(late, isLateUntil, step, dt);
                drawn += Pass(start, end, step, 1, before, dt, takes);
            }

            (place, late) = (end, isLateUntil);
        }

        drawn += Pass(place, _plan.Stops.Length, 0, steps, before, dt, takes);
        _extremes.NoteTime(takes ? steps * dt : 0);
        NoteDrawn(drawn * T.Of(dt), steps, before, dt);
    }

    // Takes some steps at some nodes, one behind the other. Returns what junctions there draw: values times flow.
    private T Pass(int place, int end, int step, int steps, double before, double dt, bool takes)
    {
        var leaving = _leaving.AsSpan(0, steps);
        var told = _told.AsSpan(0, steps);
        var (first, growth) = (_ageing * T.Of(before + ((step + 1) * dt)), _ageing * T.Of(dt));
        var drawn = T.Of(0);
        var (stops, feeds, roles, perSecond) = (_plan.Stops, _plan.Feeds, _roles, 1 / dt);
        var f = place == 0 ? 0 : stops[place - 1].FeedEnd;
        for (var p = place; p < end; p++)
        {
            ref var stop = ref stops[p];
            var node = stop.Node;
            var mixes = roles[node] == NodeRole.Junction && !stop.IsSpecial;
            if (mixes)
            {
                drawn += Mix(in stop, p, leaving, step, perSecond);
            }
            else
            {
                for (var j = 0; j < steps; j++)
                {
                    leaving[j] = Closely(p, step + j, dt, _ageing * T.Of(before + ((step + j + 1) * dt)));
                    told[j] = _value[node];
                }
            }

            if (takes)
            {
                if (mixes)
                {
                    leaving.CopyTo(told);
                }

                if (Rests(node) && AtRest(node) is { } rest)
                {
                    told.Fill(rest);
                }

                _extremes.Take(node, told, first, growth, dt);
            }

            for (var last = stop.FeedEnd; f < last; f++)
            {
                FeedLink(in feeds[f], leaving, step, dt);
            }
        }

        return drawn;
    }

    // A junction that only mixes. Returns what is drawn there: values times flow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Mix(ref readonly Stop stop, int place, Span<T> values, int step, double perSecond)
    {
        if (stop.InverseIn == 0)
        {
            values.Fill(_value[stop.Node]);
            return _value[stop.Node] * T.Of(stop.Drawn * values.Length);
        }

        var contents = _content.AsSpan((place * _block) + step, values.Length);
        var inverse = T.Of(stop.InverseIn * perSecond);
        var sum = T.Of(0);
        for (var j = 0; j < values.Length; j++)
        {
            var value = contents[j] * inverse;
            contents[j] = T.Of(0);
            values[j] = value;
            sum += value;
        }

        _value[stop.Node] = values[^1];
        return sum * T.Of(stop.Drawn);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FeedLink(ref readonly Feed feed, ReadOnlySpan<T> values, int step, double dt)
    {
        var volume = feed.Rate * dt;
        if (feed.To < 0)
        {
            Enter(feed.Link, volume, values[0]);
            NoteVolume(volume, step, dt);
        }
        else if (_reacts)
        {
            Enter(feed.Link, volume, values[0]);
            var leaves = _links.Leave(ref _links[feed.Link], volume) * T.Of(_decay[feed.Link]);
            _inLink[feed.Link] -= leaves;
            _content[feed.Place] += leaves;
        }
        else
        {
            ref var water = ref _links[feed.Link];
            var contents = _content.AsSpan((feed.Place * _block) + step, values.Length);
            if (T.Count == 1)
            {
                _links.PassThrough(ref water, volume, values, contents, _tolerance);
                return;
            }

            for (var j = 0; j < values.Length; j++)
            {
                _links.Enter(ref water, volume, values[j], _tolerance);
                contents[j] += _links.Leave(ref water, volume);
            }
        }
    }

    /// <inheritdoc/>
    public void SetTankVolumes(ReadOnlySpan<double> volumes)
    {
        for (var t = 0; t < _tanks.Count; t++)
        {
            var before = _tanks.VolumeOf(t);
            var added = _tanks.SetVolume(t, volumes[t]);
            if (IsStored(t))
            {
                NoteRounding(added, _tanks.VolumeOf(t) - before, _ageing * T.Of(_clock));
            }
        }
    }

    private void Enter(int link, double volume, T value)
    {
        if (!_reacts)
        {
            _links.Enter(ref _links[link], volume, value, _tolerance);
            return;
        }

        var grown = T.Of(_growth[link]);
        _inLink[link] += value * T.Of(volume);
        _links.Enter(ref _links[link], volume, value * grown, _tolerance * grown);
    }

    private static T Row(ReadOnlySpan<double> values, double otherwise)
    {
        Span<double> row = stackalloc double[T.Count];
        row.Fill(otherwise);
        values.CopyTo(row);
        return T.Load(in row[0]);
    }
}
