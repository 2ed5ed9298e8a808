using System.Collections.Immutable;
using System.Globalization;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>
/// What is compared: <c>--compare [--parts runs,ensembles,reading,quality,quality-year] [--networks jiahe,county-10000,path/to/file.inp]
/// [--scenarios 1000] [--whole 32] [--seconds 5]</c>.
/// </summary>
internal sealed record ComparisonOptions
{
    /// <summary>The option that chooses this mode.</summary>
    public const string Mode = "--compare";

    private const string Usage =
        $"{Mode} [--parts runs,ensembles,reading,quality,quality-year] [--networks NAME,FILE.inp,...] [--scenarios 1000] [--whole 32] [--seconds 5]";

    /// <summary>What is compared.</summary>
    public ComparisonParts Parts { get; init; } = ComparisonParts.All;

    /// <summary>Networks of whole runs and reading: names, or paths of INP files.</summary>
    public ImmutableArray<string> Networks { get; init; } = [.. BenchmarkNetworks.Names];

    /// <summary>Networks of ensembles: names, or paths of INP files.</summary>
    public ImmutableArray<string> OfEnsembles { get; init; } = [.. BenchmarkNetworks.OfEnsembles];

    /// <summary>Networks of water quality: names, or paths of INP files.</summary>
    public ImmutableArray<string> OfQuality { get; init; } = [.. BenchmarkNetworks.OfQuality];

    /// <summary>Scenarios of an ensemble of steady states.</summary>
    public int SteadyScenarios { get; init; } = 1000;

    /// <summary>Scenarios of an ensemble of whole durations.</summary>
    public int WholeScenarios { get; init; } = 32;

    /// <summary>Time for the rounds of a row, unless its fewest rounds take longer.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What a command line asks for; or null, with the reason written, where it is not understood.</summary>
    public static ComparisonOptions? Parse(IReadOnlyList<string> args, TextWriter errors)
    {
        var options = new ComparisonOptions();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == Mode)
            {
                continue;
            }

            var value = i + 1 < args.Count ? args[i + 1] : "";
            if (options.With(args[i], value) is not { } changed)
            {
                errors.WriteLine($"'{args[i]} {value}' is not understood. {Usage}");
                return null;
            }

            options = changed;
            i++;
        }

        foreach (var name in options.Networks)
        {
            if (!File.Exists(BenchmarkNetworks.PathOf(name)))
            {
                errors.WriteLine($"There is no network '{name}': no file {BenchmarkNetworks.PathOf(name)}");
                return null;
            }
        }

        return options;
    }

    // These options and one more; null where it is not understood.
    private ComparisonOptions? With(string option, string value) => option switch
    {
        "--parts" when PartsOf(value) is var parts and not ComparisonParts.None => this with { Parts = parts },
        "--networks" when value.Length > 0 => this with
        {
            Networks = [.. value.Split(',')],
            OfEnsembles = [.. value.Split(',')],
            OfQuality = [.. value.Split(',')],
        },
        "--scenarios" when Count(value) is > 0 and var count => this with { SteadyScenarios = count },
        "--whole" when Count(value) is > 0 and var count => this with { WholeScenarios = count },
        "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var s) && s > 0 =>
            this with { Budget = TimeSpan.FromSeconds(s) },
        _ => null,
    };

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static ComparisonParts PartsOf(string list)
    {
        var parts = ComparisonParts.None;
        foreach (var name in list.Split(','))
        {
            var part = name switch
            {
                "runs" => ComparisonParts.Runs,
                "ensembles" => ComparisonParts.Ensembles,
                "reading" => ComparisonParts.Reading,
                "quality" => ComparisonParts.Quality,
                "quality-year" => ComparisonParts.QualityYear,
                _ => ComparisonParts.None,
            };
            if (part == ComparisonParts.None)
            {
                return part;
            }

            parts |= part;
        }

        return parts;
    }
}
