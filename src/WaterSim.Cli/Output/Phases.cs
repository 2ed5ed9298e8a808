using System.Collections.Immutable;
using System.Diagnostics;

namespace WaterSim.Cli.Output;

/// <summary>
/// How long each phase of a command took, and where it is asked for how much memory was allocated meanwhile. Phases may
/// overlap; notes may come from several threads.
/// </summary>
internal sealed class Phases(bool measuresMemory = false)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly List<PhaseNote> _all = [];

    /// <summary>Time since the command began.</summary>
    public TimeSpan Total => Stopwatch.GetElapsedTime(_start);

    /// <summary>The phases that have ended, in the order in which they did, with those that span others.</summary>
    public ImmutableArray<PhaseNote> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>The phases that have ended and how long each took, without those that span others.</summary>
    public ImmutableArray<KeyValuePair<string, TimeSpan>> Notes =>
        [.. All.Where(n => n.Kind != PhaseKind.Together).Select(n => KeyValuePair.Create(n.Name, n.Took))];

    /// <summary>Does something while nothing else runs, and notes it.</summary>
    public T Time<T>(string phase, Func<T> work) => Note(phase, PhaseKind.Alone, work);

    /// <summary>Does something while nothing else runs, and notes it.</summary>
    public void Time(string phase, Action work) => Note(phase, PhaseKind.Alone, Returning(work));

    /// <summary>Does something while others run, and notes it.</summary>
    public void TimeBeside(string phase, Action work) => Note(phase, PhaseKind.Beside, Returning(work));

    /// <summary>Does something that begins and ends phases which run beside each other, and notes it.</summary>
    public void TimeTogether(string phase, Action work) => Note(phase, PhaseKind.Together, Returning(work));

    /// <summary>Takes the time of a part, whose turns came between the rest, out of a phase that has ended.</summary>
    public void TakeOut(string phase, string part, TimeSpan took)
    {
        lock (_lock)
        {
            var at = _all.FindLastIndex(n => n.Name == phase);
            _all[at] = _all[at] with { Took = _all[at].Took - took };
            _all.Insert(at + 1, new PhaseNote(part, PhaseKind.ByTurns, took, null));
        }
    }

    private static Func<bool> Returning(Action work) => () =>
    {
        work();
        return true;
    };

    private T Note<T>(string phase, PhaseKind kind, Func<T> work)
    {
        var measures = measuresMemory && kind != PhaseKind.Beside;
        var before = measures ? GC.GetTotalAllocatedBytes(precise: true) : 0;
        var start = Stopwatch.GetTimestamp();
        var result = work();
        var took = Stopwatch.GetElapsedTime(start);
        var allocated = measures ? GC.GetTotalAllocatedBytes(precise: true) - before : (long?)null;
        lock (_lock)
        {
            _all.Add(new PhaseNote(phase, kind, took, allocated));
        }

        return result;
    }
}
