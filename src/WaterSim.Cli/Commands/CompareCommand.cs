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
        var output = new Option<string>("--out", "-o")
        {
            Description = "Folder to write; an earlier comparison there is replaced when the new one is complete.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine("runs", "compare"),
        };
        var noFigures = new Option<bool>("--no-figures") { Description = "Write no figures." };
        var language = new Option<string>("--lang")
        {
            Description = "Language of names and figures.",
            HelpName = "en|zh",
            CustomParser = OptionWords.Choice("--lang", ("en", "en"), ("zh", "zh")),
            DefaultValueFactory = _ => "en",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object, nothing else." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print nothing but errors." };
        var command = new Command("compare", "Sets runs of a county side by side: what is better, what is worse, and where.")
        {
            runs, output, noFigures, language, json, quiet,
        };
        command.SetAction(parsed => new CompareJob(
            terminal,
            new CompareRequest
            {
                Runs = parsed.GetRequiredValue(runs),
                Out = parsed.GetRequiredValue(output),
                Figures = !parsed.GetValue(noFigures),
                Language = parsed.GetValue(language) ?? "en",
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            },
            cancellation).Run());
        return command;
    }
}
