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
    // A link's decay so far is taken into its water before it gets out of hand.
    private const double LeastDecay = 1e-30;
    private const double MostGrowth = 1e30;

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
    private readonly NodeRole[] _roleNow;
    private readonly double[] _inverse;
    private readonly double[] _drawn;
    private readonly double[] _missing;
    private readonly int[] _tankOf;
    private readonly int[] _sourceOf;
    private readonly double[] _strengths;
    private readonly double[] _below;
    private readonly bool _decays;
    private readonly bool _reacts;
    private readonly double[] _decay;
    private readonly double[] _growth;
    private readonly double[] _factor;
    private readonly double[] _inverseFactor;
    private double _factorTime;
    private double _clock;
    private bool _hasMoved;

    public Transport(QualityNetwork network, FlowPlan plan, Followed followed, ReadOnlySpan<double> fullVolumes)
    {
        (_network, _plan, Followed) = (network, plan, followed);
        var (nodes, links) = (network.NodeCount, network.LinkCount);
        _tolerance = Row(followed.Tolerance, 1);
        _ageing = followed.Ages ? T.Of(1) : T.Of(0);
        _entering = Row(followed.Entering, 0);
        _links = new WaterStore<T>(links);
        _tanks = new TankWater<T>(network, _tolerance, fullVolumes);
        (_value, _content, _held) = (new T[nodes], new T[nodes], new T[nodes]);
        (_inverse, _drawn, _missing) = (new double[nodes], new double[nodes], new double[nodes]);
        _roles = [.. network.Kinds];
        _roleNow = new NodeRole[nodes];
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

        _reacts = followed.Pipes is { Any: true };
        _decays = _reacts && followed.Pipes!.HasClosedForm;
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
        Array.Clear(_missing);
        Array.Fill(_decay, 1);
        Array.Fill(_growth, 1);
        ClearTotals();
        for (var k = 0; k < _network.LinkCount; k++)
        {
            var downstream = _plan.LastDirection[k] < 0 ? _network.From[k] : _network.To[k];
            ref var water = ref _links[k];
            (water.Tail, water.TailVolume) = (_held[downstream], _network.Volume[k]);
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

        for (var p = 0; p < _plan.Order.Length; p++)
        {
            var node = _plan.Order[p];
            var role = _roles[node];
            _roleNow[p] = role == NodeRole.Junction && _plan.Outside[node] > 0 ? NodeRole.Special : role;
            _inverse[p] = _plan.InRate[node] > 0 ? 1 / _plan.InRate[node] : 0;
            _drawn[p] = _plan.Drawn[node];
        }

        if (_plan.Late.Count > 0)
        {
            MarkLate();
        }

        if (Followed.Ages && _plan.Late.Count > 0)
        {
            _linkVolume = VolumeInLinks();
        }
    }

    /// <inheritdoc/>
    public void Step(double dt)
    {
        if (Followed.Ages)
        {
            NoteGrowth(dt);
        }

        _clock += dt;
        _hasMoved = true;
        React(dt);
        TakeLate(dt);
        var start = _ageing * T.Of(_clock);
        var (perSecond, out_) = (1 / dt, T.Of(0));
        var (order, starts, outLinks, outTo, outRates) =
            (_plan.Order, _plan.OutStart, _plan.OutLink, _plan.OutTo, _plan.OutRate);
        for (var p = 0; p < order.Length; p++)
        {
            var node = order[p];
            T value;
            if (_roleNow[p] == NodeRole.Junction)
            {
                value = _inverse[p] > 0 ? _content[node] * T.Of(_inverse[p] * perSecond) : _value[node];
                _content[node] = T.Of(0);
                _value[node] = value;
                out_ += value * T.Of(_drawn[p]);
            }
            else
            {
                value = Closely(p, node, dt, start);
            }

            for (var o = starts[p]; o < starts[p + 1]; o++)
            {
                var to = outTo[o];
                if (to >= 0)
                {
                    _content[to] += Pass(outLinks[o], outRates[o] * dt, value);
                }
                else
                {
                    Enter(outLinks[o], outRates[o] * dt, value);
                }
            }
        }

        NoteDrawn(out_ * T.Of(dt), dt);
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
                NoteRounding(added, _tanks.VolumeOf(t) - before);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Pass(int link, double volume, T value)
    {
        ref var water = ref _links[link];
        if (!_reacts)
        {
            _links.Enter(ref water, volume, value, _tolerance);
            return _links.Leave(ref water, volume);
        }

        Enter(link, volume, value);
        var leaves = _links.Leave(ref water, volume) * T.Of(_decay[link]);
        _inLink[link] -= leaves;
        return leaves;
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

    // Nodes where more happens than mixing.
    private T Closely(int place, int node, double dt, T start)
    {
        var contentIn = _content[node];
        _content[node] = T.Of(0);
        var (volumeIn, volumeFed) = (_plan.InRate[node] * dt, _plan.FedRate[node] * dt);
        switch (_roleNow[place])
        {
            case NodeRole.Held:
            {
                var held = Dosed(node, _held[node], volumeFed + (_drawn[place] * dt), dt);
                NoteHeld(held, volumeIn, contentIn, volumeFed, dt, place, start);
                return _value[node] = held - start;
            }

            case NodeRole.Tank:
            {
                var value = _tanks.Step(_tankOf[node], volumeIn, contentIn, volumeFed);
                _value[node] = _tanks[_tankOf[node]];
                return Dosed(node, value, volumeFed, dt);
            }

            default:
            {
                var outside = _plan.Outside[node] * dt;
                contentIn += (_entering - start) * T.Of(outside);
                NoteEntering(outside);
                volumeIn -= _missing[node];
                _missing[node] = 0;
                var value = volumeIn > 0 ? contentIn / T.Of(volumeIn) : _value[node];
                value = Dosed(node, value, volumeFed + (_drawn[place] * dt), dt);
                NoteDrawnHere(value * T.Of(_drawn[place] * dt));
                return _value[node] = value;
            }
        }
    }

    // What a source adds to the water that leaves a node.
    private T Dosed(int node, T value, double volumeOut, double dt)
    {
        var source = _sourceOf[node];
        if (source < 0 || volumeOut <= 0)
        {
            return value;
        }

        var strength = T.Of(_strengths[source]);
        var isReservoir = _network.Kinds[node] == NodeRole.Held;
        var dosed = Followed.Sources[source].Source.Kind switch
        {
            QualitySourceKind.Mass => value + (strength * T.Of(dt / volumeOut)),
            QualitySourceKind.SetPoint => T.Select(
                T.Less(value, T.Of(_below[source])), T.Max(value, strength), value),
            QualitySourceKind.FlowPaced => value + strength,
            _ when isReservoir => strength,
            _ => value + (strength * T.Of(_plan.Outside[node] * dt / volumeOut)),
        };
        if (!isReservoir)
        {
            NoteDosed((dosed - value) * T.Of(volumeOut));
        }

        return dosed;
    }

    private void MarkLate()
    {
        foreach (var o in _plan.Late)
        {
            var place = _plan.Place[~_plan.OutTo[o]];
            if (_roleNow[place] == NodeRole.Junction)
            {
                _roleNow[place] = NodeRole.Special;
            }
        }
    }

    // Water of links that come too late in the order: what they hold already.
    private void TakeLate(double dt)
    {
        foreach (var o in _plan.Late)
        {
            var (link, to, volume) = (_plan.OutLink[o], ~_plan.OutTo[o], _plan.OutRate[o] * dt);
            ref var water = ref _links[link];
            var held = _links.VolumeOf(ref water);
            var leaves = _links.Leave(ref water, Math.Min(held, volume));
            if (_reacts)
            {
                leaves *= T.Of(_decay[link]);
                _inLink[link] -= leaves;
            }

            _content[to] += leaves;
            _missing[to] += Math.Max(0, volume - held);
        }
    }

    private static T Row(ReadOnlySpan<double> values, double otherwise)
    {
        Span<double> row = stackalloc double[T.Count];
        row.Fill(otherwise);
        values.CopyTo(row);
        return T.Load(in row[0]);
    }
}
