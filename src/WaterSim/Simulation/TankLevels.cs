using WaterSim.Hydraulics;
using WaterSim.Hydraulics.Laws;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// The water in the tanks. Between two solutions a tank's net inflow Q is constant, so that its volume grows by Q dt.
/// </summary>
internal sealed class TankLevels
{
    private readonly int[] _nodes;
    private readonly double[] _bottoms;
    private readonly TankShape[] _shapes;
    private readonly double[] _least;
    private readonly double[] _most;
    private readonly bool[] _overflows;
    private readonly double[] _initial;
    private readonly double[] _volumes;
    private readonly Dictionary<int, int> _tankOfNode = [];

    public TankLevels(NetworkArrays arrays)
    {
        var network = arrays.Network;
        var positions = Enumerable.Range(0, network.Nodes.Length).Where(i => network.Nodes[i] is Tank).ToArray();
        var tanks = Array.ConvertAll(positions, i => (Tank)network.Nodes[i]);
        _nodes = Array.ConvertAll(positions, i => arrays.SolverNode[i]);
        _bottoms = Array.ConvertAll(tanks, t => t.Elevation);
        _shapes = Array.ConvertAll(tanks, t => ShapeOf(t, network));
        _least = [.. tanks.Select((t, i) => _shapes[i].Volume(t.MinimumLevel))];
        _most = [.. tanks.Select((t, i) => _shapes[i].Volume(t.MaximumLevel))];
        _initial = [.. tanks.Select((t, i) => _shapes[i].Volume(t.InitialLevel))];
        _volumes = [.. _initial];
        _overflows = Array.ConvertAll(tanks, t => t.CanOverflow);
        for (var i = 0; i < _nodes.Length; i++)
        {
            _tankOfNode[_nodes[i]] = i;
        }
    }

    /// <summary>Spilled so far, m3.</summary>
    public double Overflow { get; private set; }

    /// <summary>
    /// Water that setting tanks exactly full or empty has added so far, m3: events fall on whole seconds, and a tank
    /// within a second of its limit counts as there.
    /// </summary>
    public double Rounding { get; private set; }

    /// <summary>Water in all tanks, m3.</summary>
    public double Total
    {
        get
        {
            var total = 0.0;
            foreach (var volume in _volumes)
            {
                total += volume;
            }

            return total;
        }
    }

    /// <summary>Begins anew, with the initial levels.</summary>
    public void Restart()
    {
        _initial.CopyTo(_volumes, 0);
        (Overflow, Rounding) = (0, 0);
    }

    /// <summary>Fills or drains a tank to a head, m; a node that is none is passed over.</summary>
    public void Set(int node, double head)
    {
        if (_tankOfNode.TryGetValue(node, out var i))
        {
            _volumes[i] = Math.Clamp(_shapes[i].Volume(head - _bottoms[i]), _least[i], _most[i]);
        }
    }

    /// <summary>Keeps all that changes.</summary>
    public void Keep(StateArchive archive)
    {
        archive.Keep<double>(_volumes);
        var (overflow, rounding) = (Overflow, Rounding);
        archive.Keep(ref overflow);
        archive.Keep(ref rounding);
        (Overflow, Rounding) = (overflow, rounding);
    }

    /// <summary>Water in a tank, m3.</summary>
    public double VolumeOf(int node) => _volumes[_tankOfNode[node]];

    /// <summary>Volume of a full tank, m3.</summary>
    public double FullVolumeOf(int node) => _most[_tankOfNode[node]];

    /// <summary>True where the node is a tank.</summary>
    public bool IsTank(int node) => _tankOfNode.ContainsKey(node);

    /// <summary>Volume of a tank at a head, m3.</summary>
    public double VolumeAt(int node, double head)
    {
        var i = _tankOfNode[node];
        return _shapes[i].Volume(head - _bottoms[i]);
    }

    /// <summary>Seconds until a tank holds a volume at its present inflow, rounded; negative where it has passed it.</summary>
    public long TimeUntil(int node, double volume, double inflow) =>
        RoundedSeconds((volume - _volumes[_tankOfNode[node]]) / inflow);

    /// <summary>Seconds until a filling tank is full; null where it is no tank or does not fill.</summary>
    public double? SecondsUntilFull(int node, HydraulicState state) =>
        _tankOfNode.TryGetValue(node, out var i) && state.Inflow[node] > Constants.SmallFlow
            ? (_most[i] - _volumes[i]) / state.Inflow[node]
            : null;

    /// <summary>Seconds until a draining tank is empty; null where it is no tank or does not drain.</summary>
    public double? SecondsUntilEmpty(int node, HydraulicState state) =>
        _tankOfNode.TryGetValue(node, out var i) && state.Inflow[node] < -Constants.SmallFlow
            ? (_least[i] - _volumes[i]) / state.Inflow[node]
            : null;

    /// <summary>The longest step within which no tank runs full or empty, s, at most the one given.</summary>
    public long Limit(long step, HydraulicState state)
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            var inflow = state.Inflow[_nodes[i]];
            var level = state.Head[_nodes[i]] - _bottoms[i];
            if (Math.Abs(inflow) <= Constants.SmallFlow
                || (inflow > 0 ? level >= _shapes[i].Level(_most[i]) : level <= _shapes[i].Level(_least[i])))
            {
                continue;
            }

            var time = RoundedSeconds(((inflow > 0 ? _most[i] : _least[i]) - _volumes[i]) / inflow);
            if (time > 0 && time < step)
            {
                step = time;
            }
        }

        return step;
    }

    /// <summary>Marks the tanks that are empty.</summary>
    public void MarkEmpty(bool[] marks)
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            marks[_nodes[i]] |= _volumes[i] <= _least[i];
        }
    }

    /// <summary>Moves the tanks on by a step.</summary>
    /// <param name="step">Length, s.</param>
    /// <param name="state">Its inflows are used; its tank heads are set.</param>
    public void Advance(long step, HydraulicState state)
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            var inflow = state.Inflow[_nodes[i]];
            var volume = _volumes[i] + (inflow * step);
            if (_overflows[i] && volume > _most[i])
            {
                Overflow += volume - _most[i];
                volume = _most[i];
            }

            var set = volume + inflow >= _most[i] ? _most[i]
                : volume - inflow <= _least[i] ? _least[i]
                : volume;
            Rounding += set - volume;
            _volumes[i] = set;
            state.Head[_nodes[i]] = _bottoms[i] + _shapes[i].Level(set);
        }
    }

    private static TankShape ShapeOf(Tank tank, Network network)
    {
        if (tank.VolumeCurveId is null)
        {
            return new TankShape(tank.Diameter, tank.MinimumLevel, tank.MinimumVolume);
        }

        var points = network.FindCurve(tank.VolumeCurveId)!.Points;
        return new TankShape([.. points.Select(p => p.X)], [.. points.Select(p => p.Y)], tank.MinimumLevel);
    }

    // A time beyond any run where the quotient is beyond what a long holds.
    private static long RoundedSeconds(double seconds) =>
        Math.Abs(seconds) < 1e15 ? (long)Math.Round(seconds, MidpointRounding.AwayFromZero) : long.MaxValue;
}
