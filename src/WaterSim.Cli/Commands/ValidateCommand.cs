using System.CommandLine;
using WaterSim.Cli.Output;
using WaterSim.Model;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim validate</c>: says everything that is wrong with some files, and runs nothing.</summary>
internal static class ValidateCommand
{
    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim validate networks/jiahe
          watersim validate *.inp --strict
          watersim validate Net1.inp --json | jq '.[] | select(.severity == "error")'
        """,
        """
          0  no errors
          1  the command line cannot be used, or a file has errors: all of them are listed
          2  no errors, but warnings, and --strict
          4  a defect of watersim
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "County folders, system.yaml files, EPANET .inp files or networks as .json.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = SharedOptions.Json(
            "Print the diagnostics as one JSON array, nothing else: code, severity, file, line, column, element, message, remedy.");
        var quiet = SharedOptions.Quiet();
        var strict = SharedOptions.Strict();
        var command = new Command("validate", "Lists everything that is wrong with files, and runs nothing.")
        {
            files, json, quiet, strict,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(files), parsed.GetValue(json), parsed.GetValue(quiet),
            parsed.GetValue(strict)));
        return command;
    }

    private static int Run(Terminal terminal, string[] files, bool json, bool quiet, bool strict)
    {
        var all = new List<Diagnostic>();
        foreach (var file in files)
        {
            var found = NetworkInput.Read(file).Diagnostics;
            all.AddRange(found);
            if (json)
            {
                continue;
            }

            DiagnosticWriter.Write(
                terminal, quiet ? [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)] : found,
                mostPerCode: int.MaxValue);
            if (!quiet)
            {
                terminal.Output.WriteLine($"{file}: {Verdict(found)}");
            }
        }

        if (json)
        {
            JsonOutput.Print(terminal, writer => DiagnosticJson.WriteArray(writer, all));
        }

        return Count(all, DiagnosticSeverity.Error) > 0 ? ExitCode.Input
            : strict && Count(all, DiagnosticSeverity.Warning) > 0 ? ExitCode.NotConverged
            : ExitCode.Ok;
    }

    private static string Verdict(IReadOnlyCollection<Diagnostic> found)
    {
        var counts = new List<string>();
        foreach (var (severity, word) in (ReadOnlySpan<(DiagnosticSeverity, string)>)
        [
            (DiagnosticSeverity.Error, "error"), (DiagnosticSeverity.Warning, "warning"),
            (DiagnosticSeverity.Notice, "notice"),
        ])
        {
            if (Count(found, severity) is > 0 and var count)
            {
                counts.Add(Say.Counted(count, word));
            }
        }

        return counts.Count == 0 ? "nothing found" : string.Join(", ", counts);
    }

    private static int Count(IEnumerable<Diagnostic> found, DiagnosticSeverity severity) =>
        found.Count(d => d.Severity == severity);
}
