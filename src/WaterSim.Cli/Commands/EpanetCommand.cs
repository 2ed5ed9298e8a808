using System.Collections.Immutable;
using System.CommandLine;
using WaterSim.Cli.Output;
using WaterSim.IO.Epanet;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim epanet</c>: takes the place of EPANET's own command line in scripts.</summary>
/// <remarks>
/// Facts: EPANET 2.2 manual, running from the command line, and its table of errors. The exit code is EPANET's number of
/// the warning or error, of which a shell keeps the remainder by 256.
/// </remarks>
internal static class EpanetCommand
{
    /// <summary>Exit code where the equations have no solution: EPANET's error 110.</summary>
    public const int NoSolution = 110;

    /// <summary>Exit code where the input has errors: EPANET's error 200.</summary>
    public const int InputErrors = 200;

    /// <summary>Exit code where two files are the same: EPANET's error 301.</summary>
    public const int SameFile = 301 % 256;

    /// <summary>Exit code where the input cannot be opened: EPANET's error 302.</summary>
    public const int NoInput = 302 % 256;

    /// <summary>Exit code where the report cannot be opened: EPANET's error 303.</summary>
    public const int NoReport = 303 % 256;

    /// <summary>Exit code where the binary results cannot be opened: EPANET's error 304.</summary>
    public const int NoBinary = 304 % 256;

    // DIAGNOSTICS.md: the equations have no solution at a node.
    private const string SingularCode = "WS3002";

    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim epanet Net1.inp Net1.rpt
          watersim epanet Net1.inp Net1.rpt Net1.out
        """,
        """
          0           run completed
          1 to 6      run completed with warnings, EPANET's number: 1 unbalanced, 3 nodes without
                      supply, 4 a pump outside its range, 5 a valve that cannot hold its setting,
                      6 negative pressure. 1 also where the command line cannot be used
          110         the equations have no solution at some time
          200         the input has errors: all of them are in the report
          45 to 48    EPANET's errors 301 to 304 less 256: two files are the same; the input, the
                      report or the binary results cannot be opened
          130, 143    stopped (Ctrl-C, SIGTERM); no file was written
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var input = new Argument<string>("INPUT") { Description = "EPANET .inp file." };
        var report = new Argument<string>("REPORT") { Description = "Text report to write." };
        var binary = new Argument<string?>("OUTPUT")
        {
            Description = "Binary results to write; none where it is left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("epanet", "Takes EPANET's command line: input, report, binary results.")
        {
            input, report, binary,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(input), parsed.GetRequiredValue(report), parsed.GetValue(binary),
            cancellation));
        return command;
    }

    private static int Run(
        Terminal terminal, string input, string report, string? binary, CancellationToken cancellation)
    {
        var begun = DateTimeOffset.Now;
        string[] places = [.. new[] { input, report, binary }.OfType<string>().Select(Path.GetFullPath)];
        if (places.Distinct(StringComparer.Ordinal).Count() < places.Length)
        {
            return Fail(terminal, SameFile, "input, report and output must be different files.");
        }

        if (!File.Exists(input))
        {
            return Fail(terminal, NoInput, $"'{input}' cannot be opened.");
        }

        EpanetFiles? files = null;
        var failure = NoReport;
        try
        {
            using var reportOnly = EpanetFiles.Begin(null, report);
            failure = NoBinary;
            files = EpanetFiles.Begin(binary, null);
            return Run(terminal, input, reportOnly, files, begun, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, failure, e.Message);
        }
        finally
        {
            files?.Dispose();
        }
    }

    private static int Run(
        Terminal terminal, string input, EpanetFiles report, EpanetFiles binary, DateTimeOffset begun,
        CancellationToken cancellation)
    {
        var read = NetworkInput.Read(input);
        var own = read.Network is null ? null : QualityAnalysis.Of(read.Network);
        ImmutableArray<QualityAnalysis> analyses = own is null ? [] : [own];
        var found = read.Network is null
            ? read.Diagnostics
            : read.Diagnostics.AddRange(AnalysisChecks.Check(read.Network, analyses));
        DiagnosticWriter.Write(terminal, found);
        if (read.HasErrors || found.Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            report.WriteErrors(found, input, begun);
            report.Commit();
            return Fail(terminal, InputErrors, "the input has errors; nothing was run.");
        }

        var results = ProgressDisplay.Run(
            terminal, true, "Simulating", bar => ExtendedPeriod.Run(
                read.Network!, new RunOptions { Quality = analyses, TakeLastDay = false }, bar, cancellation));
        DiagnosticWriter.Write(terminal, results.Diagnostics);
        report.Write(results, input, begun);
        DiagnosticWriter.Write(terminal, binary.Write(results, input, begun));
        report.Commit();
        binary.Commit();
        var warning = EpanetOutput.WarningFlag(results);
        terminal.Output.WriteLine(warning == 0
            ? "... WaterSim ran successfully."
            : "... WaterSim ran with warnings - see the report.");
        return results.Diagnostics.Any(d => d.Code == SingularCode) ? NoSolution : warning;
    }

    private static int Fail(Terminal terminal, int code, string message)
    {
        terminal.Error.WriteLine($"{CommandLineTool.Name}: {message}");
        return code;
    }
}
