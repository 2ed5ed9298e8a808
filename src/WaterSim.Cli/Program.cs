using System.Runtime.InteropServices;
using WaterSim.Cli;

using var stop = new CancellationTokenSource();
var interrupted = ExitCode.Interrupted;

// The first request to end stops the run between two steps and clears its staging folder; the second ends at once.
void Stop(PosixSignalContext context)
{
    if (!stop.IsCancellationRequested)
    {
        context.Cancel = true;
        interrupted = context.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
        stop.Cancel();
    }
}

using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var code = CommandLineTool.Run(args, Terminal.OfProcess(), stop.Token);
return code == ExitCode.Interrupted ? interrupted : code;
