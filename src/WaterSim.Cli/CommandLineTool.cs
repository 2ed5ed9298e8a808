using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using WaterSim.Cli.Commands;
using WaterSim.Cli.Output;

namespace WaterSim.Cli;

/// <summary>The command line as a function of its arguments: what <c>watersim</c> does, and what tests call.</summary>
internal static class CommandLineTool
{
    /// <summary>What the user types.</summary>
    public const string Name = "watersim";

    /// <summary>Set to 1, an internal error prints its stack.</summary>
    public const string DetailsVariable = "WATERSIM_DETAILS";

    /// <summary>The version, as the manifest of a run has it too.</summary>
    public static string Version { get; } =
        typeof(CommandLineTool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>Runs one command.</summary>
    /// <param name="args">Arguments after the program's name.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Asks the command to stop and leave nothing half-written.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation)
    {
        var parsed = Build(terminal, cancellation).Parse(args.Count > 0 ? args : ["--help"]);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed, terminal);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.Error.WriteLine("watersim: stopped. Nothing was written; an earlier run is as it was.");
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the user gets a sentence and code 4.
        catch (Exception e)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine(
                $"watersim: internal error ({e.GetType().Name}: {e.Message}). This is a defect of watersim "
                + $"{Version}: please report it with the command and its input files; {DetailsVariable}=1 prints "
                + "the details to add.");
            if (Environment.GetEnvironmentVariable(DetailsVariable) is "1")
            {
                terminal.Error.WriteLine(e);
            }

            return ExitCode.Internal;
        }
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        // At the root a word that is no command also counts as a missing command: the word says more.
        var messages = parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command is RootCommand
            ? parsed.UnmatchedTokens.Take(1).Select(word => $"there is no command '{word}'.")
            : parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            terminal.Error.WriteLine($"{Name}: {message}");
        }

        var command = parsed.CommandResult.Command;
        terminal.Error.WriteLine($"See: {Name} {(command is RootCommand ? "" : command.Name + " ")}--help");
        return ExitCode.Input;
    }

    private static CommandTexts? TextsOf(string command) => command switch
    {
        "run" => RunCommand.Texts,
        "year" => YearCommand.Texts,
        "compare" => CompareCommand.Texts,
        "export" => ExportCommand.Texts,
        "report" => ReportCommand.Texts,
        "validate" => ValidateCommand.Texts,
        "info" => InfoCommand.Texts,
        "convert" => ConvertCommand.Texts,
        "generate" => GenerateCommand.Texts,
        "epanet" => EpanetCommand.Texts,
        "completion" => CompletionCommand.Texts,
        _ => null,
    };

    private static RootCommand Build(Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand(
            "Simulates integrated urban-rural water supply: networks in EPANET's INP format, counties with their "
            + "plants, towns and villages.");
        root.Add(RunCommand.Create(terminal, cancellation));
        root.Add(YearCommand.Create(terminal, new CountyYearRunner(), cancellation));
        root.Add(CompareCommand.Create(terminal, cancellation));
        root.Add(ExportCommand.Create(terminal, cancellation));
        root.Add(ReportCommand.Create(terminal));
        root.Add(ValidateCommand.Create(terminal));
        root.Add(InfoCommand.Create(terminal));
        root.Add(ConvertCommand.Create(terminal));
        root.Add(GenerateCommand.Create(terminal));
        root.Add(EpanetCommand.Create(terminal, cancellation));
        root.Add(CompletionCommand.Create(terminal));
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case VersionOption version:
                    version.Action = new VersionAction(Version);
                    break;
                case HelpOption help:
                    // A path may be called so.
                    help.Aliases.Remove("/h");
                    help.Aliases.Remove("/?");
                    help.Action = new HelpWithExamples(terminal.Width, TextsOf);
                    break;
            }
        }

        return root;
    }
}
