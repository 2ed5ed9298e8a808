using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Cli.Output;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Plots;

namespace WaterSim.Cli.Commands;

/// <summary>What <c>watersim year</c> was asked to do.</summary>
internal sealed record YearRequest : ISideRequest
{
    /// <summary>Stands for every interconnection in <see cref="WithWithout"/>.</summary>
    public const string AllLinks = "all";

    /// <summary>A county folder or its system.yaml, as the user named it.</summary>
    public required string County { get; init; }

    string ISideRequest.Place => County;

    IReadOnlyList<string> ISideRequest.Scenarios => Scenarios;

    /// <summary>Run folder, or null for <c>runs/NAME-year</c>, with a scenario's file name behind, under the current folder; of several the folder of theirs.</summary>
    public string? Out { get; init; }

    /// <summary>Id of the year of inflow.</summary>
    public string Inflow { get; init; } = "average";

    /// <summary>True where the user has named <see cref="Inflow"/>, which a scenario must not contradict.</summary>
    public bool IsInflowGiven { get; init; }

    /// <summary>Scenario files to run, as the user named them; none: the county as it is.</summary>
    public ImmutableArray<string> Scenarios { get; init; } = [];

    /// <summary>True: all scenarios of the county's folder are run.</summary>
    public bool AllScenarios { get; init; }

    /// <summary>How many scenarios run side by side; null: as many as there are processors.</summary>
    public int? Threads { get; init; }

    /// <summary>True where there may be several years, each in a folder of its own.</summary>
    public bool IsSeveral => AllScenarios || Scenarios.Length > 1;

    /// <summary>Sources that a scenario takes out on some days.</summary>
    public ImmutableArray<SourceOutage> SourcesOut { get; init; } = [];

    /// <summary>First day, or null for 1 January of the year whose demand is run.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Number of days.</summary>
    public int Days { get; init; } = 365;

    /// <summary>True: allocations alone, without the pipes.</summary>
    public bool DailyOnly { get; init; }

    /// <summary>True: tables by the hour are written too.</summary>
    public bool Hourly { get; init; }

    /// <summary>Seed of all that is drawn by chance.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Year whose people and uses are run, or null for the county's own.</summary>
    public int? DesignYear { get; init; }

    /// <summary>Interconnections that are not used.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Interconnections without which the year is run again, each alone.</summary>
    public ImmutableArray<string> WithWithout { get; init; } = [];

    /// <summary>True: an unfinished run is gone on with.</summary>
    public bool Resume { get; init; }

    /// <summary>What figures are written as.</summary>
    public FigureFiles Figures { get; init; } = FigureFiles.Both;

    /// <summary>Language of names and figures: en or zh.</summary>
    public string Language { get; init; } = "en";

    /// <summary>True: one JSON object on the output and nothing else.</summary>
    public bool Json { get; init; }

    /// <summary>True: nothing but errors.</summary>
    public bool Quiet { get; init; }

    /// <summary>True: a warning is a failure.</summary>
    public bool Strict { get; init; }

    /// <summary>First day of a county's run.</summary>
    public DateOnly FromOf(CountySystem system) => From ?? new DateOnly(DesignYear ?? system.Demand!.BaseYear, 1, 1);

    /// <summary>Interconnections without which a county's year is run again, each once.</summary>
    public ImmutableArray<string> WithWithoutOf(CountySystem system) =>
        WithWithout.Contains(AllLinks, StringComparer.Ordinal)
            ? [.. system.Interconnections.Select(x => x.Id).Except(Without, StringComparer.Ordinal)]
            : [.. WithWithout.Distinct(StringComparer.Ordinal)];

    /// <summary>What the planning model is asked for.</summary>
    /// <param name="system">The county.</param>
    /// <param name="without">Interconnections that are not used.</param>
    public YearOptions YearOptionsOf(CountySystem system, ImmutableArray<string> without) => new()
    {
        Inflow = Inflow,
        From = FromOf(system),
        Days = Days,
        DailyOnly = DailyOnly,
        Hourly = Hourly,
        Seed = Seed,
        Shut = without,
        SourcesOut = SourcesOut,
        DesignYear = DesignYear,
    };

    /// <summary>The options that decide what is computed, for the manifest and for going on later.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> OptionsOf(CountySystem system) =>
    [
        .. Scenarios.Select(ScenarioWords.FileOf),
        new("inflow", Inflow),
        new("from", Say.Day(FromOf(system))),
        new("days", Days.ToString(CultureInfo.InvariantCulture)),
        new("daily-only", DailyOnly ? "yes" : "no"),
        new("hourly", Hourly ? "yes" : "no"),
        new("seed", Seed.ToString(CultureInfo.InvariantCulture)),
        new("design-year", DesignYear?.ToString(CultureInfo.InvariantCulture)),
        new("without", string.Join(',', Without.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))),
    ];
}
