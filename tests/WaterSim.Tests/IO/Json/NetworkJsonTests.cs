using System.Text;
using System.Text.Json;
using WaterSim.IO.Inp;
using WaterSim.IO.Json;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Json;

public sealed class NetworkJsonTests
{
    // Numbers that have no unit, or one that depends on what stands beside them.
    private static readonly string[] Unitless =
    [
        "HydraulicOptions.Accuracy", "HydraulicOptions.DampLimit", "HydraulicOptions.DemandMultiplier",
        "HydraulicOptions.EmitterExponent", "HydraulicOptions.PressureExponent", "HydraulicOptions.SpecificGravity",
        "ControlAction.Setting", "CurvePoint.X", "CurvePoint.Y", "MapPoint.X", "MapPoint.Y", "Pipe.MinorLoss",
        "Pipe.Roughness", "Pump.Speed", "Rule.Priority", "RulePremise.Value", "Valve.MinorLoss", "Valve.Setting",
        "Node.InitialQuality", "Pipe.BulkCoefficient", "Pipe.WallCoefficient", "QualityOptions.Tolerance",
        "QualitySource.Below", "QualitySource.Strength", "ReactionOptions.BulkCoefficient", "ReactionOptions.BulkOrder",
        "ReactionOptions.LimitingPotential", "ReactionOptions.RoughnessCorrelation", "ReactionOptions.TankOrder",
        "ReactionOptions.WallCoefficient", "ReactionOptions.WallOrder", "ReportField.Above", "ReportField.Below",
        "Tank.BulkCoefficient", "Tank.MixingFraction",
    ];

    private static readonly Network Small = InpReader.ReadFile(Repository.File("networks", "examples", "pump-and-prv.inp")).Network!;

    public static TheoryData<string> Conformance => [.. ConformanceData.NetworkNames.Where(n => !n.StartsWith("bad_", StringComparison.Ordinal))];

    [Theory]
    [InlineData("networks/examples/two-reservoirs.inp")]
    [InlineData("networks/examples/loop-with-tank.inp")]
    [InlineData("networks/examples/pump-and-prv.inp")]
    [InlineData("networks/jiahe/network.inp")]
    public void What_is_written_reads_back_exactly(string path)
    {
        RoundTrip(InpReader.ReadFile(Repository.File(path.Split('/'))).Network!);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Conformance), DisableDiscoveryEnumeration = true)]
    public void Public_networks_read_back_exactly(string name)
    {
        var network = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp")).Network;
        Assert.SkipWhen(network is null, "The network is refused as it stands.");

        RoundTrip(network!);
    }

    [Fact]
    public void Every_kind_of_element_reads_back()
    {
        RoundTrip(Everything());
    }

    [Fact]
    public void Units_stand_in_the_names()
    {
        using var json = JsonDocument.Parse(NetworkJson.ToText(Everything()));
        var root = json.RootElement;

        Assert.Equal("schema", root.EnumerateObject().First().Name);
        Assert.Equal("watersim-network/1", root.GetProperty("schema").GetString());
        var village = root.GetProperty("nodes")[0];
        Assert.Equal("junction", village.GetProperty("type").GetString());
        Assert.Equal(12.5, village.GetProperty("elevation_m").GetDouble());
        Assert.Equal(0.001, village.GetProperty("demands")[0].GetProperty("base_m3s").GetDouble());
        Assert.Equal(86_400, root.GetProperty("times").GetProperty("duration_s").GetDouble());
        Assert.Equal("liters_per_second", root.GetProperty("options").GetProperty("flow_units").GetString());
        Assert.Equal(["level", "time", "clock_time"], root.GetProperty("controls").EnumerateArray()
            .Select(c => c.GetProperty("condition").GetProperty("type").GetString()));
    }

    [Fact]
    public void Every_number_of_the_model_states_its_unit_or_is_listed_as_without()
    {
        var unnamed = typeof(Network).Assembly.GetTypes()
            .Where(t => t.IsPublic && !t.IsEnum && t.Namespace == typeof(Network).Namespace
                && t != typeof(FileUnits) && t != typeof(QualityUnits) && t != typeof(Diagnostic))
            .SelectMany(t => t.GetProperties().Where(p => p.DeclaringType == t && (p.PropertyType == typeof(double) || p.PropertyType == typeof(double?)))
                .Where(p => JsonUnits.Of(t, p.Name, p.PropertyType) is null).Select(p => $"{t.Name}.{p.Name}"));

        Assert.Equal(Unitless.Order(StringComparer.Ordinal), unnamed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{\n  \"schema\": \"watersim-network/1\",\n  \"nodes\": [,]\n}", JsonCodes.NotJson, 3, 13)]
    [InlineData("", JsonCodes.NotJson, 1, 1)]
    [InlineData("null", JsonCodes.NotNetwork, 1, 1)]
    [InlineData("[]", JsonCodes.NotNetwork, 1, 2)]
    [InlineData("{}", JsonCodes.NotNetwork, 1, 3)]
    [InlineData("{\"schema\": \"watersim-network/2\"}", JsonCodes.NotNetwork, 1, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"colour\": 3}", JsonCodes.NotNetwork, 2, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"nodes\": [null]}", JsonCodes.NotNetwork, 2, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"nodes\": null}", JsonCodes.NotNetwork, 2, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"nodes\": [\n{\"type\": \"fountain\"}]}", JsonCodes.NotNetwork, 3, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"nodes\": [\n{\"id\": \"A\"}]}", JsonCodes.NotNetwork, 0, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"nodes\": [\n{\"type\": \"junction\"}]}", JsonCodes.NotNetwork, 3, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"nodes\": [\n{\"type\": \"junction\", \"id\": null}]}", JsonCodes.NotNetwork, 3, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"nodes\": [\n{\"type\": \"junction\", \"id\": \"A\",\n \"elevation_m\": \"high\"}]}", JsonCodes.NotNetwork, 4, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"times\": {\"duration_s\": 1e40}}", JsonCodes.NotNetwork, 2, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"title\": [],\n\"title\": []}", JsonCodes.NotNetwork, 3, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"options\": {\"flow_units\": 1}}", JsonCodes.NotNetwork, 2, 0)]
    [InlineData("{\"schema\": \"watersim-network/1\",\n\"options\": {\"max_trials\": 1.5}}", JsonCodes.NotNetwork, 2, 0)]
    public void Bad_json_is_refused_at_its_place(string text, string code, int line, int column)
    {
        var read = Read(text);

        Assert.Null(read.Network);
        var found = Assert.Single(read.Diagnostics);
        Assert.Equal(code, found.Code);
        Assert.Equal("bad.json", found.Location!.File);
        Assert.Equal(line == 0 ? found.Location.Line : line, found.Location.Line);
        Assert.Equal(column == 0 ? found.Location.Column : column, found.Location.Column);
        Assert.DoesNotContain("System.", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_any_depth_ends_in_one_error()
    {
        string[] deep =
        [
            new string('[', 100_000),
            $"{{\"schema\": \"watersim-network/1\", \"nodes\": {new string('[', 100_000)}",
            $"{{\"schema\": {string.Concat(Enumerable.Repeat("{\"schema\": ", 100_000))}",
        ];

        Assert.All(deep, text => Assert.Null(Read(text).Network));
        Assert.All(deep, text => Assert.Single(Read(text).Diagnostics));
    }

    [Fact]
    public void Json_cut_anywhere_is_refused_without_an_exception()
    {
        var text = NetworkJson.ToText(Everything());

        for (var length = 0; length < text.TrimEnd().Length; length += 7)
        {
            Assert.Null(Read(text[..length]).Network);
        }
    }

    [Fact]
    public void Damaged_json_is_read_or_refused_without_an_exception()
    {
        var sound = Encoding.UTF8.GetBytes(NetworkJson.ToText(Everything()));
        var random = new Random(20_260_101);
        var refused = 0;
        for (var i = 0; i < 4000; i++)
        {
            var bytes = (byte[])sound.Clone();
            for (var k = random.Next(1, 4); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : "0123456789-.e\"{}[]:,"[random.Next(20)]);
            }

            using var stream = new MemoryStream(bytes);
            var read = NetworkJson.Read(stream, "bad.json");
            if (read.Network is null)
            {
                refused++;
                Assert.Contains(read.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
            }
        }

        Assert.InRange(refused, 2000, 4000);
    }

    [Fact]
    public void All_that_is_wrong_with_the_network_is_told_at_once()
    {
        var broken = Small with
        {
            Links = [.. Small.Links.Select(l => l is Pipe p ? p with { Diameter = -1, FromNode = "nowhere" } : l)],
        };

        var read = Read(NetworkJson.ToText(broken));

        Assert.Null(read.Network);
        Assert.True(read.Diagnostics.Count(d => d.Code == NetworkCodes.ValueOutOfRange) >= 2);
        Assert.Contains(read.Diagnostics, d => d.Code == NetworkCodes.UndefinedEndNode);
        Assert.All(read.Diagnostics, d => Assert.Equal("bad.json", d.Location!.File));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        Assert.NotNull(Read("\ufeff" + NetworkJson.ToText(Small)).Network);
    }

    [Fact]
    public void A_number_that_is_not_finite_cannot_be_written()
    {
        var network = Small with { Options = Small.Options with { Accuracy = double.NaN } };

        Assert.Throws<ArgumentException>(() => NetworkJson.ToText(network));
    }

    private static void RoundTrip(Network network)
    {
        var read = Read(NetworkJson.ToText(network));

        Assert.DoesNotContain(read.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Null(Structure.Difference(network, read.Network));
    }

    private static NetworkJsonReadResult Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return NetworkJson.Read(stream, "bad.json");
    }

    private static Network Everything() => new()
    {
        Title = ["\u5bb6\u6cb3\u53bf \"quoted\"", ""],
        Nodes =
        [
            new Junction
            {
                Id = "Village", Elevation = 12.5, Demands = [new Demand(0.001, "Day", "homes"), new Demand(-1e-17)],
                EmitterCoefficient = 0.1 + 0.2, Position = new MapPoint(1, -2), Tag = "town", Comment = "beside the road",
            },
            new Reservoir { Id = "Spring", Head = 80, HeadPatternId = "Day" },
            new Tank
            {
                Id = "Tower", Elevation = 40, InitialLevel = 2, MinimumLevel = 0.5, MaximumLevel = 4, Diameter = 7,
                MinimumVolume = 3, VolumeCurveId = "Shape", CanOverflow = true,
            },
        ],
        Links =
        [
            new Pipe
            {
                Id = "Main", FromNode = "Spring", ToNode = "Village", Length = 1000, Diameter = 0.3, Roughness = 120,
                MinorLoss = 0.5, HasCheckValve = true, LeakArea = 1e-6, LeakExpansion = 1e-8,
                Vertices = [new MapPoint(3, 4)],
            },
            new Pump
            {
                Id = "Booster", FromNode = "Village", ToNode = "Tower", Power = 5000, Speed = 0, SpeedPatternId = "Day",
                EnergyPrice = 0.6, PricePatternId = "Day", InitialStatus = LinkStatus.Closed,
            },
            new Valve
            {
                Id = "Throttle", Kind = ValveKind.ThrottleControl, FromNode = "Village", ToNode = "Tower", Diameter = 0.2,
                Setting = 3, InitialStatus = LinkStatus.Open,
            },
        ],
        Patterns = [new Pattern("Day", [0.5, 1.5, 1.0 / 3], "by the hour")],
        Curves = [new Curve("Shape", CurveKind.TankVolume, [new CurvePoint(0, 0), new CurvePoint(5, 200)])],
        Controls =
        [
            new SimpleControl("Booster", new ControlAction(LinkStatus.Closed, null), new LevelCondition("Tower", true, 3.5)),
            new SimpleControl("Booster", new ControlAction(null, 0.8), new TimeCondition(TimeSpan.FromHours(30))),
            new SimpleControl("Booster", new ControlAction(LinkStatus.Open, 1), new ClockTimeCondition(new TimeSpan(6, 30, 1))),
        ],
        Rules =
        [
            new Rule(
                "Night",
                [
                    new RulePremise(RuleJoin.If, RuleObject.Tank, "Tower", RuleAttribute.Level, RuleRelation.Below, 1.5, null),
                    new RulePremise(RuleJoin.Or, RuleObject.Pump, "Booster", RuleAttribute.Status, RuleRelation.Equal, null, LinkStatus.Open),
                ],
                [new RuleAction("Booster", new ControlAction(LinkStatus.Open, null))], [], 3, IsEnabled: false),
        ],
        Options = Draw.Tight with { PressureUnits = PressureUnits.Bar, DefaultPatternId = "Day", DemandModel = DemandModel.PressureDriven },
        Times = new TimeOptions
        {
            Duration = TimeSpan.FromDays(1),
            RuleStep = TimeSpan.FromSeconds(90),
            Statistic = ReportStatistic.Range,
        },
        Energy = new EnergyOptions { Price = 0.5, PricePatternId = "Day", DemandCharge = 3 },
        Preserved = [new PreservedSection("REPORT", ["Status Yes", "; \u6c34"])],
    };
}
