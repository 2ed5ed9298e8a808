using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using WaterSim.Cli.Commands;

namespace WaterSim.Cli.Output;

/// <summary>Help, followed by examples and exit codes.</summary>
/// <param name="width">Columns of a line.</param>
/// <param name="textsOf">What to add for a command by its name, or null for what the whole has.</param>
internal sealed class HelpWithExamples(int width, Func<string, CommandTexts?> textsOf) : SynchronousCommandLineAction
{
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
        var below = textsOf(parseResult.CommandResult.Command.Name) ?? textsOf("run")!;
        output.Write($"Examples:\n{below.Examples}\n\nExit codes:\n{below.ExitCodes}\n");
        return ExitCode.Ok;
    }
}
