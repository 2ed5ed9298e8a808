using WaterSim.Hydraulics;
using WaterSim.Numerics;
using WaterSim.Quality.Laws;

namespace WaterSim.Quality;

/// <content>Nodes where more happens than mixing: reservoirs, tanks, dosing, water from outside.</content>
internal sealed partial class Transport<T>
{
    // EPANET's 0.005 gallons a minute, m3/s: nothing is dosed to less, so that what seeps through a computation is not filled with a
    // mass.
    private const double LeastDosed = 0.005 / 448.831 * Constants.CubicFoot;

    // Where less than this share of what a late link cannot bring yet has come, it may be what rounding has left.
    private const double LeastShare = 1e-6;

    // Nodes where more happens than mixing.
    private T Closely(int place, int step, double dt, T start)
    {
        ref readonly var stop = ref _plan.Stops[place];
        var (node, drawn) = (stop.Node, stop.Drawn * dt);
        var contentIn = _content[(place * _block) + step];
        _content[(place * _block) + step] = T.Of(0);
        var missing = _missing[node];
        _missing[node] = 0;
        var (volumeIn, volumeFed) = ((_plan.InRate[node] * dt) - missing, _plan.FedRate[node] * dt);
        switch (_roles[node])
        {
            case NodeRole.Held:
                {
                    var held = HeldAt(node, volumeFed + drawn, dt);
                    NoteHeld(held, volumeIn, contentIn, volumeFed, drawn, start);
                    return _value[node] = held - start;
                }

            case NodeRole.Tank:
                {
                    FillUp(_tankOf[node], volumeFed - volumeIn, step, dt, start);
                    NoteGrowthOf(-missing, step, dt);
                    var value = _tanks.Step(_tankOf[node], volumeIn, contentIn, volumeFed);
                    _value[node] = _tanks[_tankOf[node]];
                    return Dosed(node, value, volumeFed, Math.Max(0, volumeFed - volumeIn), dt);
                }

            default:
                {
                    var outside = _plan.Outside[node] * dt;
                    contentIn += (_entering - start) * T.Of(outside);
                    NoteEntering(outside);

                    // What a late link cannot bring yet is taken to be as what has come.
                    var value = volumeIn > LeastShare * missing ? contentIn / T.Of(volumeIn) : _value[node];
                    if (missing > 0)
                    {
                        NoteRounding((value * T.Of(volumeIn + missing)) - contentIn, missing, start);
                    }

                    value = Dosed(node, value, volumeFed + drawn, outside, dt);
                    NoteDrawnHere(value * T.Of(drawn));
                    return _value[node] = value;
                }
        }
    }

    // What leaves a reservoir or a traced node. A reservoir that nothing leaves keeps what was dosed last.
    private T HeldAt(int node, double volumeOut, double dt) =>
        _sourceOf[node] >= 0 && volumeOut <= LeastDosed * dt ? _value[node] : Dosed(node, _held[node], volumeOut, volumeOut, dt);

    // What leaves a node, where something is dosed there.
    private T Dosed(int node, T value, double volumeOut, double volumeOutside, double dt)
    {
        var source = _sourceOf[node];
        if (source < 0 || volumeOut <= LeastDosed * dt)
        {
            return value;
        }

        var isReservoir = _network.Kinds[node] == NodeRole.Held;
        var dosed = Dosing.Apply(
            Followed.Sources[source].Source.Kind, _strengths[source], _below[source], value, volumeOut / dt, volumeOutside / dt,
            isReservoir);
        if (!isReservoir)
        {
            NoteDosed((dosed - value) * T.Of(volumeOut));
        }

        return dosed;
    }

    // A tank runs empty on a whole second, up to half a second late: what is drawn then is as what is left.
    private void FillUp(int tank, double volume, int step, double dt, T start)
    {
        if (volume > 0 && !_tanks.Holds(tank, volume))
        {
            var before = _tanks.VolumeOf(tank);
            NoteRounding(_tanks.SetVolume(tank, volume), volume - before, start);
            NoteGrowthOf(volume - before, step, dt);
        }
    }
}
