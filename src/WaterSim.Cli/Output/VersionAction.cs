using System.CommandLine;
using System.CommandLine.Invocation;

namespace WaterSim.Cli.Output;

/// <summary>Prints the program's name and version.</summary>
internal sealed class VersionAction(string version) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"watersim {version}");
        return ExitCode.Ok;
    }
}
