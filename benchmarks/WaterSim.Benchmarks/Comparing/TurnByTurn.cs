using System.Diagnostics;
using System.Runtime;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>
/// Times work of ours and of a rival turn by turn in one process, so that whatever slows the machine slows both: only
/// then is their ratio honest on a machine with neighbours. Who begins changes from round to round.
/// </summary>
/// <remarks>
/// Time is processor time of the whole process, which counts every thread and leaves out the time in which others had
/// the processor. On an idle machine it is what a stopwatch shows for work on one thread. Work on several threads is
/// timed by <see cref="Elapsed"/> instead.
/// </remarks>
internal sealed class TurnByTurn
{
    private const int MostRounds = 201;

    // A turn repeats short work until it takes about so long: then each turn pays for its share of collected garbage,
    // which else would fall upon few turns, and a median would not see it.
    private static readonly TimeSpan ShortestTurn = TimeSpan.FromMilliseconds(25);

    // The runtime compiles hot code again, better, in the background; it is done when it was quiet for so long.
    private static readonly TimeSpan CompilerQuiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(20);

    private readonly Action _ours;
    private readonly Action? _rival;

    public TurnByTurn(Action ours, Action? rival)
    {
        _ours = ours;
        _rival = rival;
    }

    /// <summary>The clock that a stopwatch shows, for work on several threads.</summary>
    public static Func<TimeSpan> Elapsed { get; } = () => Stopwatch.GetElapsedTime(0);

    /// <summary>What is measured: processor time, unless something else is set.</summary>
    public Func<TimeSpan> Clock { get; init; } = () => Environment.CpuUsage.TotalTime;

    /// <summary>How many equal pieces our work consists of; times are of one.</summary>
    public int OursPerTurn { get; init; } = 1;

    /// <summary>How many the rival's consists of.</summary>
    public int RivalPerTurn { get; init; } = 1;

    /// <summary>Rounds that are measured however long they take.</summary>
    public int FewestRounds { get; init; } = 11;

    /// <summary>Times of one piece of work, ms, one per round.</summary>
    public Sample Ours { get; private set; } = new([double.NaN]);

    /// <summary>The rival's, of the same rounds; or null where there is none.</summary>
    public Sample? Rival { get; private set; }

    /// <summary>Share of the elapsed time that the process ran, -. Well below 1 the machine was busy.</summary>
    public double ProcessorShare { get; private set; }

    /// <summary>Warms both up, then measures rounds until their time is over.</summary>
    public void Measure(TimeSpan budget)
    {
        var (oursOnce, rivalOnce) = WarmUp();
        var oursRepeats = Repeats(oursOnce);
        var rivalRepeats = Repeats(rivalOnce);
        var round = (oursOnce * oursRepeats) + (rivalOnce * rivalRepeats);
        var rounds = Math.Clamp((int)(budget.TotalMilliseconds / round), FewestRounds, MostRounds);

        var ours = new double[rounds];
        var rival = new double[rounds];
        var elapsed = Stopwatch.GetTimestamp();
        var used = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < rounds; i++)
        {
            if (i % 2 == 0)
            {
                ours[i] = Turn(_ours, oursRepeats);
                rival[i] = Turn(_rival, rivalRepeats);
            }
            else
            {
                rival[i] = Turn(_rival, rivalRepeats);
                ours[i] = Turn(_ours, oursRepeats);
            }
        }

        ProcessorShare = (Environment.CpuUsage.TotalTime - used) / Stopwatch.GetElapsedTime(elapsed);
        Ours = new Sample(Array.ConvertAll(ours, t => t / OursPerTurn));
        Rival = _rival is null ? null : new Sample(Array.ConvertAll(rival, t => t / RivalPerTurn));
    }

    // Until no method was compiled for a while; and how long the shortest of each took.
    private (double Ours, double Rival) WarmUp()
    {
        var start = Stopwatch.GetTimestamp();
        var change = start;
        var compiled = 0L;
        var ours = double.MaxValue;
        var rival = double.MaxValue;
        do
        {
            ours = Math.Min(ours, Turn(_ours, 1));
            rival = Math.Min(rival, Turn(_rival, 1));
            var now = JitInfo.GetCompiledMethodCount();
            if (now != compiled)
            {
                compiled = now;
                change = Stopwatch.GetTimestamp();
            }
        }
        while (Stopwatch.GetElapsedTime(change) < CompilerQuiet && Stopwatch.GetElapsedTime(start) < LongestWarmUp);

        return (ours, rival);
    }

    private static int Repeats(double once) => once > 0 ? (int)Math.Ceiling(ShortestTurn.TotalMilliseconds / once) : 1;

    // Time of all the work of one, ms.
    private double Turn(Action? work, int repeats)
    {
        if (work is null)
        {
            return 0;
        }

        var start = Clock();
        for (var i = 0; i < repeats; i++)
        {
            work();
        }

        return (Clock() - start).TotalMilliseconds / repeats;
    }
}
