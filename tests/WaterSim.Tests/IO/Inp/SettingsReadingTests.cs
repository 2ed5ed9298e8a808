using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Tests.IO.Inp;

public sealed class SettingsReadingTests
{
    [Fact]
    public void Options_left_out_are_EPANETs_defaults()
    {
        var options = InpFile.Network(InpFile.Frame).Options;

        Assert.Equal(new HydraulicOptions { RequiredPressure = options.RequiredPressure, Viscosity = options.Viscosity }, options);
        Assert.Equal(new HydraulicOptions().Viscosity, options.Viscosity, 1e-20);
        Assert.Equal(new HydraulicOptions().RequiredPressure, options.RequiredPressure, 1e-15);
    }

    [Fact]
    public void Every_option_is_read()
    {
        var o = InpFile.Network(InpFile.Frame + """
            [OPTIONS]
             UNITS CMH
             PRESSURE BAR
             HEADLOSS D-W
             SPECIFIC GRAVITY 1.02
             VISCOSITY 1.5
             TRIALS 77
             ACCURACY 0.0005
             CHECKFREQ 3
             MAXCHECK 12
             DAMPLIMIT 0.01
             HEADERROR 0.002
             FLOWCHANGE 0.36
             UNBALANCED CONTINUE 11
             DEMAND MULTIPLIER 1.1
             EMITTER EXPONENT 0.55
             BACKFLOW ALLOWED NO
             DEMAND MODEL PDA
             MINIMUM PRESSURE 1
             REQUIRED PRESSURE 2.5
             PRESSURE EXPONENT 0.6
            """).Options;

        Assert.Equal((FlowUnits.CubicMetersPerHour, PressureUnits.Bar), (o.FlowUnits, o.PressureUnits));
        Assert.Equal((HeadLossFormula.DarcyWeisbach, 1.02, 77, 0.0005), (o.HeadLoss, o.SpecificGravity, o.MaxTrials, o.Accuracy));
        Assert.Equal((3, 12, 0.01, 0.002), (o.CheckFrequency, o.MaxCheck, o.DampLimit, o.HeadError));
        Assert.Equal(1e-4, o.FlowChange, 1e-15);
        Assert.Equal(1.5 * 1.1e-5 * 0.3048 * 0.3048, o.Viscosity, 1e-15);
        Assert.Equal((UnbalancedAction.Continue, 11), (o.Unbalanced, o.UnbalancedExtraTrials));
        Assert.Equal((1.1, 0.55, false), (o.DemandMultiplier, o.EmitterExponent, o.EmitterBackflow));
        Assert.Equal((DemandModel.PressureDriven, 0.6), (o.DemandModel, o.PressureExponent));

        // 1 bar is 1 / (0.068948 * 0.4333) ft of water.
        var bar = 0.3048 / (0.068948 * 0.4333) / 1.02;
        Assert.Equal(bar, o.MinimumPressure, 9);
        Assert.Equal(2.5 * bar, o.RequiredPressure, 9);
    }

    [Theory]
    [InlineData("LPS", "0.000002", 2e-6)]
    [InlineData("GPM", "0.00001", 1e-5 * 0.3048 * 0.3048)]
    [InlineData("LPS", "2", 2 * 1.1e-5 * 0.3048 * 0.3048)]
    public void Viscosity_is_a_multiple_unless_it_is_small(string units, string text, double viscosity) =>
        Assert.Equal(
            viscosity,
            InpFile.Network(InpFile.Frame + $"[OPTIONS]\n UNITS {units}\n VISCOSITY {text}\n").Options.Viscosity, 1e-18);

    [Theory]
    [InlineData("UNITS LPS", 0.1)]
    [InlineData("UNITS GPM", 0.1 * 0.3048 / 0.4333)]
    [InlineData("UNITS LPS\n PRESSURE KPA", 0.1 * 0.3048 / (6.895 * 0.4333))]
    [InlineData("UNITS LPS\n MINIMUM PRESSURE 3", 3.1)]
    public void Required_pressure_left_out_is_a_tenth_of_the_files_unit_above_the_minimum(string options, double required) =>
        Assert.Equal(required, InpFile.Network(InpFile.Frame + $"[OPTIONS]\n {options}\n").Options.RequiredPressure, 1e-12);

    [Fact]
    public void Required_pressure_too_near_to_the_minimum_is_refused() =>
        InpFile.Single(InpFile.Framed("MINIMUM PRESSURE 5\n REQUIRED PRESSURE 5.05\n"), InpCodes.PressureLimits);

    [Theory]
    [InlineData("", "1", "1")]
    [InlineData("", "A", null)]
    [InlineData("PATTERN A\n", "A", "A")]
    [InlineData("PATTERN \"\"\n", "1", null)]
    public void The_default_pattern_is_the_one_named_or_pattern_1(string option, string pattern, string? expected) =>
        Assert.Equal(
            expected, InpFile.FramedNetwork($"{option}[PATTERNS]\n {pattern} 1 2\n").Options.DefaultPatternId);

    [Fact]
    public void A_default_pattern_that_does_not_exist_is_a_warning_as_in_EPANET()
    {
        var result = InpFile.Framed("PATTERN nowhere\n");

        Assert.Null(result.Network!.Options.DefaultPatternId);
        Assert.Equal(DiagnosticSeverity.Warning, InpFile.Single(result, InpCodes.UndefinedPattern).Severity);
    }

    [Fact]
    public void Times_are_read()
    {
        var times = InpFile.FramedNetwork("""
            [TIMES]
             DURATION 2 DAYS
             HYDRAULIC TIMESTEP 0:15
             QUALITY TIMESTEP 300 SEC
             RULE TIMESTEP 5 MIN
             PATTERN TIMESTEP 2:00
             PATTERN START 1
             REPORT TIMESTEP 1:00:00
             REPORT START 3
             START CLOCKTIME 6:30 PM
             STATISTIC AVERAGE
            """).Times;

        Assert.Equal(
            new TimeOptions
            {
                Duration = TimeSpan.FromDays(2),
                HydraulicStep = TimeSpan.FromMinutes(15),
                QualityStep = TimeSpan.FromMinutes(5),
                RuleStep = TimeSpan.FromMinutes(5),
                PatternStep = TimeSpan.FromHours(2),
                PatternStart = TimeSpan.FromHours(1),
                ReportStep = TimeSpan.FromHours(1),
                ReportStart = TimeSpan.FromHours(3),
                StartClockTime = new TimeSpan(18, 30, 0),
                Statistic = ReportStatistic.Average,
            },
            times);
    }

    [Fact]
    public void A_hydraulic_step_longer_than_the_pattern_step_is_shortened_and_said()
    {
        var result = InpFile.Framed("[TIMES]\n HYDRAULIC TIMESTEP 2\n PATTERN TIMESTEP 0:30\n");

        Assert.Equal(TimeSpan.FromMinutes(30), result.Network!.Times.HydraulicStep);
        InpFile.Single(result, InpCodes.TimesAdjusted);
    }

    [Fact]
    public void Statuses_fold_into_links_one_by_one_and_by_range()
    {
        var network = InpFile.FramedNetwork("""
            [PUMPS]
             U1 J1 J2 POWER 5 SPEED 1.2
             U2 J1 J2 POWER 5 SPEED 1.2
             U3 J1 J2 POWER 5
            [VALVES]
             V1 J1 J2 100 PRV 20
             V2 J1 J2 100 PRV 20
            [PIPES]
             101 J1 J2 10 100 100
             102 J1 J2 10 100 100
             110 J1 J2 10 100 100
            [STATUS]
             U1 CLOSED
             U2 OPEN
             U3 0.8
             V1 closed
             V2 35
             100 105 CLOSED
            """);

        Assert.Equal((LinkStatus.Closed, 1.2), Pump("U1"));
        Assert.Equal((LinkStatus.Open, 1), Pump("U2"));
        Assert.Equal((LinkStatus.Open, 0.8), Pump("U3"));
        Assert.Equal((LinkStatus.Closed, 20), Valve("V1"));
        Assert.Equal((LinkStatus.Active, 35), Valve("V2"));
        Assert.Equal(
            [LinkStatus.Closed, LinkStatus.Closed, LinkStatus.Open],
            new[] { "101", "102", "110" }.Select(id => ((Pipe)network.FindLink(id)!).InitialStatus));

        (LinkStatus, double) Pump(string id) => network.FindLink(id) is Pump p ? (p.InitialStatus, p.Speed) : default;
        (LinkStatus, double) Valve(string id) => network.FindLink(id) is Valve v ? (v.InitialStatus, v.Setting) : default;
    }

    [Fact]
    public void A_status_for_a_check_valve_is_refused() =>
        InpFile.Single(InpFile.Framed("[PIPES]\n C J1 J2 1 1 1 CV\n[STATUS]\n C OPEN\n"), InpCodes.NotPossible);

    [Fact]
    public void Controls_are_read_in_every_form()
    {
        var network = InpFile.FramedNetwork("""
            PRESSURE KPA
            [TANKS]
             T 50 2 1 4 10
            [PUMPS]
             U J2 T POWER 5
            [VALVES]
             V J1 J2 100 FCV 20
            [CONTROLS]
             LINK U CLOSED IF NODE T ABOVE 3.5
             LINK U 0.9 IF NODE J1 BELOW 100
             LINK P1 OPEN AT TIME 1:30
             LINK V 15 AT CLOCKTIME 6 PM
             LINK U OPEN AT TIME 2 DAYS
            """);

        var kilopascal = 0.3048 / (6.895 * 0.4333);
        Assert.Equal(
            [
                new SimpleControl("U", new(LinkStatus.Closed, 0), new LevelCondition("T", true, 3.5)),
                new SimpleControl("U", new(null, 0.9), new LevelCondition("J1", false, 100 * kilopascal)),
                new SimpleControl("P1", new(LinkStatus.Open, null), new TimeCondition(TimeSpan.FromMinutes(90))),
                new SimpleControl("V", new(null, 0.015), new ClockTimeCondition(TimeSpan.FromHours(18))),
                new SimpleControl("U", new(LinkStatus.Open, 1), new TimeCondition(TimeSpan.FromDays(2))),
            ],
            network.Controls);
    }

    [Fact]
    public void A_disabled_control_is_kept_has_no_effect_and_is_written_back()
    {
        var result = InpFile.Framed("[CONTROLS]\n LINK P1 CLOSED AT TIME 5 DISABLED\n");

        Assert.Empty(result.Network!.Controls);
        InpFile.Single(result, InpCodes.ControlDisabled);
        Assert.Contains("LINK P1 CLOSED AT TIME 5 DISABLED", InpWriter.ToText(result.Network), StringComparison.Ordinal);
    }

    [Fact]
    public void Energy_is_read_for_all_pumps_and_for_one()
    {
        var network = InpFile.FramedNetwork("""
            [PUMPS]
             U J1 J2 POWER 5
            [CURVES]
             E 10 60
            [PATTERNS]
             PR 1 2
            [ENERGY]
             GLOBAL EFFIC 80
             GLOBAL PRICE 0.6
             GLOBAL PATTERN PR
             DEMAND CHARGE 12
             PUMP U PRICE 0.5
             PUMP U PATTERN PR
             PUMP U EFFIC E
            """);

        Assert.Equal(
            new EnergyOptions { Efficiency = 80, Price = 0.6, PricePatternId = "PR", DemandCharge = 12 }, network.Energy);
        var pump = Assert.IsType<Pump>(network.FindLink("U"));
        Assert.Equal((0.5, "PR", "E"), (pump.EnergyPrice, pump.PricePatternId, pump.EfficiencyCurveId));
        Assert.Equal(new CurvePoint(0.01, 60), network.FindCurve("E")!.Points[0]);
    }

    [Fact]
    public void Sections_not_simulated_are_kept_word_for_word_and_named()
    {
        var result = InpFile.Framed("""
            [ROUGHNESS]
            ; by hand
            P1 100

            [LABELS]
             1 2 "the mill"
            """);

        Assert.Equal(["; by hand", "P1 100"], result.Network!.Preserved.Single(p => p.Name == "ROUGHNESS").Lines);
        Assert.Contains("[ROUGHNESS]", InpFile.Single(result, InpCodes.SectionPreserved).Message, StringComparison.Ordinal);
        Assert.Equal(["LABELS", "ROUGHNESS"], InpFile.Network(InpWriter.ToText(result.Network)).Preserved.Select(p => p.Name));
    }

    [Fact]
    public void Minutes_beyond_an_hour_are_taken_as_EPANET_takes_them_with_a_warning()
    {
        var result = InpFile.Framed("[TIMES]\n DURATION 24:00\n HYDRAULIC TIMESTEP 0:59:59\n PATTERN START 1:75\n");

        Assert.Equal(TimeSpan.FromMinutes(135), result.Network!.Times.PatternStart);
        var warning = InpFile.Single(result, InpCodes.TimeOverflows);
        Assert.Contains("'1:75'", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[PATTERNS]", false)]
    [InlineData("[patterns] of a day", false)]
    [InlineData("[PATT]", true)]
    [InlineData("[PATTERN", true)]
    public void A_heading_not_written_in_full_is_read_with_a_warning_since_EPANET_2_3_refuses_it(string heading, bool warns)
    {
        var result = InpFile.Framed(heading + "\n A 1 2\n");

        Assert.NotNull(result.Network!.FindPattern("A"));
        Assert.Equal(warns, result.Diagnostics.Any(d => d.Code == InpCodes.HeadingShortened));
    }

    [Fact]
    public void An_unknown_option_is_kept_and_named()
    {
        var result = InpFile.Framed("FROBNICATION 3\n HTOL 0.1\n");

        Assert.Equal(["FROBNICATION 3", " HTOL 0.1"], Assert.Single(result.Network!.Preserved).Lines);
        Assert.Equal(DiagnosticSeverity.Warning, InpFile.Single(result, InpCodes.UnknownOption).Severity);
        Assert.Equal(DiagnosticSeverity.Notice, InpFile.Single(result, InpCodes.OptionPreserved).Severity);
    }
}
