using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Planning.Tests.Scenarios;

/// <summary>Jiahe, read once, and scenarios against it.</summary>
internal static class JiaheCounty
{
    private static readonly CountyReadResult Read = CountySystemReader.Load(Folder);

    public static string Folder => Path.Combine(RepositoryRoot.Path, "networks", "jiahe");

    public static CountySystem System => Read.System!;

    public static Network Network => Read.Network!;

    /// <summary>Reads a scenario whose changes are given, each a line of YAML in braces.</summary>
    public static ScenarioReadResult Scenario(string changes, string header = "duration_h: 24") =>
        ReadText($"schema: watersim-scenario/1\nname: {{ en: Test }}\n{header}\nchanges:\n{Lines(changes)}");

    public static ScenarioReadResult ReadText(string yaml)
    {
        using var folder = new TemporaryFolder();
        return ScenarioReader.Load(folder.Write("a.yaml", yaml), System, Network);
    }

    /// <summary>Jiahe as changes leave it.</summary>
    public static AppliedScenario With(string changes, string header = "duration_h: 24")
    {
        var read = Scenario(changes, header);
        Assert.True(read.Scenario is not null, string.Join('\n', read.Diagnostics));
        return ScenarioApplication.Apply(read.Scenario, System, Network);
    }

    private static string Lines(string changes) => string.Concat(changes.Split('\n').Select(c => $"  - {c.Trim()}\n"));
}
