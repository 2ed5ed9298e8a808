using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Scenarios;

/// <summary>Reads scenario files, schema <c>watersim-scenario/1</c>, and those that they inherit from.</summary>
public static class ScenarioReader
{
    /// <summary>Folder of a county's scenarios, in the county's folder.</summary>
    public const string FolderName = "scenarios";

    // Far more than anybody can follow.
    private const int LongestChain = 16;

    private static readonly TextFileWords Words = new(
        "Name a scenario file, such as scenarios/average-day.yaml.",
        "A scenario is text of a few kB; name the right file.");

    /// <summary>Reads a scenario against the county it is about, reporting every problem in one pass.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <returns>The scenario with all that it inherits, or diagnostics that say why there is none.</returns>
    public static ScenarioReadResult Load(string path, CountySystem system, Network network) => Load(path, system, network, null);

    /// <summary>The same, of a scenario that is to be run as a year: what cannot mean anything in one is refused where it stands.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <param name="year">The year's first day, number of days, and whether its pipes are run.</param>
    /// <returns>As <see cref="Load(string, CountySystem, Network)"/>.</returns>
    public static ScenarioReadResult LoadForYear(string path, CountySystem system, Network network, YearOptions year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return Load(path, system, network, year);
    }

    private static ScenarioReadResult Load(string path, CountySystem system, Network network, YearOptions? year)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(network);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var files = ImmutableArray.CreateBuilder<string>();
        var scenario = Read(path, system, network, [], found, files);
        if (scenario is not null && !HasErrors(found))
        {
            found.AddRange(ScenarioChecks.Of(scenario, system, network, year));
        }

        return new ScenarioReadResult
        {
            Scenario = HasErrors(found) ? null : scenario,
            Diagnostics = found.ToImmutable(),
            Files = files.ToImmutable(),
        };
    }

    /// <summary>The scenario files of a county's folder, by name; empty where it has none.</summary>
    /// <param name="folder">Folder of the county.</param>
    public static ImmutableArray<string> FilesOf(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var place = Path.Combine(folder, FolderName);
        return Directory.Exists(place)
            ? [.. Directory.EnumerateFiles(place, "*.yaml").Order(StringComparer.Ordinal)]
            : [];
    }

    private static Scenario? Read(
        string path,
        CountySystem system,
        Network network,
        ImmutableArray<string> derived,
        ImmutableArray<Diagnostic>.Builder found,
        ImmutableArray<string>.Builder files)
    {
        var bag = new DiagnosticBag(path);
        if (BoundedTextFile.Read(path, bag, Words) is not { } text)
        {
            found.AddRange(bag.ToImmutable());
            return null;
        }

        files.Add(path);
        var parser = new ScenarioParser(bag, system, network);
        var own = YamlTreeReader.Read(text, bag, $"Write the scenario, beginning with 'schema: {ScenarioParser.Schema}'.") is { } tree
            ? parser.Parse(tree)
            : null;
        var chain = derived.Add(Path.GetFullPath(path));
        var basePath = parser.Base is { } name && MayFollow(name, path, chain, bag) ? NetworkPath.Resolve(path, name, bag, NetworkPath.Base) : null;
        found.AddRange(bag.ToImmutable());
        if (own is null || basePath is null)
        {
            return own;
        }

        return Read(basePath, system, network, chain, found, files) is { } inherited ? Combine(inherited, own) : null;
    }

    private static bool MayFollow(YamlText name, string path, ImmutableArray<string> chain, DiagnosticBag bag)
    {
        // What the name cannot lead to is told by who resolves it.
        var next = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name.Value));
        var at = chain.IndexOf(next);
        if (at < 0 && chain.Length < LongestChain)
        {
            return true;
        }

        var names = string.Join(" -> ", chain.Skip(Math.Max(0, at)).Append(next).Select(f => Printable.Text(Path.GetFileName(f))));
        bag.Error(
            "WS4202", name.Line, name.Column,
            at >= 0 ? $"base leads in a circle: {names}" : $"more than {LongestChain} scenarios inherit from each other: {names}",
            "Let the first of them have no base.", "base");
        return false;
    }

    // What the derived one says stands; of changes all do, the base's first.
    private static Scenario Combine(Scenario inherited, Scenario own) => own with
    {
        Description = own.Description ?? inherited.Description,
        Duration = own.Duration ?? inherited.Duration,
        DemandModel = own.DemandModel ?? inherited.DemandModel,
        RequiredPressure = own.RequiredPressure ?? inherited.RequiredPressure,
        Quality = own.Quality ?? inherited.Quality,
        Indicators = own.Indicators ?? inherited.Indicators,
        Changes = [.. inherited.Changes, .. own.Changes],
    };

    private static bool HasErrors(ImmutableArray<Diagnostic>.Builder found) => found.Any(d => d.Severity == DiagnosticSeverity.Error);
}
