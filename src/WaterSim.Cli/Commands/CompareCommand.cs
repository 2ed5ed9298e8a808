using System.CommandLine;
using System.Globalization;
using WaterSim.Planning.Comparison;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim compare</c>: runs side by side.</summary>
internal static class CompareCommand
{
    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim compare runs/jiahe-scenarios/average-day runs/jiahe-scenarios/w1-out-48h
          watersim compare runs/average runs/dry95 --out runs/years
          watersim compare runs/a runs/b runs/c --no-figures --json > comparison.json
        """,
        """
          0  the runs were compared and the comparison written
          1  the command line is wrong, or runs cannot be compared: why is told
          2  --strict and there was a warning; the comparison is written
          3  the comparison could not be written
          4  a defect of watersim
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "Run folders of one county, days or years; the first is what the others are compared with.",
            Arity = ArgumentArity.OneOrMore,
        };
        runs.Validators.Add(result =>
        {
            if (result.Tokens.Count is < RunComparison.Fewest or > RunComparison.Most)
            {
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"name {RunComparison.Fewest} to {RunComparison.Most} run folders, not {result.Tokens.Count}."));
            }
        });
        var output = SharedOptions.Out(
            "DIR", "Folder to write; an earlier comparison there is replaced when the new one is complete. Default: runs/compare.");
        var figures = new FigureChoice();
        var language = SharedOptions.Language();
        var json = SharedOptions.Json();
        var quiet = SharedOptions.Quiet();
        var strict = SharedOptions.Strict();
        var command = new Command("compare", "Sets runs of a county side by side: what is better, what is worse, and where.")
        {
            runs, output, figures.Files, figures.None, language, json, quiet, strict,
        };
        figures.Guard(command);
        command.SetAction(parsed => new CompareJob(
            terminal,
            new CompareRequest
            {
                Runs = parsed.GetRequiredValue(runs),
                Out = parsed.GetValue(output) ?? Path.Combine("runs", "compare"),
                Figures = figures.Of(parsed),
                Language = parsed.GetValue(language) ?? "en",
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
                Strict = parsed.GetValue(strict),
            },
            cancellation).Run());
        return command;
    }
}
