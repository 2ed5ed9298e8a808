using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Tests.IO.Inp;

public sealed class ElementReadingTests
{
    private const double Gpm = 3.785411784e-3 / 60;

    [Fact]
    public void Junctions_are_read_in_SI_with_comment_and_demand()
    {
        var network = InpFile.Network("""
            [JUNCTIONS]
             J1 100 10 ; near the mill
             J2 50
            [RESERVOIRS]
             R 200
            [PIPES]
             P1 R J1 1000 12 120
             P2 J1 J2 1000 12 120
            """);

        var junction = Assert.IsType<Junction>(network.FindNode("J1"));
        Assert.Equal(100 * 0.3048, junction.Elevation, 12);
        Assert.Equal(10 * Gpm, Assert.Single(junction.Demands).Base, 15);
        Assert.Equal("near the mill", junction.Comment);
        Assert.Empty(Assert.IsType<Junction>(network.FindNode("J2")).Demands);
        Assert.Equal(12 * 0.0254, Assert.IsType<Pipe>(network.FindLink("P1")).Diameter, 12);
    }

    [Fact]
    public void Sections_may_stand_in_any_order_and_nodes_keep_junctions_first()
    {
        var network = InpFile.Network("""
            [VALVES]
             V J1 J2 100 TCV 3
            [PIPES]
             P R J1 10 10 100
            [RESERVOIRS]
             R 5
            [JUNCTIONS]
             J1 1
             J2 1
            """);

        Assert.Equal(["J1", "J2", "R"], network.Nodes.Select(n => n.Id));
        Assert.Equal(["V", "P"], network.Links.Select(l => l.Id));
    }

    [Theory]
    [InlineData("CFS", 0.028316846592)]
    [InlineData("GPM", 6.30901964e-5)]
    [InlineData("MGD", 0.0438126363889)]
    [InlineData("IMGD", 0.0526167824074)]
    [InlineData("AFD", 0.0142764101568)]
    [InlineData("LPS", 1e-3)]
    [InlineData("LPM", 1.66666666667e-5)]
    [InlineData("MLD", 0.0115740740741)]
    [InlineData("CMH", 2.77777777778e-4)]
    [InlineData("CMD", 1.15740740741e-5)]
    [InlineData("CMS", 1)]
    [InlineData("SI", 1e-3)]
    public void Flow_units_decide_a_demand(string units, double factor)
    {
        var network = InpFile.Network(InpFile.Frame + $"[OPTIONS]\n units {units}\n");

        var demand = Assert.Single(Assert.IsType<Junction>(network.FindNode("J1")).Demands).Base;
        Assert.Equal(5 * factor, demand, 1e-11 * factor * 5);
    }

    [Fact]
    public void A_tank_is_read_with_curve_and_overflow()
    {
        var network = InpFile.FramedNetwork("""
            [TANKS]
             T1 50 2 1 4 10 30 * YES
             T2 50 2 1 4 10 0 VC
            [CURVES]
             VC 0 0
             VC 5 500
            [PIPES]
             P3 J2 T1 10 100 100
             P4 J2 T2 10 100 100
            """);

        var tank = Assert.IsType<Tank>(network.FindNode("T1"));
        Assert.Equal((50, 2, 1, 4, 10, 30), (tank.Elevation, tank.InitialLevel, tank.MinimumLevel, tank.MaximumLevel,
            tank.Diameter, tank.MinimumVolume));
        Assert.True(tank.CanOverflow);
        Assert.Equal("VC", Assert.IsType<Tank>(network.FindNode("T2")).VolumeCurveId);
        Assert.Equal(CurveKind.TankVolume, network.FindCurve("VC")?.Kind);
    }

    [Fact]
    public void A_tank_line_with_few_fields_is_a_reservoir()
    {
        var network = InpFile.FramedNetwork(
            "[TANKS]\n T 70 PAT\n[PATTERNS]\n PAT 1 2\n[PIPES]\n P3 J2 T 10 100 100\n");

        var reservoir = Assert.IsType<Reservoir>(network.FindNode("T"));
        Assert.Equal(70, reservoir.Head);
        Assert.Equal("PAT", reservoir.HeadPatternId);
    }

    [Theory]
    [InlineData("CV", true, LinkStatus.Open, 0)]
    [InlineData("Closed", false, LinkStatus.Closed, 0)]
    [InlineData("OPEN", false, LinkStatus.Open, 0)]
    [InlineData("2.5", false, LinkStatus.Open, 2.5)]
    [InlineData("2.5 closed", false, LinkStatus.Closed, 2.5)]
    [InlineData("2.5 CV", true, LinkStatus.Open, 2.5)]
    public void A_pipe_ends_with_minor_loss_status_or_both(string end, bool isCheck, LinkStatus status, double loss)
    {
        var network = InpFile.FramedNetwork($"[PIPES]\n P3 J1 J2 10 100 100 {end}\n");

        var pipe = Assert.IsType<Pipe>(network.FindLink("P3"));
        Assert.Equal((isCheck, status, loss), (pipe.HasCheckValve, pipe.InitialStatus, pipe.MinorLoss));
    }

    [Fact]
    public void Pipe_fields_left_out_are_assumed_as_EPANET_does_and_said()
    {
        var result = InpFile.Framed("[PIPES]\n P3 J1 J2\n");

        var pipe = Assert.IsType<Pipe>(result.Network?.FindLink("P3"));
        Assert.Equal((100, 0.254, 130), (pipe.Length, pipe.Diameter, pipe.Roughness));
        Assert.Equal(DiagnosticSeverity.Warning, InpFile.Single(result, InpCodes.FieldAssumed).Severity);
    }

    [Theory]
    [InlineData("[PIPES]\n P3 J1 J2 1 1 0.25\n[OPTIONS]\n HEADLOSS D-W\n UNITS LPS", 0.25e-3)]
    [InlineData("[PIPES]\n P3 J1 J2 1 1 0.85\n[OPTIONS]\n HEADLOSS D-W\n UNITS GPM", 0.85e-3 * 0.3048)]
    [InlineData("[PIPES]\n P3 J1 J2 1 1 0.012\n[OPTIONS]\n HEADLOSS C-M\n UNITS GPM", 0.012)]
    public void Roughness_is_a_height_only_for_Darcy_Weisbach(string sections, double roughness) =>
        Assert.Equal(
            roughness, Assert.IsType<Pipe>(InpFile.Network(InpFile.Frame + sections).FindLink("P3")).Roughness, 1e-15);

    [Fact]
    public void A_pump_takes_keywords_in_any_order()
    {
        var pump = Pump("U J1 J2 SPEED 0.9 PATTERN PAT HEAD C");

        Assert.Equal(("C", null, 0.9, "PAT"), (pump.HeadCurveId, pump.Power, pump.Speed, pump.SpeedPatternId));
    }

    [Fact]
    public void A_pump_of_constant_power_is_read_in_kW() => Assert.Equal(7500, Pump("U J1 J2 POWER 7.5").Power);

    [Theory]
    [InlineData("40 20", new[] { 0.02 }, new[] { 40.0 })]
    [InlineData("50 40 20 10 35", new[] { 0, 0.02, 0.035 }, new[] { 50.0, 40, 10 })]
    public void A_pump_in_the_form_of_EPANET_1_gets_a_curve_of_its_own(string numbers, double[] flows, double[] heads)
    {
        var network = InpFile.FramedNetwork($"[PUMPS]\n U J1 J2 {numbers}\n");

        var curve = network.FindCurve(Assert.IsType<Pump>(network.FindLink("U")).HeadCurveId!);
        Assert.Equal(CurveKind.PumpHead, curve?.Kind);
        Assert.Equal(flows, curve!.Points.Select(p => Math.Round(p.X, 12)));
        Assert.Equal(heads, curve.Points.Select(p => p.Y));
    }

    [Fact]
    public void A_single_number_of_EPANET_1_is_a_power() => Assert.Equal(3000, Pump("U J1 J2 3").Power);

    [Theory]
    [InlineData("PRV 30", ValveKind.PressureReducing, 30)]
    [InlineData("PSV 30", ValveKind.PressureSustaining, 30)]
    [InlineData("PBV 30", ValveKind.PressureBreaker, 30)]
    [InlineData("fcv 30", ValveKind.FlowControl, 0.03)]
    [InlineData("TCV 30", ValveKind.ThrottleControl, 30)]
    [InlineData("PCV 30 0 C", ValveKind.PositionalControl, 30)]
    [InlineData("GPV C 0", ValveKind.GeneralPurpose, 0)]
    public void Valves_are_read_with_setting_in_SI(string words, ValveKind kind, double setting)
    {
        var network = InpFile.FramedNetwork($"[VALVES]\n V J1 J2 100 {words}\n[CURVES]\n C 0 0\n C 100 100\n");

        var valve = Assert.IsType<Valve>(network.FindLink("V"));
        Assert.Equal((kind, LinkStatus.Active), (valve.Kind, valve.InitialStatus));
        Assert.Equal(setting, valve.Setting, 12);
        Assert.Equal(words.Contains('C', StringComparison.Ordinal) && words.EndsWith('C') || kind == ValveKind.GeneralPurpose, valve.CurveId is not null);
    }

    [Fact]
    public void A_pressure_setting_follows_pressure_unit_and_specific_gravity()
    {
        var network = InpFile.FramedNetwork(
            "PRESSURE PSI\n SPECIFIC GRAVITY 0.8\n[VALVES]\n V J1 J2 100 PRV 10\n");

        // 10 psi are 10 / 0.4333 ft of water, and more of a lighter fluid.
        Assert.Equal(10 / 0.4333 * 0.3048 / 0.8, Assert.IsType<Valve>(network.FindLink("V")).Setting, 9);
    }

    [Fact]
    public void Demands_replace_the_junctions_own_and_add_categories()
    {
        var network = InpFile.FramedNetwork(
            "[DEMANDS]\n J1 2 ;homes\n J1 3 PAT ;mill\n J2 4\n[PATTERNS]\n PAT 1 2\n");

        Assert.Equal(
            [new Demand(0.002, null, "homes"), new Demand(0.003, "PAT", "mill")],
            Assert.IsType<Junction>(network.FindNode("J1")).Demands);
        Assert.Equal(new Demand(0.004), Assert.Single(Assert.IsType<Junction>(network.FindNode("J2")).Demands));
    }

    [Fact]
    public void Multiply_in_demands_is_the_demand_multiplier() =>
        Assert.Equal(1.5, InpFile.FramedNetwork("[DEMANDS]\n MULTIPLY 1.5\n").Options.DemandMultiplier);

    [Fact]
    public void An_emitter_gives_its_flow_at_its_pressure_unit()
    {
        var network = InpFile.Network(InpFile.Frame + "[EMITTERS]\n J1 10\n[OPTIONS]\n UNITS GPM\n EMITTER EXPONENT 0.6\n");

        // 10 gpm at 1 psi, which is 0.3048 / 0.4333 m.
        var coefficient = Assert.IsType<Junction>(network.FindNode("J1")).EmitterCoefficient;
        Assert.Equal(10 * Gpm, coefficient * Math.Pow(0.3048 / 0.4333, 0.6), 15);
        Assert.Equal(0.6, network.Options.EmitterExponent);
    }

    [Fact]
    public void Coordinates_vertices_and_tags_are_read()
    {
        var network = InpFile.FramedNetwork("""
            [COORDINATES]
             J1 112.5 25.25
            [VERTICES]
             P2 1 2
             P1 5 6
             P2 3 4
            [TAGS]
             NODE J1 town
             LINK P2 "old iron"
            """);

        Assert.Equal(new MapPoint(112.5, 25.25), network.FindNode("J1")?.Position);
        Assert.Null(network.FindNode("J2")?.Position);
        Assert.Equal([new MapPoint(1, 2), new MapPoint(3, 4)], network.FindLink("P2")!.Vertices);
        Assert.Equal(("town", "old iron"), (network.FindNode("J1")?.Tag, network.FindLink("P2")?.Tag));
    }

    [Fact]
    public void Patterns_and_curves_go_on_over_lines_and_keep_the_comment_above()
    {
        var network = InpFile.FramedNetwork("""
            [PATTERNS]
            ;ID   Multipliers
            ;homes by the hour
             A 1 2
             A 3
             B 4
            [CURVES]
            ;PUMP: duty
             C 0 10
             C 5 8
             C 9 0
            [PUMPS]
             U J1 J2 HEAD C
            """);

        Assert.Equal([1, 2, 3], network.FindPattern("A")!.Multipliers);
        Assert.Equal(("homes by the hour", null), (network.FindPattern("A")!.Comment, network.FindPattern("B")!.Comment));
        Assert.Equal("PUMP: duty", network.FindCurve("C")!.Comment);
        Assert.Equal(new CurvePoint(0.005, 8), network.FindCurve("C")!.Points[1]);
    }

    [Fact]
    public void A_curve_used_by_nothing_keeps_the_files_numbers()
    {
        var curve = InpFile.FramedNetwork("[CURVES]\n C 1 2\n").FindCurve("C");

        Assert.Equal(CurveKind.Unused, curve?.Kind);
        Assert.Equal(new CurvePoint(1, 2), curve!.Points[0]);
    }

    [Fact]
    public void A_curve_with_two_uses_is_kept_as_two_and_said()
    {
        var result = InpFile.Framed("[PUMPS]\n U J1 J2 HEAD C\n[ENERGY]\n PUMP U EFFIC C\n[CURVES]\n C 10 60\n");

        var pump = Assert.IsType<Pump>(result.Network!.FindLink("U"));
        Assert.Equal(CurveKind.PumpHead, result.Network.FindCurve(pump.HeadCurveId!)!.Kind);
        Assert.Equal(CurveKind.PumpEfficiency, result.Network.FindCurve(pump.EfficiencyCurveId!)!.Kind);
        InpFile.Single(result, InpCodes.CurveShared);
    }

    private static Pump Pump(string line) => Assert.IsType<Pump>(
        InpFile.FramedNetwork($"[PUMPS]\n {line}\n[CURVES]\n C 20 40\n[PATTERNS]\n PAT 1 2\n").FindLink("U"));
}
