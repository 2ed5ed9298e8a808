using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>
/// The water of all tanks, mixed as each of them mixes (EPANET 2.2 manual, section 3.4). V volume, c what is followed, in
/// over a step Vin of mixed value cin, out Vout:
/// <code>
/// completely        c = (c V + cin Vin) / (V + Vin), which also leaves
/// two compartments  so in the inlet zone of at most V1; what is too much there spills into the other zone, what is
///                   missing comes back from it
/// first in, first out    what enters is last, what leaves was first
/// last in, first out     what remains of the inflow lies on top, what is missing comes from the top
/// </code>
/// </summary>
/// <remarks>
/// <para>Deviation from EPANET: with last in, first out, what flows through at once leaves as it came; EPANET lets it leave as
/// the top segment is, by which mass is made or lost. TankMixingTests shows it.</para>
/// <para>Deviation from EPANET: after each hydraulic step the volume is set to that of the tank's level, every segment in
/// proportion. EPANET's volumes drift from the levels where a tank is set exactly full or empty.</para>
/// </remarks>
/// <typeparam name="T">The values that are followed together.</typeparam>
internal sealed class TankWater<T>
    where T : struct, ILanes<T>
{
    private readonly QualityNetwork _network;
    private readonly WaterStore<T> _store;
    private readonly T[] _values;
    private readonly T _tolerance;
    private readonly double[] _inletVolume;
    private readonly MixingModel[] _models;

    public TankWater(QualityNetwork network, T tolerance, ReadOnlySpan<double> fullVolumes)
    {
        (_network, _tolerance) = (network, tolerance);
        var tanks = network.TankNodes;
        _store = new WaterStore<T>(2 * tanks.Length);
        _values = new T[tanks.Length];
        _models = Array.ConvertAll(tanks, i => network.TankAt(i).Mixing);
        _inletVolume = new double[tanks.Length];
        for (var t = 0; t < tanks.Length; t++)
        {
            _inletVolume[t] = network.TankAt(tanks[t]).MixingFraction * fullVolumes[t];
        }
    }

    /// <summary>Number of tanks.</summary>
    public int Count => _values.Length;

    /// <summary>The value that is told of a tank.</summary>
    public T this[int tank] => _values[tank];

    /// <summary>Begins with tanks of given volumes, m3.</summary>
    public void Clear() => _store.Clear();

    /// <summary>Fills a tank to begin with.</summary>
    public void Fill(int tank, double volume, T value)
    {
        var inlet = _models[tank] == MixingModel.TwoCompartments ? Math.Min(volume, _inletVolume[tank]) : volume;
        ref var main = ref _store[2 * tank];
        (main.Tail, main.TailVolume) = (value, inlet);
        ref var other = ref _store[(2 * tank) + 1];
        (other.Tail, other.TailVolume) = (value, volume - inlet);
        _values[tank] = value;
    }

    /// <summary>Keeps all of it.</summary>
    public void Keep(StateArchive archive)
    {
        _store.Keep(archive);
        Transport<T>.Keep(archive, _values);
    }

    /// <summary>Volume, m3.</summary>
    public double VolumeOf(int tank) => _store.VolumeOf(ref _store[2 * tank]) + _store[(2 * tank) + 1].TailVolume;

    /// <summary>Whether a tank holds a volume, m3, or more.</summary>
    public bool Holds(int tank, double volume) =>
        _store[2 * tank].TailVolume >= volume || VolumeOf(tank) >= volume;

    /// <summary>Volume times value.</summary>
    public T ContentOf(int tank) =>
        _store.ContentOf(ref _store[2 * tank]) + _store.ContentOf(ref _store[(2 * tank) + 1]);

    /// <summary>
    /// Sets the volume, every segment in proportion, and returns the content that this adds. What is added to an empty tank is
    /// as what was there last. A tank that ran empty within a second may stand below 0; it then holds nothing.
    /// </summary>
    public T SetVolume(int tank, double volume)
    {
        volume = Math.Max(0, volume);
        var before = VolumeOf(tank);
        var content = ContentOf(tank);
        if (volume == before)
        {
            return T.Of(0);
        }

        if (before <= 0)
        {
            ref var main = ref _store[2 * tank];
            main.TailVolume = volume;
            return ContentOf(tank) - content;
        }

        _store.ScaleVolumes(ref _store[2 * tank], volume / before);
        _store.ScaleVolumes(ref _store[(2 * tank) + 1], volume / before);
        return ContentOf(tank) - content;
    }

    /// <summary>Lets a tank's water react.</summary>
    public void React(int tank, ref TankReaction reaction)
    {
        _store.Change(ref _store[2 * tank], ref reaction);
        _store.Change(ref _store[(2 * tank) + 1], ref reaction);
    }

    /// <summary>Moves a tank on by a step and returns the value of what leaves it.</summary>
    /// <param name="tank">Which.</param>
    /// <param name="volumeIn">What enters, m3.</param>
    /// <param name="contentIn">That times its value.</param>
    /// <param name="volumeOut">What leaves, m3.</param>
    public T Step(int tank, double volumeIn, T contentIn, double volumeOut)
    {
        ref var main = ref _store[2 * tank];
        switch (_models[tank])
        {
            case MixingModel.TwoCompartments:
                return _values[tank] = TwoZones(ref main, ref _store[(2 * tank) + 1], _inletVolume[tank], volumeIn, contentIn, volumeOut);
            case MixingModel.FirstInFirstOut:
                return FirstOut(tank, ref main, volumeIn, contentIn, volumeOut);
            case MixingModel.LastInFirstOut:
                return LastOut(tank, ref main, volumeIn, contentIn, volumeOut);
            default:
                Mix(ref main, volumeIn, contentIn);
                main.TailVolume = Math.Max(0, main.TailVolume - volumeOut);
                return _values[tank] = main.Tail;
        }
    }

    private static void Mix(ref Water<T> zone, double volume, T content)
    {
        var total = zone.TailVolume + volume;
        if (volume > 0 && total > 0)
        {
            zone.Tail = ((zone.Tail * T.Of(zone.TailVolume)) + content) / T.Of(total);
        }

        zone.TailVolume = total;
    }

    private static T TwoZones(
        ref Water<T> inlet, ref Water<T> other, double most, double volumeIn, T contentIn, double volumeOut)
    {
        var net = volumeIn - volumeOut;
        if (net < 0)
        {
            var back = Math.Min(other.TailVolume, -net);
            Mix(ref inlet, volumeIn + back, contentIn + (other.Tail * T.Of(back)));
            other.TailVolume -= back;
            inlet.TailVolume = Math.Max(0, inlet.TailVolume - volumeOut);
            return inlet.Tail;
        }

        Mix(ref inlet, volumeIn, contentIn);
        inlet.TailVolume -= volumeOut;
        var spilt = Math.Max(0, inlet.TailVolume - most);
        if (spilt > 0)
        {
            inlet.TailVolume -= spilt;
            Mix(ref other, spilt, inlet.Tail * T.Of(spilt));
        }

        return inlet.Tail;
    }

    private T FirstOut(int tank, ref Water<T> water, double volumeIn, T contentIn, double volumeOut)
    {
        if (volumeIn > 0)
        {
            _store.Enter(ref water, volumeIn, contentIn / T.Of(volumeIn), _tolerance);
        }

        var leaves = volumeOut > 0 ? _store.Leave(ref water, volumeOut) / T.Of(volumeOut) : default;
        return _values[tank] = volumeOut > 0 ? leaves : water.Count > 1 ? water.Head : water.Tail;
    }

    private T LastOut(int tank, ref Water<T> water, double volumeIn, T contentIn, double volumeOut)
    {
        var net = volumeIn - volumeOut;
        if (net >= 0)
        {
            var value = volumeIn > 0 ? contentIn / T.Of(volumeIn) : water.Tail;
            if (net > 0)
            {
                _store.Enter(ref water, net, value, _tolerance);
            }

            _values[tank] = water.Tail;
            return value;
        }

        WaterStore<T>.Reverse(ref water);
        var content = contentIn + _store.Leave(ref water, -net);
        WaterStore<T>.Reverse(ref water);
        return _values[tank] = content / T.Of(volumeOut);
    }
}
