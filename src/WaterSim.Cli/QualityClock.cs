using System.Diagnostics;

namespace WaterSim.Cli;

/// <summary>How long a run spent on quality, turn by turn with its hydraulics.</summary>
internal sealed class QualityClock
{
    private long _start;
    private long _ticks;

    /// <summary>Time spent so far.</summary>
    public TimeSpan Spent => Stopwatch.GetElapsedTime(0, _ticks);

    /// <summary>Notes a turn to quality, or back.</summary>
    public void Turn(bool toQuality)
    {
        if (toQuality)
        {
            _start = Stopwatch.GetTimestamp();
        }
        else
        {
            _ticks += Stopwatch.GetTimestamp() - _start;
        }
    }
}
