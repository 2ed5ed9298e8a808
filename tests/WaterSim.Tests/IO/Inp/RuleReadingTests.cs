using System.Text;
using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Tests.IO.Inp;

public sealed class RuleReadingTests
{
    private const string Elements = """
        [JUNCTIONS]
         J1 10 5
         J2 12 0
        [RESERVOIRS]
         R 100
        [TANKS]
         T 50 2 1 4 10
        [PIPES]
         P1 R J1 1000 12 120
         PC J1 J2 500 8 110 0 CV
        [PUMPS]
         U J1 T POWER 10
        [VALVES]
         V J1 J2 12 PRV 20
         G J1 J2 12 GPV C
        [CURVES]
         C 0 0
         C 5 5
        [OPTIONS]
         UNITS GPM

        """;

    [Fact]
    public void Every_object_and_attribute_is_read_in_SI()
    {
        var rule = Rule("""
            rule "night fill"
            if tank T LEVEL BELOW 10
            AND NODE J1 PRESSURE <= 14.22
            OR JUNCTION J1 DEMAND >= 5
            AND RESERVOIR R GRADE = 100
            AND NODE J2 HEAD <> 100
            AND TANK T FILLTIME > 1.5
            AND TANK T DRAINTIME < 2
            AND SYSTEM DEMAND > 50
            AND SYSTEM TIME >= 1:30
            AND SYSTEM CLOCKTIME >= 8:15 PM
            AND PIPE P1 FLOW ABOVE 5
            AND LINK V SETTING NOT 20
            AND PUMP U STATUS IS OPEN
            THEN PUMP U SETTING IS 0.8
            AND VALVE V SETTING = 30
            ELSE PIPE P1 STATUS = CLOSED
            AND PUMP U STATUS = OPEN
            PRIORITY 3
            """);

        const double foot = 0.3048, gpm = 3.785411784e-3 / 60;
        var psi = new FileUnits(FlowUnits.GallonsPerMinute, PressureUnits.Psi).FactorToSI(Quantity.Pressure);
        Assert.Equal("night fill", rule.Id);
        Assert.Equal(
            [
                new(RuleJoin.If, RuleObject.Tank, "T", RuleAttribute.Level, RuleRelation.Below, 10 * foot, null),
                new(RuleJoin.And, RuleObject.Node, "J1", RuleAttribute.Pressure, RuleRelation.AtMost, 14.22 * psi, null),
                new(RuleJoin.Or, RuleObject.Junction, "J1", RuleAttribute.Demand, RuleRelation.AtLeast, 5 * gpm, null),
                new(RuleJoin.And, RuleObject.Reservoir, "R", RuleAttribute.Head, RuleRelation.Equal, 100 * foot, null),
                new(RuleJoin.And, RuleObject.Node, "J2", RuleAttribute.Head, RuleRelation.NotEqual, 100 * foot, null),
                new(RuleJoin.And, RuleObject.Tank, "T", RuleAttribute.FillTime, RuleRelation.Above, 5400, null),
                new(RuleJoin.And, RuleObject.Tank, "T", RuleAttribute.DrainTime, RuleRelation.Below, 7200, null),
                new(RuleJoin.And, RuleObject.System, null, RuleAttribute.Demand, RuleRelation.Above, 50 * gpm, null),
                new(RuleJoin.And, RuleObject.System, null, RuleAttribute.Time, RuleRelation.AtLeast, 5400, null),
                new(RuleJoin.And, RuleObject.System, null, RuleAttribute.ClockTime, RuleRelation.AtLeast, 72_900, null),
                new(RuleJoin.And, RuleObject.Pipe, "P1", RuleAttribute.Flow, RuleRelation.Above, 5 * gpm, null),
                new(RuleJoin.And, RuleObject.Link, "V", RuleAttribute.Setting, RuleRelation.NotEqual, 20 * psi, null),
                new RulePremise(RuleJoin.And, RuleObject.Pump, "U", RuleAttribute.Status, RuleRelation.Equal, null, LinkStatus.Open),
            ],
            rule.Premises);
        Assert.Equal([new("U", new(null, 0.8)), new RuleAction("V", new(null, 30 * psi))], rule.Then);
        Assert.Equal(
            [new("P1", new(LinkStatus.Closed, null)), new RuleAction("U", new(LinkStatus.Open, null))], rule.Else);
        Assert.Equal((3.0, true), (rule.Priority, rule.IsEnabled));
    }

    [Fact]
    public void A_number_opens_or_closes_a_pipe() =>
        Assert.Equal(
            [new("P1", new(LinkStatus.Closed, null)), new RuleAction("P1", new(LinkStatus.Open, null))],
            Rule("RULE 1\nIF SYSTEM TIME > 1\nTHEN PIPE P1 SETTING = 0\nAND PIPE P1 SETTING = 2").Then);

    [Fact]
    public void A_disabled_rule_is_kept_and_not_enabled() =>
        Assert.False(Rule("RULE 1\nIF SYSTEM TIME > 1\nTHEN PIPE P1 STATUS = OPEN\nDISABLED").IsEnabled);

    [Theory]
    [InlineData("IF NODE X LEVEL > 1", InpCodes.UndefinedNode, 2, 9)]
    [InlineData("IF LINK X FLOW > 1", InpCodes.UndefinedLink, 2, 9)]
    [InlineData("IF CITY J1 LEVEL > 1", InpCodes.UnknownKeyword, 2, 4)]
    [InlineData("IF NODE J1 FLOW > 1", InpCodes.UnknownKeyword, 2, 12)]
    [InlineData("IF PUMP U POWER > 1", InpCodes.UnknownKeyword, 2, 11)]
    [InlineData("IF NODE J1 FILLTIME > 1", InpCodes.UnknownKeyword, 2, 12)]
    [InlineData("IF SYSTEM PRESSURE > 1", InpCodes.UnknownKeyword, 2, 11)]
    [InlineData("IF NODE J1 LEVEL BESIDE 1", InpCodes.UnknownKeyword, 2, 18)]
    [InlineData("IF NODE J1 LEVEL > high", InpCodes.NotANumber, 2, 20)]
    [InlineData("IF NODE J1 LEVEL = OPEN", InpCodes.NotANumber, 2, 20)]
    [InlineData("IF SYSTEM TIME > noon", InpCodes.NotATime, 2, 18)]
    [InlineData("IF NODE J1 LEVEL", InpCodes.MissingField, 2, 12)]
    [InlineData("IF SYSTEM TIME > 1 OR 2", InpCodes.UnknownKeyword, 2, 23)]
    [InlineData("THEN PIPE P1 STATUS = OPEN", InpCodes.MisplacedClause, 2, 1)]
    [InlineData("PERHAPS PIPE P1 STATUS = OPEN", InpCodes.UnknownKeyword, 2, 1)]
    [InlineData("IF SYSTEM TIME > 1\nELSE PIPE P1 STATUS = OPEN", InpCodes.MisplacedClause, 3, 1)]
    [InlineData("IF SYSTEM TIME > 1\nTHEN PIPE P9 STATUS = OPEN", InpCodes.UndefinedLink, 3, 11)]
    [InlineData("IF SYSTEM TIME > 1\nTHEN PIPE PC STATUS = OPEN", InpCodes.NotPossible, 3, 11)]
    [InlineData("IF SYSTEM TIME > 1\nTHEN VALVE G SETTING = 5", InpCodes.NotPossible, 3, 24)]
    [InlineData("IF SYSTEM TIME > 1\nTHEN PUMP U SETTING = -1", InpCodes.ValueOutOfRange, 3, 23)]
    [InlineData("IF SYSTEM TIME > 1\nTHEN PUMP U STATUS", InpCodes.MissingField, 3, 13)]
    [InlineData("IF SYSTEM TIME > 1\nTHEN PUMP U STATUS = OPEN\nOR PUMP U STATUS = OPEN", InpCodes.MisplacedClause, 4, 1)]
    [InlineData("IF SYSTEM TIME > 1\nTHEN PUMP U STATUS = OPEN\nPRIORITY", InpCodes.MissingField, 4, 1)]
    [InlineData("IF SYSTEM TIME > 1\nTHEN PUMP U STATUS = OPEN\nPRIORITY high", InpCodes.NotANumber, 4, 10)]
    public void A_fault_in_a_rule_names_its_place(string clauses, string code, int line, int column)
    {
        var result = Read("RULE 1\n" + clauses + "\nAND this is read no more\n");

        Assert.Null(result.Network);
        var error = Assert.Single(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        var first = Elements.Count(c => c == '\n') + 1;
        Assert.Equal((code, first + line, column), (error.Code, error.Location!.Line, error.Location.Column));
        Assert.Equal("rule 1", error.Element);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public void Faults_of_several_rules_are_told_at_once()
    {
        var result = Read("""
            AND NODE J1 LEVEL > 1
            RULE
            RULE 1
            IF NODE J9 LEVEL > 1
            RULE 2 IF NODE J1 LEVEL > 1
            RULE 3
            IF SYSTEM TIME > 1
            THEN PIPE P9 STATUS = OPEN
            """);

        Assert.Equal(
            [
                InpCodes.MisplacedClause, InpCodes.MissingField, InpCodes.UndefinedNode, InpCodes.UnknownKeyword,
                InpCodes.UndefinedLink,
            ],
            result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code));
    }

    [Fact]
    public void A_rule_without_an_action_is_left_out_with_a_warning_since_EPANET_accepts_it()
    {
        var result = Read("RULE 1\nIF SYSTEM TIME > 1\nRULE 2\nIF SYSTEM TIME > 1\nTHEN PIPE P1 STATUS = OPEN");

        Assert.Equal("2", Assert.Single(result.Network!.Rules).Id);
        Assert.Equal("rule 1", InpFile.Single(result, InpCodes.IgnoredData).Element);
    }

    [Fact]
    public void A_status_compared_with_a_number_never_holds_and_is_warned_of() =>
        InpFile.Single(
            Read("RULE 1\nIF PUMP U STATUS = 1\nTHEN PIPE P1 STATUS = OPEN"), InpCodes.NeverHolds);

    [Fact]
    public void A_rule_of_a_hundred_thousand_clauses_is_read_and_written()
    {
        var text = new StringBuilder("RULE long\nIF SYSTEM TIME > 1\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append("OR NODE J1 PRESSURE < 1\n");
        }

        text.Append("THEN PIPE P1 STATUS = OPEN\n");
        var network = Read(text.ToString()).Network!;

        Assert.Equal(100_001, network.Rules.Single().Premises.Length);
        Assert.Equal(network.Rules.Single().Premises, InpFile.Network(InpWriter.ToText(network)).Rules.Single().Premises);
    }

    [Fact]
    public void A_section_of_more_clauses_than_are_read_is_refused_once()
    {
        var text = new StringBuilder("RULE long\nIF SYSTEM TIME > 1\n");
        for (var i = 0; i < RulesSection.MostClauses; i++)
        {
            text.Append("OR NODE J1 LEVEL < 1\n");
        }

        var result = Read(text.ToString());

        Assert.Null(result.Network);
        InpFile.Single(result, InpCodes.ValueOutOfRange);
    }

    private static InpReadResult Read(string rules) => InpFile.Read(Elements + "[RULES]\n" + rules);

    private static Rule Rule(string text)
    {
        var result = Read(text);
        Assert.True(result.Network is not null, string.Join('\n', result.Diagnostics));
        return Assert.Single(result.Network.Rules);
    }
}
