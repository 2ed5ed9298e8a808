using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim year</c>: its options, and how they become a <see cref="YearRequest"/>.</summary>
internal static class YearCommand
{
    // The lunar calendar, which moves the Spring Festival, is known for these years.
    private const int FirstYear = 1902;

    private const int MostDays = 36_525;

    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim year networks/jiahe
          watersim year networks/jiahe --inflow dry95 --from 2026-01-01 --out runs/dry
          watersim year networks/jiahe --inflow dry95 --with-without all --daily-only
          watersim year networks/jiahe --inflow dry95 --without X12 --without X14
          watersim year networks/jiahe --from 2026-07-01 --days 31 --hourly
          watersim year networks/jiahe --days 3650 --resume
          watersim year networks/jiahe --scenario dry-year.yaml
          watersim year networks/jiahe --scenario a.yaml --scenario b.yaml --daily-only
        """,
        """
          0  run completed and written
          1  the command line or an input file cannot be used: every problem is listed;
             or the unfinished run that --resume finds is another
          2  --strict and there was a warning
          3  results could not be written, or an unfinished run is in the way
          4  a defect of watersim
          130, 143  stopped (Ctrl-C, SIGTERM): finished days stay in DIR.unfinished, and
             --resume goes on
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal, IYearRunner runner, CancellationToken cancellation)
    {
        var county = new Argument<string>("COUNTY")
        {
            Description = "A county folder (with system.yaml) or a system.yaml; with resources, demand and dispatch.",
        };
        var inflow = new Option<string?>("--inflow")
        {
            Description = "Year of inflow, by its id in system.yaml: average, dry95, ... Default: the scenario's, or average.",
            HelpName = "NAME",
            CompletionSources = { CountyWords.Of(county, system => system.Resources?.Years.Select(y => y.Id)) },
        };
        var scenario = new Option<string[]>("--scenario")
        {
            Description = "Scenario file to run as a year; several by the option again, side by side, each into a folder of its own "
                + "below --out (default: runs/NAME-years), compared at the end.",
            HelpName = "FILE",
        };
        var all = new Option<bool>("--all") { Description = "Run all scenarios of the county's folder scenarios." };
        var threads = new Option<int?>("--threads")
        {
            Description = "Scenarios run side by side. Default: as many as there are processors.",
            HelpName = "N",
            CustomParser = OptionWords.Count("--threads", RunCommand.MostThreads),
        };
        var from = new Option<DateOnly?>("--from")
        {
            Description = "First day. Default: 1 January of the design year, or of the year of the county's demand.",
            HelpName = "YYYY-MM-DD",
            CustomParser = OptionWords.Day("--from", FirstYear, YearChecks.LastYear),
        };
        var days = new Option<int?>("--days")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"Number of days, up to {MostDays}. Default: 365."),
            HelpName = "N",
            CustomParser = OptionWords.Count("--days", MostDays),
        };
        var dailyOnly = new Option<bool>("--daily-only")
        {
            Description = "Share the water of each day without running the pipes: fast, and blind to pressure.",
        };
        var hourly = new Option<bool>("--hourly")
        {
            Description = "Write tables by the hour too: of tanks, plants, interconnections and, as Parquet alone, communities.",
        };
        var seed = new Option<int?>("--seed")
        {
            Description = "Another whole number draws another course of inflow and demand. Default: 1.",
            HelpName = "N",
            CustomParser = OptionWords.Count("--seed", int.MaxValue, atLeast: 0),
        };
        var designYear = new Option<int?>("--design-year")
        {
            Description = "Year to which people and uses have grown. Default: that of the county's demand.",
            HelpName = "Y",
            CustomParser = OptionWords.Count("--design-year", YearChecks.LastYear, FirstYear),
        };
        var without = new Option<string[]>("--without")
        {
            Description = "Interconnection that is not used; may be given again.",
            HelpName = "LINK",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = Ids("--without"),
            CompletionSources = { CountyWords.Of(county, system => system.Interconnections.Select(x => x.Id)) },
        };
        var withWithout = new Option<string[]>("--with-without")
        {
            Description = "Run the year also without this interconnection, and tell what it buys; may be given again; or all.",
            HelpName = "LINK|all",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = Ids("--with-without"),
            CompletionSources =
            {
                CountyWords.Of(county, system => [YearRequest.AllLinks, .. system.Interconnections.Select(x => x.Id)]),
            },
        };
        var output = SharedOptions.Out(
            "DIR",
            "Run folder to write; an earlier run there is replaced when the new one is complete. "
            + "Default: runs/NAME-year, with one --scenario runs/NAME-year-SCENARIO.");
        var resume = new Option<bool>("--resume")
        {
            Description = "Go on with a run that was stopped; its options and files must be the same. The results are too.",
        };
        var figures = new FigureChoice(ofSeveral: true);
        var language = SharedOptions.Language();
        var json = SharedOptions.Json();
        var quiet = SharedOptions.Quiet();
        var strict = SharedOptions.Strict();

        var command = new Command("year", "Runs a county through a year: sources, dispatch, drought, and the pipes each day.")
        {
            county, scenario, all, threads, inflow, from, days, dailyOnly, hourly, seed, designYear, without, withWithout, output, resume,
            figures.Files, figures.None, language, json, quiet, strict,
        };
        figures.Guard(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(threads) is not null && !result.GetValue(all) && result.GetValue(scenario) is not { Length: > 0 })
            {
                result.AddError("--threads: only with --scenario or --all.");
            }
        });
        command.SetAction(parsed => RequestOf(parsed) is var request && request.IsSeveral
            ? new YearsJob(terminal, request, runner, cancellation).Run()
            : new YearJob(terminal, request, runner, cancellation).Run());
        return command;

        YearRequest RequestOf(ParseResult parsed) => new()
        {
            County = parsed.GetRequiredValue(county),
            Inflow = parsed.GetValue(inflow) ?? "average",
            IsInflowGiven = parsed.GetValue(inflow) is not null,
            Scenarios = [.. parsed.GetValue(scenario) ?? []],
            AllScenarios = parsed.GetValue(all),
            Threads = parsed.GetValue(threads),
            From = parsed.GetValue(from),
            Days = parsed.GetValue(days) ?? 365,
            DailyOnly = parsed.GetValue(dailyOnly),
            Hourly = parsed.GetValue(hourly),
            Seed = parsed.GetValue(seed) ?? 1,
            DesignYear = parsed.GetValue(designYear),
            Without = [.. parsed.GetValue(without) ?? []],
            WithWithout = [.. parsed.GetValue(withWithout) ?? []],
            Out = parsed.GetValue(output),
            Resume = parsed.GetValue(resume),
            Figures = figures.Of(parsed, parsed.GetValue(all) || parsed.GetValue(scenario) is { Length: > 1 }),
            Language = parsed.GetRequiredValue(language),
            Json = parsed.GetValue(json),
            Quiet = parsed.GetValue(quiet),
            Strict = parsed.GetValue(strict),
        };
    }

    // Several with commas or by the option again.
    private static Func<ArgumentResult, string[]?> Ids(string name) => result =>
    {
        string[] ids = [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries))];
        if (ids.Any(id => id.Length == 0))
        {
            result.AddError($"{name} {string.Join(' ', result.Tokens.Select(t => t.Value))}: an id is empty.");
        }

        return ids;
    };
}
