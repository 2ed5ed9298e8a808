using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests.Architecture;

public sealed class AssembliesTests
{
    // Who may use whom among our assemblies.
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["WaterSim"] = [],
        ["WaterSim.Planning"] = ["WaterSim"],
        ["WaterSim.Plots"] = ["WaterSim", "WaterSim.Planning"],
        ["WaterSim.Cli"] = ["WaterSim", "WaterSim.Planning", "WaterSim.Plots"],
    };

    public static TheoryData<string> Assemblies => [.. Arrows.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_refers_only_to_those_below_it(string name)
    {
        Assert.Empty(NotAllowed(name, AssemblyEdges.References(PathOf(name))));
    }

    [Fact]
    public void A_reference_the_wrong_way_is_found()
    {
        Assert.Equal(["WaterSim.Plots"], NotAllowed("WaterSim.Planning", ["WaterSim", "WaterSim.Plots", "Parquet"]));
    }

    [Theory]
    [InlineData("WaterSim.Planning")]
    [InlineData("WaterSim.Plots")]
    public void A_library_writes_to_no_console(string name)
    {
        Assert.DoesNotContain("System.Console", AssemblyEdges.References(PathOf(name)));
    }

    [Fact]
    public void No_two_assemblies_have_names_that_differ_only_in_case()
    {
        var names = Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileName);
        Assert.Distinct(names, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> NotAllowed(string name, IEnumerable<string> references) =>
        references.Where(Arrows.ContainsKey).Except(Arrows[name], StringComparer.Ordinal);

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");
}
