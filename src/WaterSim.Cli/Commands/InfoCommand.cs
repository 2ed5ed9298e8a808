using System.CommandLine;
using WaterSim.Cli.Output;

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
          4  a defect of watersim
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A county folder, a system.yaml, an EPANET .inp file or a network as .json.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object, nothing else." };
        var command = new Command("info", "Says what a network is made of and how it hangs together.") { file, json };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string file, bool json)
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

        return ExitCode.Ok;
    }
}
