using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Inp;

public sealed class WritingTests
{
    private static readonly Network Built = new()
    {
        Title = ["Built in code", "  second line; with a semicolon"],
        Nodes =
        [
            new Junction
            {
                Id = "J 1",
                Elevation = 12.34,
                Demands = [new Demand(0.00123, "night", "homes"), new Demand(-0.002)],
                EmitterCoefficient = 1.7e-4,
                Comment = "by the mill",
                Tag = "old town",
                Position = new MapPoint(112.3456789, 25.4),
            },
            new Junction
            {
                Id = "J2", Demands = [new Demand(0.1 / 3)], Source = new(QualitySourceKind.Mass, 0.0031, "night"),
            },
            new Tank
            {
                Id = "T", Elevation = 50, InitialLevel = 1, MaximumLevel = 3, Diameter = 9, CanOverflow = true,
                Mixing = MixingModel.TwoCompartments, MixingFraction = 0.3, BulkCoefficient = -1e-6,
                Source = new(QualitySourceKind.SetPoint, 0.4),
            },
            new Reservoir { Id = "R", Head = 70.1, HeadPatternId = "night", InitialQuality = 0.8 },
        ],
        Links =
        [
            new Valve { Id = "V", FromNode = "J 1", ToNode = "J2", Kind = ValveKind.FlowControl, Diameter = 0.1, Setting = 0.02, InitialStatus = LinkStatus.Open },
            new Pipe { Id = "P", FromNode = "R", ToNode = "J 1", Length = 100, Diameter = 0.25, Roughness = 120, HasCheckValve = true, Vertices = [new(1, 2)], LeakArea = 3e-8, LeakExpansion = 1e-9, BulkCoefficient = -1e-5, WallCoefficient = -4e-7 },
            new Pump { Id = "U", FromNode = "J2", ToNode = "T", HeadCurveId = "C", Speed = 0.95, InitialStatus = LinkStatus.Closed, EnergyPrice = 0.7 },
            new Pump { Id = "U2", FromNode = "J2", ToNode = "T", Power = 7500, SpeedPatternId = "night" },
        ],
        Patterns = [new Pattern("night", [0.3, 1.5, .. Enumerable.Repeat(1.0, 22)], "24 hours"), new Pattern("1", [2])],
        Curves = [new Curve("C", CurveKind.PumpHead, [new(0.05, 31)]), new Curve("spare", CurveKind.PumpEfficiency, [new(0.05, 70)])],
        Controls =
        [
            new("U", new(LinkStatus.Closed, 0), new LevelCondition("T", true, 2.9)),
            new("U", new(null, 0.8), new LevelCondition("J 1", false, 15)),
            new("V", new(null, 0.015), new ClockTimeCondition(new TimeSpan(18, 30, 5))),
            new("P", new(LinkStatus.Closed, null), new TimeCondition(TimeSpan.FromHours(30))),
        ],
        Options = new HydraulicOptions
        {
            FlowUnits = FlowUnits.CubicMetersPerHour,
            PressureUnits = PressureUnits.Kilopascal,
            HeadLoss = HeadLossFormula.HazenWilliams,
            DemandModel = DemandModel.PressureDriven,
            MinimumPressure = 2,
            RequiredPressure = 15,
            Accuracy = 1e-8,
            Unbalanced = UnbalancedAction.Continue,
            UnbalancedExtraTrials = 10,
            EmitterBackflow = false,
            HeadError = 0.001,
            FlowChange = 1e-5,
            SpecificGravity = 0.99,
        },
        Times = new TimeOptions
        {
            Duration = TimeSpan.FromHours(30),
            HydraulicStep = TimeSpan.FromMinutes(15),
            RuleStep = TimeSpan.FromSeconds(90),
            StartClockTime = TimeSpan.FromHours(6),
        },
        Energy = new EnergyOptions { Price = 0.62, PricePatternId = "night", DemandCharge = 3 },
        Rules =
        [
            new Rule(
                "night fill",
                [
                    new(RuleJoin.If, RuleObject.Tank, "T", RuleAttribute.Level, RuleRelation.Below, 1.1, null),
                    new(RuleJoin.Or, RuleObject.Junction, "J 1", RuleAttribute.Pressure, RuleRelation.AtMost, 21.5, null),
                    new(RuleJoin.And, RuleObject.System, null, RuleAttribute.ClockTime, RuleRelation.AtLeast, 79_215, null),
                    new(RuleJoin.And, RuleObject.Tank, "T", RuleAttribute.FillTime, RuleRelation.Above, 5400, null),
                    new(RuleJoin.And, RuleObject.Valve, "V", RuleAttribute.Setting, RuleRelation.NotEqual, 0.013, null),
                    new(RuleJoin.And, RuleObject.Pump, "U", RuleAttribute.Status, RuleRelation.Equal, null, LinkStatus.Closed),
                ],
                [new("U", new(LinkStatus.Open, null)), new("V", new(null, 0.012))],
                [new("U", new(null, 0.7)), new("V", new(LinkStatus.Active, null))],
                2.5),
            new Rule(
                "off", [new(RuleJoin.If, RuleObject.System, null, RuleAttribute.Demand, RuleRelation.Above, 0.1, null)],
                [new("U2", new(LinkStatus.Closed, null))], [], IsEnabled: false),
        ],
        Quality = new QualityOptions
        {
            Mode = QualityMode.Chemical,
            Chemical = "Chlor dioxide",
            ChemicalUnits = "ug/L",
            Tolerance = 2e-5,
            Diffusivity = 1.4e-9,
        },
        Reactions = new ReactionOptions
        {
            BulkOrder = 1.5,
            TankOrder = -1,
            WallOrder = 0,
            BulkCoefficient = -3e-6,
            WallCoefficient = -2e-7,
            LimitingPotential = 0.1,
            RoughnessCorrelation = -5e-6,
        },
        Report = new ReportOptions
        {
            PageSize = 60,
            Status = ReportStatus.Full,
            Summary = false,
            Energy = true,
            NodeIds = ["J 1", "T"],
            AllLinks = true,
            File = "long report.txt",
            Fields =
            [
                new(ReportVariable.Pressure, Precision: 3, IsShown: true, Below: 14.5),
                new(ReportVariable.HeadLoss, IsShown: false),
                new(ReportVariable.Velocity, Above: 1.7),
            ],
        },
        Preserved = [new PreservedSection("ROUGHNESS", ["P 100"])],
    };

    [Theory]
    [InlineData(FlowUnits.CubicMetersPerHour, PressureUnits.Kilopascal)]
    [InlineData(FlowUnits.GallonsPerMinute, null)]
    [InlineData(FlowUnits.MillionImperialGallonsPerDay, PressureUnits.Feet)]
    [InlineData(FlowUnits.CubicMetersPerSecond, PressureUnits.Bar)]
    [InlineData(FlowUnits.AcreFeetPerDay, PressureUnits.Meters)]
    public void A_network_built_in_code_reads_back_the_same_in_any_unit(FlowUnits flow, PressureUnits? pressure)
    {
        // A pipe with a check valve cannot be controlled: this network has one of each.
        var network = Built with
        {
            Options = Built.Options with { FlowUnits = flow, PressureUnits = pressure },
            Controls = [.. Built.Controls.Where(c => c.LinkId != "P")],
        };

        var text = InpWriter.ToText(network);
        var again = InpFile.Network(text);

        Assert.Null(Structure.Difference(network, again, 1e-14));
        Assert.Equal(text, InpWriter.ToText(again));
    }

    [Fact]
    public void A_number_is_written_in_its_shortest_form()
    {
        var text = InpWriter.ToText(InpFile.Network("""
            [JUNCTIONS]
             J 123.4 0.1
            [RESERVOIRS]
             R 200.7
            [PIPES]
             P R J 1000.3 12.25 100
            """));

        foreach (var number in new[] { "123.4", "0.1", "200.7", "1000.3", "12.25" })
        {
            Assert.Contains($" {number}", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("00000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_written_into_a_row_as_it_is_made_into_text()
    {
        double[] factors = [1, 1e-3, 0.3048, 0.3048 / 12, 1e-3 / 60, 1.0 / 3600, 6.30901964e-5];
        Span<char> row = stackalloc char[InpFormat.LongestNumber];
        foreach (var edge in (ReadOnlySpan<double>)[0, -0.0, 1e-4, 9.9e-5, 1e8, 99_999_999.999999, 1e15, 5e-324, double.MaxValue])
        {
            foreach (var factor in factors)
            {
                Check(edge, factor, row);
                Check(-edge * factor, factor, row);
            }
        }

        var random = new Random(1);
        for (var i = 0; i < 200_000; i++)
        {
            // Decimal numbers of a file, and any others.
            var factor = factors[i % factors.Length];
            var number = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-5, 12)), random.Next(0, 9));
            Check(i % 3 == 0 ? random.NextDouble() : number * factor, factor, row);
        }

        static void Check(double si, double factor, Span<char> row) =>
            Assert.Equal(InpFormat.Number(si, factor), new string(row[..InpFormat.Write(si, factor, row)]));
    }

    [Fact]
    public void Written_numbers_read_back_and_stay_as_they_are_in_every_unit() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Double[1e-9, 1e9], CsCheck.Gen.Int[0, 10]),
            (si, flow) =>
            {
                var factor = new FileUnits((FlowUnits)flow, PressureUnits.Psi).FactorToSI(Quantity.Flow);
                var text = InpFormat.Number(si, factor);
                var again = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * factor;

                Assert.InRange(Math.Abs(again - si), 0, 2.3e-16 * si);
                Assert.Equal(text, InpFormat.Number(again, factor));
            },
            iter: 20_000);

    [Fact]
    public void A_null_default_pattern_is_written_so_that_pattern_1_is_not_taken() =>
        Assert.Null(InpFile.Network(InpWriter.ToText(Built with { Controls = [] })).Options.DefaultPatternId);

    [Fact]
    public void An_id_that_no_file_can_hold_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => InpWriter.ToText(new Network { Nodes = [new Reservoir { Id = "a;b" }] }));

    [Fact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory("watersim-");
        try
        {
            var path = Path.Combine(folder.FullName, "n.inp");
            var network = InpFile.Network(InpFile.Frame);
            InpWriter.WriteFile(network, path);
            var first = File.ReadAllText(path);

            Assert.Throws<ArgumentException>(
                () => InpWriter.WriteFile(network with { Nodes = [.. network.Nodes, new Reservoir { Id = "\n" }] }, path));

            Assert.Equal(first, File.ReadAllText(path));
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
            Assert.Equal(InpWriter.ToText(network), first);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_order_of_tanks_reservoirs_and_links_is_kept()
    {
        var again = InpFile.Network(InpWriter.ToText(Built with { Controls = [] }));

        Assert.Equal(["J 1", "J2", "T", "R"], again.Nodes.Select(n => n.Id));
        Assert.Equal(["V", "P", "U", "U2"], again.Links.Select(l => l.Id));
    }
}
