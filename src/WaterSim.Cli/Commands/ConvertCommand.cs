using System.Collections.Immutable;
using System.CommandLine;
using WaterSim.Cli.Output;
using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim convert</c>: a network from one kind of file to another.</summary>
internal static class ConvertCommand
{
    /// <summary>Code of the warning that numbers of kept text were not converted.</summary>
    public const string TextNotConverted = "WS5003";

    private static readonly ImmutableArray<(string Word, FlowUnits Unit)> Units =
    [
        ("CFS", FlowUnits.CubicFeetPerSecond), ("GPM", FlowUnits.GallonsPerMinute),
        ("MGD", FlowUnits.MillionGallonsPerDay), ("IMGD", FlowUnits.MillionImperialGallonsPerDay),
        ("AFD", FlowUnits.AcreFeetPerDay), ("LPS", FlowUnits.LitersPerSecond), ("LPM", FlowUnits.LitersPerMinute),
        ("MLD", FlowUnits.MegalitersPerDay), ("CMH", FlowUnits.CubicMetersPerHour),
        ("CMD", FlowUnits.CubicMetersPerDay), ("CMS", FlowUnits.CubicMetersPerSecond),
    ];

    // Kept sections whose numbers have no unit of length, flow or pressure.
    private static readonly ImmutableArray<string> WithoutUnits = ["TITLE", "LABELS", "BACKDROP", "TAGS"];

    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim convert Net1.inp Net1.json
          watersim convert Net1.json Net1.inp
          watersim convert Net1.inp Net1-metric.inp --units LPS
        """,
        """
          0  the file was written
          1  the command line or an input file cannot be used: every problem is listed
          2  --strict and there was a warning; the file is written
          3  the file could not be written (disk full, no permission)
          4  a defect of watersim
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("IN") { Description = "A county folder, an EPANET .inp file or a .json file." };
        var output = NetworkOutput.Argument();
        var units = new Option<FlowUnits?>("--units")
        {
            Description = "Flow unit of the INP file, and with it feet or metres: "
                + string.Join(", ", Units.Select(u => u.Word)) + ". Default: as the input has it.",
            HelpName = "UNIT",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var i = Units.ToList().FindIndex(u => string.Equals(u.Word, text, StringComparison.OrdinalIgnoreCase));
                if (i >= 0)
                {
                    return Units[i].Unit;
                }

                result.AddError($"--units {text}: choose one of {string.Join(", ", Units.Select(u => u.Word))}.");
                return null;
            },
        };
        units.CompletionSources.Clear();
        units.CompletionSources.Add([.. Units.Select(u => u.Word)]);
        var quiet = SharedOptions.Quiet();
        var strict = SharedOptions.Strict();
        var command = new Command("convert", "Writes a network as another kind of file: .inp or .json.")
        {
            input, output, units, quiet, strict,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(units),
            parsed.GetValue(quiet), parsed.GetValue(strict)));
        return command;
    }

    private static int Run(Terminal terminal, string from, string to, FlowUnits? unit, bool quiet, bool strict)
    {
        var warned = false;
        var input = NetworkInput.Read(from);
        Tell(input.Diagnostics);
        if (input.HasErrors)
        {
            return ExitCode.Input;
        }

        var network = input.Network!;
        if (unit is { } asked)
        {
            Tell([.. KeptText(network, asked)]);
            network = WithUnits(network, asked);
        }

        if (NetworkOutput.Write(network, to) is { } failure)
        {
            Tell([failure]);
            return ExitCode.InputOutput;
        }

        if (to.EndsWith(".inp", StringComparison.OrdinalIgnoreCase))
        {
            Tell(InpLosses.Of(network));
        }

        return strict && warned ? ExitCode.NotConverged : ExitCode.Ok;

        void Tell(IReadOnlyList<Diagnostic> found)
        {
            warned |= found.Any(d => d.Severity == DiagnosticSeverity.Warning);
            DiagnosticWriter.Write(terminal, quiet ? [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)] : found);
        }
    }

    // Pressures follow the flow unit, unless the file chose a unit of its own.
    private static Network WithUnits(Network network, FlowUnits unit)
    {
        var options = network.Options;
        var pressure = options.PressureUnits == FileUnits.DefaultPressure(options.FlowUnits) ? null : options.PressureUnits;
        return network with { Options = options with { FlowUnits = unit, PressureUnits = pressure } };
    }

    private static IEnumerable<Diagnostic> KeptText(Network network, FlowUnits unit)
    {
        if (unit == network.Options.FlowUnits)
        {
            yield break;
        }

        foreach (var section in network.Preserved.Where(s => !WithoutUnits.Contains(s.Name) && !s.Lines.IsEmpty))
        {
            yield return NotConverted($"section {section.Name}", "it is kept word for word");
        }

        foreach (var curve in network.Curves.Where(c => c.Kind == CurveKind.Unused))
        {
            yield return NotConverted($"curve {curve.Id}", "nothing uses it, so that its units are not known");
        }
    }

    private static Diagnostic NotConverted(string element, string why) => new()
    {
        Code = TextNotConverted,
        Severity = DiagnosticSeverity.Warning,
        Element = element,
        Message = $"{why}: its numbers are not converted to the other unit.",
        Remedy = "Convert them by hand where they have units.",
    };
}
