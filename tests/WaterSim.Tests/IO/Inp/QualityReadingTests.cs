using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Tests.IO.Inp;

public sealed class QualityReadingTests
{
    private const double Day = 86_400;

    private const string Tank = """
        [TANKS]
         T 50 2 1 4 10
        [PIPES]
         P3 J2 T 100 100 100
        [PATTERNS]
         A 1 2

        """;

    [Fact]
    public void Quality_reactions_sources_and_mixing_are_read_in_SI()
    {
        var network = InpFile.FramedNetwork(Tank + """
            [OPTIONS]
             QUALITY Chlorine mg/L
             DIFFUSIVITY 2
             TOLERANCE 0.05
            [QUALITY]
             R 0.8
             J1 J2 0.3
            [SOURCES]
             J1 MASS 600 A
             J2 SETPOINT 0.5
             R 0.9
             T FLOWPACED 0.1 *
            [REACTIONS]
             ORDER BULK 2
             ORDER WALL 1
             ORDER TANK 1
             GLOBAL BULK -0.5
             GLOBAL WALL -1
             BULK P1 -0.7
             WALL P1 P2 -0.2
             TANK T -0.6
             LIMITING POTENTIAL 0.2
             ROUGHNESS CORRELATION -86.4
            [MIXING]
             T 2COMP 0.25
            """);

        var quality = network.Quality;
        Assert.Equal((QualityMode.Chemical, "Chlorine", "mg/L"), (quality.Mode, quality.Chemical, quality.ChemicalUnits));
        Assert.Equal((0.05, 2 * 1.3e-8 * 0.3048 * 0.3048), (quality.Tolerance, quality.Diffusivity));
        Assert.Equal([0.3, 0.3, 0.8, 0], network.Nodes.Select(n => n.InitialQuality));
        Assert.Equal(
            [
                new(QualitySourceKind.Mass, 0.01, "A"), new(QualitySourceKind.SetPoint, 0.5),
                new(QualitySourceKind.Concentration, 0.9), new QualitySource(QualitySourceKind.FlowPaced, 0.1),
            ],
            network.Nodes.Select(n => n.Source!));
        Assert.Equal(
            new ReactionOptions
            {
                BulkOrder = 2,
                BulkCoefficient = -0.5 * (1 / Day),
                WallCoefficient = -1 / Day,
                LimitingPotential = 0.2,
                RoughnessCorrelation = -86.4 * (1 / Day),
            },
            network.Reactions);
        var (one, two) = ((Pipe)network.FindLink("P1")!, (Pipe)network.FindLink("P2")!);
        Assert.Equal((-0.7 * (1 / Day), -0.2 * (1 / Day)), (one.BulkCoefficient, one.WallCoefficient));
        Assert.Equal((null, -0.2 * (1 / Day)), (two.BulkCoefficient, two.WallCoefficient));
        var tank = (Tank)network.FindNode("T")!;
        Assert.Equal(
            (MixingModel.TwoCompartments, 0.25, -0.6 * (1 / Day)),
            (tank.Mixing, tank.MixingFraction, tank.BulkCoefficient));
    }

    // 1 ug/L = 1e-3 g/m3. Order 2: 1 L/ug/d = 1e3 m3/g/d. Order 0 at the wall: 1 ug/ft2/d = 1e-6 / 0.3048^2 g/m2/d.
    [Fact]
    public void Micrograms_and_feet_are_converted_by_the_order_of_the_reaction()
    {
        var network = InpFile.Network("""
            [JUNCTIONS]
             J 0
            [RESERVOIRS]
             R 100 
            [PIPES]
             P R J 100 10 100
            [OPTIONS]
             UNITS GPM
             QUALITY Lead ug/L
            [QUALITY]
             R 5
            [SOURCES]
             R MASS 60
            [REACTIONS]
             GLOBAL BULK -2
             GLOBAL WALL -3
             ORDER BULK 2
             ORDER WALL 0
            """);

        Assert.Equal(0.005, network.FindNode("R")!.InitialQuality);
        Assert.Equal(1e-6, network.FindNode("R")!.Source!.Strength, 1e-15);
        Assert.Equal(-2e3 / Day, network.Reactions.BulkCoefficient, 1e-12);
        Assert.Equal(-3e-6 / (0.3048 * 0.3048) / Day, network.Reactions.WallCoefficient, 1e-20);
    }

    [Fact]
    public void Age_is_in_hours_and_a_trace_in_percent()
    {
        Assert.Equal(7200, InpFile.FramedNetwork(" QUALITY AGE\n[QUALITY]\n R 2\n").FindNode("R")!.InitialQuality);
        var traced = InpFile.FramedNetwork(" QUALITY TRACE R\n[QUALITY]\n R 100\n");
        Assert.Equal((QualityMode.Trace, "R"), (traced.Quality.Mode, traced.Quality.TraceNodeId));
        Assert.Equal(100, traced.FindNode("R")!.InitialQuality);
    }

    [Theory]
    [InlineData(" QUALITY NONE mg/L\n", QualityMode.None)]
    [InlineData(" QUALITY AGE\n", QualityMode.Age)]
    [InlineData(" QUALITY Chlorine mg/L\n", QualityMode.Chemical)]
    [InlineData(" QUALITY AGE\n QUALITY NONE\n", QualityMode.None)]
    public void What_is_to_be_followed_is_what_was_said_last(string option, QualityMode mode)
    {
        var result = InpFile.Framed(option);

        Assert.Equal(mode, result.Network!.Quality.Mode);
        Assert.DoesNotContain(result.Diagnostics, d => d.Code == InpCodes.OptionPreserved);
    }

    // Facts: EPANET 2.3.5 gives these pipes' leaks 9.39849 L/s and 46.98621 L/s at 50 m, 82.2437 gpm and 125.3392 gpm
    // at 50 ft, with 0.6 sqrt(2 g) of g = 32.2 ft/s2; the pipe's headloss takes up to 1.4e-4 of them.
    [Theory]
    [InlineData("LPS", "50 0", 9.39849e-3)]
    [InlineData("LPS", "0 5", 46.98621e-3)]
    [InlineData("GPM", "50 0", 82.2437 * 3.785411784e-3 / 60)]
    [InlineData("GPM", "0 5", 125.3392 * 3.785411784e-3 / 60)]
    public void Leaks_in_SI_give_EPANETs_flow(string units, string leak, double epanet)
    {
        var network = InpFile.Network($"""
            [JUNCTIONS]
             J 0
            [RESERVOIRS]
             R 50
            [PIPES]
             P R J 1000 1000 130
            [OPTIONS]
             UNITS {units}
            [LEAKAGE]
             P {leak}
            """);

        var pipe = (Pipe)network.FindLink("P")!;
        var head = ((Reservoir)network.FindNode("R")!).Head;
        var flow = 0.6 * Math.Sqrt(2 * 32.2 * 0.3048) * pipe.Length *
            (pipe.LeakArea + (pipe.LeakExpansion * head)) * Math.Sqrt(head);
        Assert.Equal(1, flow / epanet, 2e-4);
    }

    [Fact]
    public void The_report_section_is_read()
    {
        var report = InpFile.FramedNetwork("""
            [REPORT]
             PAGESIZE 40
             STATUS FULL
             SUMMARY NO
             MESSAGES NO
             ENERGY YES
             NODES J1 J2
             NODES R
             LINKS ALL
             HEADLOSS PRECISION 4
             HEAD NO
             FLOW ABOVE 3
             FLOW BELOW 8
             FILE "my report.rpt"
            """).Report;

        Assert.Equal((40, ReportStatus.Full, false, false, true), (report.PageSize, report.Status, report.Summary, report.Messages, report.Energy));
        Assert.Equal(["J1", "J2", "R"], report.NodeIds);
        Assert.Equal((false, true, "my report.rpt"), (report.AllNodes, report.AllLinks, report.File));
        Assert.Equal(
            [
                new(ReportVariable.HeadLoss, true, 4), new(ReportVariable.Head, false),
                new ReportField(ReportVariable.Flow, Below: 0.008, Above: 0.003),
            ],
            report.Fields);
    }

    [Theory]
    [InlineData("[LEAKAGE]\n P9 1 1", InpCodes.UndefinedLink)]
    [InlineData("[LEAKAGE]\n P1 -1 1", InpCodes.ValueOutOfRange)]
    [InlineData("[LEAKAGE]\n P1 1", InpCodes.MissingField)]
    [InlineData("[QUALITY]\n X 1", InpCodes.UndefinedNode)]
    [InlineData("[QUALITY]\n J1 -1", InpCodes.ValueOutOfRange)]
    [InlineData("[SOURCES]\n X MASS 1", InpCodes.UndefinedNode)]
    [InlineData("[SOURCES]\n J1 MUSS 1", InpCodes.UnknownKeyword)]
    [InlineData("[SOURCES]\n J1 MASS", InpCodes.MissingField)]
    [InlineData("[SOURCES]\n J1 MASS 1 X", InpCodes.UndefinedPattern)]
    [InlineData("[REACTIONS]\n ORDER WALL 2", InpCodes.ValueOutOfRange)]
    [InlineData("[REACTIONS]\n ORDER BULK 1e300", InpCodes.ValueOutOfRange)]
    [InlineData("[REACTIONS]\n GLOBAL TANK 1", InpCodes.UnknownKeyword)]
    [InlineData("[REACTIONS]\n CAUSTIC P1 1", InpCodes.UnknownKeyword)]
    [InlineData("[REACTIONS]\n BULK P1 x", InpCodes.NotANumber)]
    [InlineData("[MIXING]\n X FIFO", InpCodes.UndefinedNode)]
    [InlineData(" QUALITY TRACE", InpCodes.MissingField)]
    [InlineData(" QUALITY TRACE X", InpCodes.UndefinedNode)]
    [InlineData(" TOLERANCE -1", InpCodes.ValueOutOfRange)]
    [InlineData("[REPORT]\n NODES X", InpCodes.UndefinedNode)]
    [InlineData("[REPORT]\n LINKS P1 X", InpCodes.UndefinedLink)]
    [InlineData("[REPORT]\n PAGE 256", InpCodes.ValueOutOfRange)]
    [InlineData("[REPORT]\n TEMPERATURE YES", InpCodes.UnknownKeyword)]
    [InlineData("[REPORT]\n FLOW ROUND 3", InpCodes.UnknownKeyword)]
    [InlineData("[REPORT]\n FLOW ABOVE x", InpCodes.NotANumber)]
    public void A_fault_is_an_error_with_its_line(string text, string code)
    {
        var result = InpFile.Framed(text);

        Assert.Null(result.Network);
        var error = Assert.Single(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(code, error.Code);
        Assert.True(error.Location!.Line > 10 && error.Location.Column > 1);
    }

    [Theory]
    [InlineData("[REACTIONS]\n BULK X 1")]
    [InlineData("[REACTIONS]\n TANK J1 1")]
    [InlineData("[REACTIONS]\n ORDER 1")]
    [InlineData("[MIXING]\n R FIFO")]
    [InlineData("[QUALITY]\n J1")]
    [InlineData("[REPORT]\n STATUS PERHAPS")]
    public void What_EPANET_quietly_passes_over_is_warned_of(string text)
    {
        var result = InpFile.Framed(text);

        Assert.NotNull(result.Network);
        Assert.Equal(DiagnosticSeverity.Warning, InpFile.Single(result, InpCodes.IgnoredData).Severity);
    }

    [Fact]
    public void A_name_of_a_chemical_outlives_another_analysis()
    {
        var network = InpFile.FramedNetwork(" QUALITY Lead ug/L\n QUALITY AGE\n[SOURCES]\n R CONCEN 5\n");

        Assert.Equal((QualityMode.Age, "ug/L"), (network.Quality.Mode, network.Quality.ChemicalUnits));
        var again = InpFile.Network(InpWriter.ToText(network));
        Assert.Equal(network.Quality, again.Quality);
        Assert.Equal(0.005, again.FindNode("R")!.Source!.Strength);
    }

    [Fact]
    public void Too_many_ranges_of_ids_are_refused_before_they_take_for_ever()
    {
        var nodes = string.Concat(Enumerable.Range(0, 20_000).Select(i => $" N{i} 0\n"));
        var pipes = string.Concat(Enumerable.Range(0, 20_000).Select(i => $" L{i} R N{i} 1 1 1\n"));
        var ranges = string.Concat(Enumerable.Range(0, 15_000).Select(_ => " A Z 1\n"));

        var result = InpFile.Read(
            $"[JUNCTIONS]\n{nodes}[RESERVOIRS]\n R 1\n[PIPES]\n{pipes}[QUALITY]\n{ranges}");

        Assert.Null(result.Network);
        InpFile.Single(result, InpCodes.ValueOutOfRange);
    }
}
