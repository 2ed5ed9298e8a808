namespace WaterSim.Cli.Commands;

internal sealed class RunJob(Terminal terminal, CancellationToken cancellation)
{
    public int Run(RunRequest request)
    {
        cancellation.ThrowIfCancellationRequested();
        terminal.Output.WriteLine(request);
        return 0;
    }
}
