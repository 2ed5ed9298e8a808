using WaterSim.Planning.Scenarios;

namespace WaterSim.Cli.Commands;

/// <summary>What a manifest says of a scenario.</summary>
internal static class ScenarioWords
{
    /// <summary>The option that names its file.</summary>
    public static KeyValuePair<string, string?> FileOf(string file) => new("scenario", Path.GetFileName(file));

    /// <summary>What it calls itself; any text.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Told(Scenario scenario)
    {
        yield return new("scenario-name", scenario.Name.En);
        (string Name, string? Value)[] more =
        [
            ("scenario-name-zh", scenario.Name.Zh), ("scenario-description", scenario.Description?.En),
            ("scenario-description-zh", scenario.Description?.Zh),
        ];
        foreach (var (name, value) in more.Where(m => m.Value is not null))
        {
            yield return new(name, value);
        }
    }
}
