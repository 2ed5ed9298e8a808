using System.Collections.Immutable;
using System.Diagnostics;

namespace WaterSim.Cli.Output;

/// <summary>How long each phase of a command took. Phases may overlap; notes may come from several threads.</summary>
internal sealed class Phases
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly List<KeyValuePair<string, TimeSpan>> _notes = [];

    /// <summary>Time since the command began.</summary>
    public TimeSpan Total => Stopwatch.GetElapsedTime(_start);

    /// <summary>The phases that have ended, in the order in which they did.</summary>
    public ImmutableArray<KeyValuePair<string, TimeSpan>> Notes
    {
        get
        {
            lock (_lock)
            {
                return [.. _notes];
            }
        }
    }

    /// <summary>Does something and notes how long it took.</summary>
    public T Time<T>(string phase, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Note(phase, Stopwatch.GetElapsedTime(start));
        return result;
    }

    /// <summary>Does something and notes how long it took.</summary>
    public void Time(string phase, Action work) => Time(phase, () =>
    {
        work();
        return true;
    });

    private void Note(string phase, TimeSpan took)
    {
        lock (_lock)
        {
            _notes.Add(new(phase, took));
        }
    }
}
