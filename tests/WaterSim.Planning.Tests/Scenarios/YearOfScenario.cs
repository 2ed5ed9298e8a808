using WaterSim.Planning.Coupling;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Planning.Tests.Scenarios;

/// <summary>Years of Jiahe by scenarios of a few lines.</summary>
internal static class YearOfScenario
{
    /// <summary>Reads changes, each a line of YAML in braces, for a year. The first change stands on line 5.</summary>
    public static ScenarioReadResult Read(string changes, YearOptions year, string header = "duration_h: 24")
    {
        using var folder = new TemporaryFolder();
        var lines = string.Concat(changes.Split('\n').Select(c => $"  - {c.Trim()}\n"));
        var file = folder.Write("a.yaml", $"schema: watersim-scenario/1\nname: {{ en: Test }}\n{header}\nchanges:\n{lines}");
        return ScenarioReader.LoadForYear(file, JiaheCounty.System, JiaheCounty.Network, year);
    }

    /// <summary>Jiahe's year as changes leave it.</summary>
    public static AppliedYear With(string changes, YearOptions year, string header = "duration_h: 24")
    {
        var read = Read(changes, year, header);
        Assert.True(read.Scenario is not null, string.Join('\n', read.Diagnostics));
        return ScenarioApplication.ApplyToYear(read.Scenario, JiaheCounty.System, JiaheCounty.Network, year);
    }

    /// <summary>Begins it.</summary>
    public static YearRun Start(AppliedYear applied)
    {
        var (run, found) = YearRun.Start(applied.System, applied.Network, applied.Options, JiaheCounty.Folder, JiaheCounty.Network);
        return run ?? throw new InvalidOperationException(string.Join('\n', found));
    }

    /// <summary>Begins a year of Jiahe as it is.</summary>
    public static YearRun Start(YearOptions year) =>
        YearRun.Start(JiaheCounty.System, JiaheCounty.Network, year, JiaheCounty.Folder).Run!;

    /// <summary>All that a year came to, to the bit.</summary>
    public static byte[] StateAfter(YearRun run)
    {
        using (run)
        {
            foreach (var _ in run.Days(TestContext.Current.CancellationToken))
            {
            }

            return run.Save();
        }
    }
}
