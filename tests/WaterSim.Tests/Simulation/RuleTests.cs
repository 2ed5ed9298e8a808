using System.Text;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>Rules on a reservoir that feeds a tank through a pump and a valve, for 12 hours.</summary>
public sealed class RuleTests
{
    [Fact]
    public void A_time_fires_in_the_sub_step_that_meets_it()
    {
        var results = Run("RULE 1\nIF SYSTEM TIME = 2:30\nTHEN PUMP pump STATUS IS CLOSED");
        var decision = Assert.Single(results.Decisions);
        Assert.Equal("rule 1", decision.Cause);
        Assert.Equal(LinkStatus.Closed, decision.After);

        // Sub-steps are a tenth of the hour: 2:30 is met by the one that ends there.
        Assert.Equal((long)new TimeSpan(2, 30, 0).TotalSeconds, decision.Time);
        Assert.Contains(results.Steps, s => s.Time == decision.Time);
        Assert.Equal(0, results.Flow("pump", 3));
    }

    [Fact]
    public void A_rule_reads_the_level_of_a_tank_between_two_solutions()
    {
        var results = Run("RULE 1\nIF TANK t LEVEL ABOVE 3\nTHEN PUMP pump STATUS IS CLOSED");
        var decision = Assert.Single(results.Decisions);
        Assert.True(decision.Time % 3600 != 0);
        var k = (int)(decision.Time / 3600) + 1;
        Assert.Equal(3, results.Head("t", k) - 20, 0.2);
    }

    [Fact]
    public void Else_is_taken_when_the_premises_fail()
    {
        var results = Run(
            "RULE 1\nIF SYSTEM CLOCKTIME >= 4 AM\nAND SYSTEM CLOCKTIME < 8 AM\nTHEN PUMP pump STATUS IS CLOSED\nELSE PUMP pump STATUS IS OPEN");
        Assert.Equal([LinkStatus.Closed, LinkStatus.Open], results.Decisions.Select(d => d.After));
        Assert.Equal([4 * 3600, 8 * 3600], results.Decisions.Select(d => d.Time));
    }

    [Fact]
    public void An_or_saves_what_failed_before_it_and_an_and_after_a_failure_ends_it()
    {
        // From left to right: ((false OR true) AND true) holds; (false AND ...) ends at once, whatever an OR says later.
        Assert.NotEmpty(Run(
            "RULE 1\nIF SYSTEM TIME > 99\nOR SYSTEM TIME > 1\nAND SYSTEM TIME > 0\nTHEN PUMP pump STATUS IS CLOSED").Decisions);
        Assert.Empty(Run(
            "RULE 1\nIF SYSTEM TIME > 99\nAND SYSTEM TIME > 1\nOR SYSTEM TIME > 0\nTHEN PUMP pump STATUS IS CLOSED").Decisions);
    }

    [Theory]
    [InlineData(1, 2, LinkStatus.Open)]
    [InlineData(2, 1, LinkStatus.Closed)]
    [InlineData(1, 1, LinkStatus.Closed)]
    public void Of_two_rules_for_one_link_the_higher_priority_wins_and_of_equals_the_first(int first, int second, LinkStatus expected)
    {
        var results = Run(
            $"RULE 1\nIF SYSTEM TIME > 2\nTHEN PUMP pump STATUS IS CLOSED\nPRIORITY {first}\n"
            + $"RULE 2\nIF SYSTEM TIME > 2\nTHEN PUMP pump STATUS IS OPEN\nPRIORITY {second}");
        Assert.Equal(expected, results.Status("pump", 6));
    }

    [Fact]
    public void A_setting_is_in_the_files_unit()
    {
        var results = Run("RULE 1\nIF SYSTEM TIME > 2\nTHEN VALVE v SETTING IS 5");
        var decision = Assert.Single(results.Decisions);
        Assert.NotNull(decision.Setting);
        Assert.Equal(0.005, decision.Setting.Value, 1e-12);
        Assert.Equal(0.005, results.Flow("v", 6), 1e-6);
    }

    [Fact]
    public void Fill_time_counts_the_hours_until_the_tank_is_full()
    {
        // 10 L/s into 80 m2: 8 m from 2 m to 10 m take 17.8 h, and less than 12 h are left after 5.8 h.
        var results = Run("RULE 1\nIF TANK t FILLTIME BELOW 12\nTHEN PUMP pump STATUS IS CLOSED", demand: 0);
        var decision = Assert.Single(results.Decisions);
        Assert.Equal(17.8 - 12, decision.Time / 3600.0, 0.2);
    }

    [Fact]
    public void Flow_demand_pressure_and_status_can_be_read()
    {
        Assert.NotEmpty(Run("RULE 1\nIF PUMP pump FLOW ABOVE 5\nTHEN PUMP pump STATUS IS CLOSED").Decisions);
        Assert.NotEmpty(Run("RULE 1\nIF SYSTEM DEMAND ABOVE 1.9\nTHEN PUMP pump STATUS IS CLOSED").Decisions);
        Assert.NotEmpty(Run("RULE 1\nIF JUNCTION j PRESSURE BELOW 90\nTHEN PUMP pump STATUS IS CLOSED").Decisions);
        Assert.NotEmpty(Run("RULE 1\nIF LINK pump STATUS IS OPEN\nTHEN PUMP pump STATUS IS CLOSED").Decisions);
    }

    [Fact]
    public void Water_balance_closes_whatever_the_rules_cut()
    {
        var balance = Run("RULE 1\nIF TANK t LEVEL ABOVE 3\nTHEN PUMP pump STATUS IS CLOSED\nELSE PUMP pump STATUS IS OPEN").Balance;
        Assert.True(Math.Abs(balance.RelativeError) < 1e-9, $"{balance}");
    }

    private static SimulationResults Run(string rules, double demand = 2)
    {
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
            [JUNCTIONS]
             j  0
             k  0  {demand}
            [RESERVOIRS]
             r  10
            [TANKS]
             t  20  2  0  10  10.0925
            [PUMPS]
             pump r j HEAD c
            [VALVES]
             v j k 300 FCV 10
            [PIPES]
             p k t 100 300 120
            [CURVES]
             c 10 60
            [RULES]
            {rules}
            [TIMES]
             DURATION 12
            [OPTIONS]
             UNITS LPS
             ACCURACY 0.0001
            [END]
            """);
        var read = InpReader.Read(Encoding.UTF8.GetBytes(text), "rules.inp");
        Assert.True(read.Network is not null, string.Join('\n', read.Diagnostics));
        return read.Network.Run();
    }
}
