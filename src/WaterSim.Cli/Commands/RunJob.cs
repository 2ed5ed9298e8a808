namespace WaterSim.Cli.Commands;

/// <summary>Carries out one <see cref="RunRequest"/>.</summary>
internal sealed class RunJob(Terminal terminal, CancellationToken cancellation)
{
    /// <summary>Reads, runs, prints and writes.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(RunRequest request)
    {
        cancellation.ThrowIfCancellationRequested();
        throw new NotSupportedException($"Nothing runs {request.Network} yet on {terminal}.");
    }
}
