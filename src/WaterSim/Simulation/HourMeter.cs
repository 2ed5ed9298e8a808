using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// Tells the hours of a run apart: what <see cref="VolumeMeter"/> has summed up from one whole hour to the next, and the heads that
/// were solved when each began. For runs of which no step crosses a whole hour.
/// </summary>
internal sealed class HourMeter
{
    private const long Hour = 3600;

    private readonly NetworkArrays _arrays;
    private readonly HydraulicState _state;
    private readonly VolumeMeter _meter;
    private readonly double[] _passed;
    private readonly double[] _required;
    private readonly double[] _delivered;
    private readonly bool[] _isTank;
    private readonly PeriodHour _hour;
    private long _start;

    /// <param name="arrays">The network.</param>
    /// <param name="run">The run.</param>
    public HourMeter(NetworkArrays arrays, PeriodRun run)
    {
        var network = arrays.Network;
        (_arrays, _state, _meter) = (arrays, run.State, run.Volumes!);
        _passed = new double[_meter.Passed.Length];
        _required = new double[_meter.Required.Length];
        _delivered = new double[_meter.Delivered.Length];
        _isTank = [.. network.Nodes.Select(n => n is Tank)];
        _hour = new PeriodHour(network.Nodes.Length, network.Links.Length);
    }

    /// <summary>Begins anew, with a run that has begun.</summary>
    public void Restart()
    {
        Array.Clear(_passed);
        Array.Clear(_required);
        Array.Clear(_delivered);
        _start = 0;
    }

    /// <summary>Before a step that begins at a time, s.</summary>
    public void BeginStep(long time)
    {
        if (time == _start)
        {
            // The step moves tanks on.
            TakeHeads(ofTanks: true);
        }
    }

    /// <summary>After a step.</summary>
    /// <param name="from">When it began, s.</param>
    /// <param name="to">When it ended, s.</param>
    /// <param name="isLast">Whether the run ends with it.</param>
    /// <returns>The hour, where one has ended; else null.</returns>
    public PeriodHour? EndStep(long from, long to, bool isLast)
    {
        if (from == _start)
        {
            TakeHeads(ofTanks: false);
        }

        if (to == _start || (to % Hour != 0 && !isLast))
        {
            return null;
        }

        _hour.Start = TimeSpan.FromSeconds(_start);
        _hour.Length = TimeSpan.FromSeconds(to - _start);
        Take(_meter.Passed, _passed, _arrays.SolverLink, _hour.PassedToSet);
        Take(_meter.Required, _required, _arrays.SolverNode, _hour.RequiredToSet);
        Take(_meter.Delivered, _delivered, _arrays.SolverNode, _hour.DeliveredToSet);
        _start = to;
        return _hour;
    }

    private void TakeHeads(bool ofTanks)
    {
        var heads = _hour.HeadsToSet;
        for (var i = 0; i < heads.Length; i++)
        {
            if (_isTank[i] == ofTanks)
            {
                var node = _arrays.SolverNode[i];
                heads[i] = _state.Unsupplied[node] && !ofTanks ? double.NaN : _state.Head[node];
            }
        }
    }

    // What was added since the last whole hour; the sums of now are those the next hour begins with.
    private static void Take(double[] sums, double[] before, int[] places, Span<double> hour)
    {
        for (var i = 0; i < hour.Length; i++)
        {
            hour[i] = sums[places[i]] - before[places[i]];
        }

        sums.CopyTo(before, 0);
    }
}
