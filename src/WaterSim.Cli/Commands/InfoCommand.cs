using System.CommandLine;
using WaterSim.Cli.Output;
using WaterSim.Model;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim info</c>: what a network is made of and how it hangs together, without a run.</summary>
internal static class InfoCommand
{
    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim info networks/jiahe
          watersim info Net3.inp --json
        """,
        """
          0  no errors
          1  the command line or the file cannot be used: every problem is listed
          2  no errors, but warnings, and --strict
          4  a defect of watersim
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A county folder, a system.yaml, an EPANET .inp file or a network as .json.",
        };
        var json = SharedOptions.Json();
        var strict = SharedOptions.Strict();
        var command = new Command("info", "Says what a network is made of and how it hangs together.") { file, json, strict };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(strict)));
        return command;
    }

    private static int Run(Terminal terminal, string file, bool json, bool strict)
    {
        var input = NetworkInput.Read(file);
        DiagnosticWriter.Write(terminal, input.Diagnostics);
        if (input.HasErrors)
        {
            return ExitCode.Input;
        }

        var facts = NetworkFacts.Of(input.Network!);
        if (json)
        {
            JsonOutput.Print(terminal, writer => InfoReport.WriteJson(writer, facts));
        }
        else
        {
            InfoReport.Print(terminal.OutputConsole(), input.Name, facts);
        }

        return strict && input.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Warning) ? ExitCode.NotConverged : ExitCode.Ok;
    }
}
