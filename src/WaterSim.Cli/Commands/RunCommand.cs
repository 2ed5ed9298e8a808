using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using WaterSim.Model;
using WaterSim.Quality;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim run</c>: its options, and how they become a <see cref="RunRequest"/>.</summary>
internal static class RunCommand
{
    private const double LoosestAccuracy = 0.1;
    private const int MostTrials = 100_000;

    /// <summary>Most threads that may be asked for.</summary>
    public const int MostThreads = 1024;

    /// <summary>What stands below its options, and below those of the whole.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim run networks/jiahe             a county: network.inp and system.yaml
          watersim run Net1.inp --out results     any EPANET network
          watersim run networks/jiahe --duration 7d --step 5min --demand-model pda
          watersim run Net1.inp --bin Net1.out --rpt Net1.rpt
          watersim run networks/jiahe --quality age,blend --duration 7d
          watersim run networks/jiahe --all       every scenario of the county, compared
          watersim run networks/jiahe --scenario a.yaml --scenario b.yaml
          watersim run networks/jiahe --json --no-figures > summary.json
        """,
        """
          0  run completed and written
          1  the command line or an input file cannot be used: every problem is listed
          2  a step did not converge, or --strict and there was a warning
          3  results could not be written (disk full, no permission)
          4  a defect of watersim
          130, 143  stopped (Ctrl-C, SIGTERM); an earlier run is as it was
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var network = new Argument<string>("NETWORK")
        {
            Description = "A county folder (with system.yaml), a system.yaml, an EPANET .inp file, or a network as .json.",
        };
        var output = SharedOptions.Out(
            "DIR", "Run folder to write; an earlier run there is replaced when the new one is complete. Default: runs/NAME.");
        var duration = Duration("--duration", "Length of the run, such as 24h, 36:00 or 7d; 0: one steady state.", 0);
        var step = Duration("--step", "Time between solutions and between reported results, such as 15min.", 1);
        var accuracy = new Option<double?>("--accuracy")
        {
            Description = "Convergence: sum of flow changes over sum of flows.",
            HelpName = "RATIO",
            CustomParser = Number("--accuracy", LoosestAccuracy),
        };
        var trials = new Option<int?>("--trials")
        {
            Description = "Most iterations of one solution.",
            HelpName = "N",
            CustomParser = OptionWords.Count("--trials", MostTrials),
        };
        var demandModel = new Option<DemandModel?>("--demand-model")
        {
            Description = "Demand whatever the pressure (dda), or falling with it (pda).",
        }.Choosing(("dda", DemandModel.DemandDriven), ("pda", DemandModel.PressureDriven));
        var scenario = new Option<string[]>("--scenario")
        {
            Description = "Scenario file to run; several by the option again, side by side, each into a folder of its own below "
                + "--out (default: runs/NAME-scenarios), compared at the end.",
            HelpName = "FILE",
        };
        var all = new Option<bool>("--all") { Description = "Run all scenarios of the county's folder scenarios." };
        var threads = new Option<int?>("--threads")
        {
            Description = "Scenarios run side by side. Default: as many as there are processors.",
            HelpName = "N",
            CustomParser = OptionWords.Count("--threads", MostThreads),
        };
        var quality = new Option<IReadOnlyList<QualityAnalysis>?>("--quality")
        {
            Description = "Water quality to follow: age, trace:ID (share that came through a node), blend (share of each "
                + "reservoir), chlorine (the network's chemical); several with commas or by the option again; or none. "
                + "Default: what the network's own QUALITY asks for.",
            HelpName = "WHAT",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = QualityWords.Parse,
            CompletionSources = { "age", "blend", "chemical", "chlorine", "none", "trace:" },
        };
        var bin = new Option<string?>("--bin")
        {
            Description = "Also write EPANET's binary results (.out) to this file.",
            HelpName = "FILE",
        };
        var rpt = new Option<string?>("--rpt")
        {
            Description = "Also write a text report in EPANET's form to this file, as the network's [REPORT] asks.",
            HelpName = "FILE",
        };
        var logControls = new Option<bool>("--log-controls")
        {
            Description = "Print what controls and rules did, when and why. The run folder has it as controls.csv.",
        };
        var figures = new FigureChoice(ofSeveral: true);
        var language = SharedOptions.Language();
        var json = SharedOptions.Json();
        var quiet = SharedOptions.Quiet();
        var profile = new Option<bool>("--profile")
        {
            Description = "Print time and memory by phase, the solver's work and the size of what it solved.",
        };
        var strict = SharedOptions.Strict();

        var command = new Command("run", "Runs a network over its duration; prints a summary, writes a run folder.")
        {
            network, output, scenario, all, threads, duration, step, accuracy, trials, demandModel, quality, bin, rpt, logControls,
            figures.Files, figures.None, language, json, quiet, profile, strict,
        };
        figures.Guard(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(bin) is { Length: > 0 } binPath && result.GetValue(rpt) is { Length: > 0 } rptPath
                && Path.GetFullPath(binPath) == Path.GetFullPath(rptPath))
            {
                result.AddError($"--bin and --rpt both name {binPath}.");
            }
        });
        command.Validators.Add(result =>
        {
            var several = result.GetValue(all) || result.GetValue(scenario) is { Length: > 0 };
            foreach (var option in several ? (Option[])[duration, bin, rpt, logControls, profile] : [threads])
            {
                if (result.GetResult(option) is { Implicit: false })
                {
                    result.AddError(several
                        ? $"{option.Name}: not with --scenario or --all{(option == duration ? "; a scenario says its duration_h" : "")}."
                        : $"{option.Name}: only with --scenario or --all.");
                }
            }
        });
        command.SetAction(parsed => RequestOf(parsed) is var request && request.HasScenarios
            ? new ScenarioJob(terminal, request, cancellation).Run()
            : new RunJob(terminal, request, cancellation).Run());
        return command;

        RunRequest RequestOf(ParseResult parsed) => new()
        {
            Network = parsed.GetRequiredValue(network),
            Out = parsed.GetValue(output),
            Scenarios = parsed.GetValue(scenario) ?? [],
            AllScenarios = parsed.GetValue(all),
            Threads = parsed.GetValue(threads),
            Duration = parsed.GetValue(duration),
            Step = parsed.GetValue(step),
            Accuracy = parsed.GetValue(accuracy),
            Trials = parsed.GetValue(trials),
            DemandModel = parsed.GetValue(demandModel),
            Quality = parsed.GetValue(quality),
            BinaryFile = parsed.GetValue(bin),
            ReportFile = parsed.GetValue(rpt),
            LogControls = parsed.GetValue(logControls),
            Figures = figures.Of(parsed, parsed.GetValue(all) || parsed.GetValue(scenario) is { Length: > 0 }),
            Language = parsed.GetRequiredValue(language),
            Json = parsed.GetValue(json),
            Quiet = parsed.GetValue(quiet),
            Profile = parsed.GetValue(profile),
            Strict = parsed.GetValue(strict),
        };
    }

    private static Option<TimeSpan?> Duration(string name, string description, int atLeastSeconds) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DurationText.TryParse(text, out var value) && value.TotalSeconds >= atLeastSeconds)
            {
                return value;
            }

            result.AddError(value == default && DurationText.TryParse(text, out _)
                ? $"{name} {text}: the time must be at least {atLeastSeconds} s."
                : $"{name} {text}: not a time; {DurationText.Form}.");
            return null;
        },
    };

    private static Func<ArgumentResult, double?> Number(string name, double atMost) => result =>
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value > 0 && value <= atMost)
        {
            return value;
        }

        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{name} {text}: not a number above 0 and up to {atMost}."));
        return null;
    };
}
