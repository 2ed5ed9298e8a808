using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace WaterSim.Cli.Output;

/// <summary>Help, followed by examples and exit codes.</summary>
internal sealed class HelpWithExamples(int width) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          watersim run networks/jiahe             a county: network.inp and system.yaml
          watersim run Net1.inp --out results     any EPANET network
          watersim run networks/jiahe --duration 7d --step 5min --demand-model pda
          watersim run networks/jiahe --json --no-figures > summary.json

        Exit codes:
          0  run completed and written
          1  the command line or an input file cannot be used: every problem is listed
          2  a step did not converge, or --strict and there was a warning
          3  results could not be written (disk full, no permission)
          4  a defect of watersim
          130, 143  stopped (Ctrl-C, SIGTERM); an earlier run is as it was

        """;

    private const int WidestHelp = 100;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        // The library names the host's file in its usage line; the command is called watersim wherever it runs.
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        new HelpAction { MaxWidth = Math.Min(width, WidestHelp) }.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(text.ToString().Replace(
            $"  {RootCommand.ExecutableName} ", $"  {CommandLineTool.Name} ", StringComparison.Ordinal));
        output.Write(Examples);
        return ExitCode.Ok;
    }
}
