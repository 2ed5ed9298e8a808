using WaterSim.Model;

namespace WaterSim.Tests.Architecture;

public sealed class LayersTests
{
    private static readonly string Engine = typeof(Network).Assembly.Location;

    [Fact]
    public void The_engine_keeps_its_arrows()
    {
        var found = Layers.Violations(AssemblyEdges.Read(Engine));

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void The_engine_refers_to_QuikGraph_and_to_nothing_else()
    {
        string[] allowed = ["QuikGraph"];
        var others = AssemblyEdges.References(Engine)
            .Where(r => !r.StartsWith("System.", StringComparison.Ordinal))
            .Except(allowed, StringComparer.Ordinal);

        Assert.Empty(others);
    }

    [Fact]
    public void The_engine_writes_to_no_console()
    {
        Assert.DoesNotContain("System.Console", AssemblyEdges.References(Engine));
    }

    [Theory]
    [InlineData("WaterSim.Model", "WaterSim.Hydraulics", "Laws")]
    [InlineData("WaterSim.Generation", "WaterSim.Topology", "NetworkGraph")]
    [InlineData("WaterSim.IO.Inp", "WaterSim.Generation", "CountyGenerator")]
    [InlineData("WaterSim.Topology", "WaterSim.Simulation", "Clock")]
    [InlineData("WaterSim.Hydraulics.Laws", "WaterSim.Quality", "Segments")]
    [InlineData("WaterSim.Simulation", "WaterSim.IO.Inp", "InpReader")]
    [InlineData("WaterSim.Hydraulics.Linear", "WaterSim.Hydraulics", "NetworkArrays")]
    [InlineData("WaterSim.Hydraulics.Linear", "WaterSim.Model", "Network")]
    [InlineData("WaterSim.Hydraulics", "System.IO", "File")]
    [InlineData("WaterSim.Model", "System", "Console")]
    [InlineData("WaterSim.Simulation", "System.Diagnostics", "Stopwatch")]
    [InlineData("WaterSim.Helpers", "System", "String")]
    public void An_arrow_the_wrong_way_is_found(string from, string toNamespace, string toType)
    {
        Assert.Single(Layers.Violations([new Edge(from, "Someone", toNamespace, toType)]));
    }

    [Theory]
    [InlineData("System", "DateTime", "get_UtcNow(0)")]
    [InlineData("System", "Random", ".ctor(0)")]
    [InlineData("System", "Random", "get_Shared(0)")]
    [InlineData("System", "Environment", "get_TickCount(0)")]
    public void A_clock_or_ambient_randomness_left_of_IO_is_found(string toNamespace, string toType, string member)
    {
        Assert.Single(Layers.Violations([new Edge("WaterSim.Simulation", "Someone", toNamespace, toType, member)]));
        Assert.Empty(Layers.Violations([new Edge("WaterSim.IO", "Someone", toNamespace, toType, member)]));
    }

    [Theory]
    [InlineData("WaterSim.IO.Inp", "WaterSim.Model", "Network", null)]
    [InlineData("WaterSim.IO.Inp", "System.IO", "File", "ReadAllText(1)")]
    [InlineData("WaterSim.Hydraulics", "WaterSim.Hydraulics.Linear", "Cholesky", null)]
    [InlineData("WaterSim.Simulation", "System", "Random", ".ctor(1)")]
    [InlineData("WaterSim.Simulation", "System", "Environment", "get_CurrentManagedThreadId(0)")]
    public void An_arrow_the_right_way_is_left_alone(string from, string toNamespace, string toType, string? member)
    {
        Assert.Empty(Layers.Violations([new Edge(from, "Someone", toNamespace, toType, member)]));
    }

    [Theory]
    [InlineData("System.IO.File", "ReadAllText(1)")]
    [InlineData("System.DateTime", "get_Now(0)")]
    [InlineData("System.Random", ".ctor(0)")]
    [InlineData("System.Environment", "get_TickCount64(0)")]
    [InlineData("WaterSim.Model.Pipe", null)]
    [InlineData("WaterSim.Model.Tank", null)]
    [InlineData("WaterSim.Model.Pump", null)]
    [InlineData("System.FormatException", null)]
    public void The_reader_sees_every_kind_of_use(string to, string? member)
    {
        var edges = AssemblyEdges.Read(typeof(UsesOfEveryKind).Assembly.Location)
            .Where(e => e.FromType.StartsWith(nameof(UsesOfEveryKind), StringComparison.Ordinal));

        Assert.Contains(edges, e => e.To == to && (member is null || e.ToMember == member));
    }
}
