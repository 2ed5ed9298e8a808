using WaterSim.Model;

namespace WaterSim.Tests.Model;

public sealed class NetworkValidatorTests
{
    private static readonly Network Sound = new()
    {
        Nodes = [new Junction { Id = "J", Demands = [new Demand(0.001)] }, new Reservoir { Id = "R", Head = 50 }],
        Links = [new Pipe { Id = "P", FromNode = "R", ToNode = "J", Length = 100, Diameter = 0.1, Roughness = 120 }],
    };

    public static TheoryData<string, Network> Broken => new()
    {
        { NetworkCodes.InvalidId, Add(new Junction { Id = "a;b" }) },
        { NetworkCodes.InvalidId, Add(new Junction { Id = "" }) },
        { NetworkCodes.DuplicateId, Add(new Reservoir { Id = "J" }) },
        { NetworkCodes.NodeOrder, Sound with { Nodes = [.. Sound.Nodes.Reverse()] } },
        { NetworkCodes.TooFewNodes, new Network() },
        { NetworkCodes.NoSource, Sound with { Nodes = [Sound.Nodes[0], new Junction { Id = "R" }] } },
        { NetworkCodes.UnconnectedJunction, Sound with { Links = [] } },
        { NetworkCodes.UndefinedEndNode, Add(Pipe("X", "J", "nowhere")) },
        { NetworkCodes.LoopLink, Add(Pipe("X", "J", "J")) },
        { NetworkCodes.ValueOutOfRange, Add(Pipe("X", "J", "R") with { Diameter = -0.1 }) },
        { NetworkCodes.ValueOutOfRange, Add(Pipe("X", "J", "R") with { Length = double.NaN }) },
        { NetworkCodes.ValueOutOfRange, Add(new Reservoir { Id = "S", Head = double.PositiveInfinity }) },
        { NetworkCodes.UndefinedPattern, Add(new Reservoir { Id = "S", HeadPatternId = "nowhere" }) },
        { NetworkCodes.UndefinedCurve, Add(Pump() with { HeadCurveId = "nowhere" }) },
        { NetworkCodes.WrongCurveKind, Add(Pump() with { HeadCurveId = "C" }, Curve(CurveKind.Unused, (1, 1))) },
        { NetworkCodes.EmptyCurve, Sound with { Curves = [Curve(CurveKind.Unused)] } },
        { NetworkCodes.CurveNotRising, Sound with { Curves = [Curve(CurveKind.Unused, (1, 1), (1, 2))] } },
        { NetworkCodes.EmptyPattern, Sound with { Patterns = [new Pattern("A", [])] } },
        { NetworkCodes.PumpWithoutCurve, Add(Pump()) },
        { NetworkCodes.InvalidPumpCurve, Add(Pump() with { HeadCurveId = "C" }, Curve(CurveKind.PumpHead, (0, 1), (1, 2))) },
        { NetworkCodes.TankLevels, Add(new Tank { Id = "T", Diameter = 1, MinimumLevel = 2, MaximumLevel = 3 }) },
        { NetworkCodes.ValveAtSource, Add(Valve(ValveKind.PressureReducing)) },
        { NetworkCodes.ValveWithoutCurve, Add(Valve(ValveKind.GeneralPurpose)) },
        { NetworkCodes.UndefinedControlElement, Control("nowhere", new(LinkStatus.Closed, null)) },
        { NetworkCodes.ControlNotPossible, Control("P", default) },
        { NetworkCodes.OptionOutOfRange, Sound with { Options = new HydraulicOptions { Accuracy = 0 } } },
        { NetworkCodes.OptionOutOfRange, Sound with { Times = new TimeOptions { Duration = TimeSpan.FromSeconds(0.5) } } },
    };

    [Fact]
    public void A_sound_network_has_nothing_to_report() => Assert.Empty(NetworkValidator.Validate(Sound));

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_fault_is_an_error_with_a_remedy(string code, Network network)
    {
        var error = Assert.Single(NetworkValidator.Validate(network).DistinctBy(d => d.Code), d => d.Code == code);

        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.NotNull(error.Remedy);
        Assert.NotNull(error.Element);
    }

    [Fact]
    public void A_network_that_was_checked_and_then_changed_is_checked_anew()
    {
        var rule = new Rule("1", [], [], []);
        Network[] changed =
        [
            Sound with { Nodes = [new Junction { Id = "J", Elevation = double.NaN }, Sound.Nodes[1]] },
            Sound with { Links = [.. Sound.Links, Pipe("X", "J", "nowhere")] },
            Sound with { Patterns = [new Pattern("A", [])] },
            Sound with { Curves = [Curve(CurveKind.Unused)] },
            Sound with { Controls = [new SimpleControl("X", default, new TimeCondition(TimeSpan.Zero))] },
            Sound with { Rules = [rule] },
            Sound with { Options = new HydraulicOptions { Accuracy = 0 } },
            Sound with { Times = new TimeOptions { HydraulicStep = TimeSpan.Zero } },
            Sound with { Energy = new EnergyOptions { Efficiency = 0 } },
            Sound with { Quality = new QualityOptions { Diffusivity = -1 } },
            Sound with { Reactions = new ReactionOptions { WallOrder = 2 } },
            Sound with { Report = new ReportOptions { PageSize = -1 } },
        ];

        foreach (var network in changed)
        {
            Assert.Empty(NetworkValidator.Validate(Sound));
            Assert.NotEmpty(NetworkValidator.Validate(network));
            Assert.Equal(NetworkValidator.Validate(network), NetworkValidator.Validate(network with { Title = [] }));
        }
    }

    [Fact]
    public void An_end_node_is_looked_for_among_the_nodes_that_there_are()
    {
        Assert.Equal([1], Sound.Ends.From);

        Assert.Equal([0], (Sound with { Nodes = [.. Sound.Nodes.Reverse()] }).Ends.From);
        Assert.Equal([-1], (Sound with { Nodes = [Sound.Nodes[0]] }).Ends.From);
        Assert.Equal([0], (Sound with { Links = [Pipe("X", "J", "R")] }).Ends.From);
    }

    [Fact]
    public void The_first_of_a_repeated_id_is_found_and_what_is_not_there_is_not()
    {
        var network = new Network { Patterns = [.. Enumerable.Range(0, 2_000).Select(i => new Pattern($"{i % 1_000}", [i]))] };

        Assert.Equal(7, network.FindPattern("7")!.Multipliers[0]);
        Assert.Equal(999, network.FindPattern("999")!.Multipliers[0]);
        Assert.Null(network.FindPattern("1000"));
        Assert.Null(new Network().FindPattern("7"));
    }

    [Fact]
    public void A_reservoir_without_a_link_is_only_a_warning() =>
        Assert.Equal(
            (NetworkCodes.UnconnectedSource, DiagnosticSeverity.Warning),
            NetworkValidator.Validate(Add(new Reservoir { Id = "S" })).Select(d => (d.Code, d.Severity)).Single());

    [Fact]
    public void Two_PRVs_in_series_are_a_warning_as_EPANET_reads_them()
    {
        var network = Sound with
        {
            Nodes = [new Junction { Id = "A" }, new Junction { Id = "B" }, .. Sound.Nodes],
            Links =
            [
                .. Sound.Links,
                Valve(ValveKind.PressureReducing) with { Id = "V1", FromNode = "J", ToNode = "A" },
                Valve(ValveKind.PressureReducing) with { Id = "V2", FromNode = "A", ToNode = "B" },
            ],
        };

        var warning = Assert.Single(NetworkValidator.Validate(network));
        Assert.Equal((NetworkCodes.ValveConflict, DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
    }

    [Theory]
    [InlineData(new[] { 1.0 }, new[] { 3.0 }, true)]
    [InlineData(new[] { 0.0, 1, 2 }, new[] { 10.0, 8, 3 }, true)]
    [InlineData(new[] { 0.0, 1, 2 }, new[] { 10.0, 10, 3 }, false)]
    [InlineData(new[] { 0.0, 1, 1.001 }, new[] { 10.0, 9.99, 1 }, false)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 10.0, 8, 3, 1 }, true)]
    [InlineData(new[] { 0.0 }, new[] { 3.0 }, false)]
    public void A_pump_curve_falls_and_three_points_fit_a_power_law(double[] x, double[] y, bool isGood) =>
        Assert.Equal(
            isGood, CurveChecks.WhyNotPumpHead(Curve(CurveKind.PumpHead, [.. x.Zip(y)])) is null);

    private static Network Add(Node node) => Sound with
    {
        Nodes = node is Junction ? [node, .. Sound.Nodes] : [.. Sound.Nodes, node],
    };

    private static Network Add(Link link, params Curve[] curves) =>
        Sound with { Links = [.. Sound.Links, link], Curves = [.. curves] };

    private static Pipe Pipe(string id, string from, string to) =>
        new() { Id = id, FromNode = from, ToNode = to, Length = 1, Diameter = 1, Roughness = 1 };

    private static Pump Pump() => new() { Id = "U", FromNode = "R", ToNode = "J" };

    private static Valve Valve(ValveKind kind) =>
        new() { Id = "V", FromNode = "R", ToNode = "J", Kind = kind, Diameter = 0.1 };

    private static Curve Curve(CurveKind kind, params (double X, double Y)[] points) =>
        new("C", kind, [.. points.Select(p => new CurvePoint(p.X, p.Y))]);

    private static Network Control(string link, ControlAction action) =>
        Sound with { Controls = [new SimpleControl(link, action, new TimeCondition(TimeSpan.Zero))] };
}
