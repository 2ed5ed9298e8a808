namespace WaterSim.Cli;

/// <summary>What the process ends with. README.md lists them; scripts rely on them.</summary>
internal static class ExitCode
{
    /// <summary>The run was completed and written.</summary>
    public const int Ok = 0;

    /// <summary>The command line or an input file cannot be used.</summary>
    public const int Input = 1;

    /// <summary>A step did not converge, or there was a warning and <c>--strict</c> was asked for.</summary>
    public const int NotConverged = 2;

    /// <summary>Results could not be written, or a file could not be read for a reason outside it.</summary>
    public const int InputOutput = 3;

    /// <summary>A defect of this program.</summary>
    public const int Internal = 4;

    /// <summary>Stopped by Ctrl-C: 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by a request to end, such as a service manager's: 128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
