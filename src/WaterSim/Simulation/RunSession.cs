using WaterSim.Numerics;
using WaterSim.Quality;

namespace WaterSim.Simulation;

/// <summary>
/// A run that goes on step by step. It can be left, its state saved, and gone on with later, elsewhere, to the same bits as
/// if it had never been left.
/// </summary>
/// <example><code>
/// var run = RunSession.Start(CompiledNetwork.Of(network));
/// while (run.Step() &amp;&amp; run.Time &lt; TimeSpan.FromHours(12)) { }
/// byte[] state = run.Save();
/// </code></example>
public sealed class RunSession
{
    // "WSrun", and the layout's number.
    private const long Mark = 0x01_6E_75_72_53_57;

    private readonly CompiledNetwork _compiled;
    private readonly RunOptions _options;
    private readonly LaneRunner<Lanes1> _runner;

    private RunSession(CompiledNetwork compiled, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        AnalysisChecks.Refuse(compiled.Network, options.Quality);
        (_compiled, _options) = (compiled, options);
        _runner = new LaneRunner<Lanes1>(compiled, options: options);
        _runner.Begin(0, LaneChanges.None, record: true);
    }

    /// <summary>The moment that is solved next, since the start; at the end of the run the last that was.</summary>
    public TimeSpan Time => TimeSpan.FromSeconds(_runner[0].Time);

    /// <summary>Whether the run has come to its end.</summary>
    public bool IsDone => !_runner.IsActive(0);

    /// <summary>Share of the duration that is done, 0 to 1.</summary>
    public double Progress => IsDone ? 1 : _runner[0].Progress;

    /// <summary>A run that begins.</summary>
    /// <param name="compiled">The network.</param>
    /// <param name="options">What to follow; null: hydraulics alone.</param>
    /// <exception cref="ArgumentException">An analysis does not fit the network.</exception>
    public static RunSession Start(CompiledNetwork compiled, RunOptions? options = null) =>
        new(compiled, options ?? RunOptions.Default);

    /// <summary>A run that goes on from where another was saved.</summary>
    /// <param name="compiled">The same network.</param>
    /// <param name="options">The same options.</param>
    /// <param name="state">What <see cref="Save"/> has written.</param>
    /// <exception cref="FormatException">It is no state of such a run.</exception>
    public static RunSession Resume(CompiledNetwork compiled, RunOptions options, ReadOnlyMemory<byte> state)
    {
        ArgumentNullException.ThrowIfNull(options);
        var session = new RunSession(compiled, options);
        var archive = StateArchive.ToRead(state);
        session.KeepHead(archive);
        session._runner.Keep(archive);
        archive.End();
        return session;
    }

    /// <summary>Solves the next moment and moves on. False where that was the last.</summary>
    public bool Step()
    {
        if (!IsDone)
        {
            _runner.Step();
        }

        return !IsDone;
    }

    /// <summary>
    /// The state, from which <see cref="Resume"/> goes on: all that the rest of the run depends on, and the totals of
    /// water, energy and quality. What is listed by time stays with this run's <see cref="Results"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The run has come to its end.</exception>
    public byte[] Save()
    {
        if (IsDone)
        {
            throw new InvalidOperationException("the run has come to its end; there is nothing to go on with.");
        }

        var archive = StateArchive.ToWrite();
        KeepHead(archive);
        _runner.Keep(archive);
        return archive.Written();
    }

    /// <summary>
    /// What was computed so far. Of a run that was resumed: lists (times, steps, decisions, warnings) from there on, totals
    /// from the start.
    /// </summary>
    public SimulationResults Results() => _runner[0].Results();

    private static void KeepText(StateArchive archive, string text, string otherwise)
    {
        var read = text.ToCharArray();
        archive.Keep<char>(read);
        if (!read.AsSpan().SequenceEqual(text))
        {
            StateArchive.Refuse(otherwise);
        }
    }

    // By which a state of another network or of other options is told.
    private void KeepHead(StateArchive archive)
    {
        var (nodes, links) = (_compiled.Network.Nodes.Length, _compiled.Network.Links.Length);
        long[] own = [Mark, nodes, links, _compiled.UnknownHeads, _compiled.Clock.Duration, _options.Quality.Length];
        foreach (var number in own)
        {
            var read = number;
            archive.Keep(ref read);
            if (read != number)
            {
                StateArchive.Refuse("it is another network's, or another layout's");
            }
        }

        KeepText(archive, string.Join(' ', _options.Quality), "another quality was followed");
        KeepText(archive, string.Join(' ', _compiled.Network.Nodes.Select(n => n.Id)), "its nodes are others");
        KeepText(archive, string.Join(' ', _compiled.Network.Links.Select(l => l.Id)), "its links are others");
    }
}
