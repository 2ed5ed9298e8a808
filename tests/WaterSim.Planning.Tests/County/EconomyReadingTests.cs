using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.County;

/// <summary>The <c>economy:</c> and <c>standards:</c> parts of a system file.</summary>
public sealed class EconomyReadingTests
{
    private const string Good = """
        economy:
          tariffs:
            - { class: urban, yuan_m3: 2.35 }
            - { class: rural, yuan_m3: 2 }
          investment:
            - { part: plants, million_yuan: 3, life_years: 30, maintenance: 0.01 }
            - { part: pipes, million_yuan: 7, life_years: 40, maintenance: 0 }
          interest: 0.04
          fixed_yuan_per_year: 90000
          pipe_cost_exponent: 1.3
          consumption: { unbilled: 0.01, unauthorised: 0.02, meter_error: 0.03 }
        standards:
          tap_max_m: 40
          leakage_max: 0.12
          rural_min_l: 35
          days_short_below: 18
          pump_max_kwh_per_1000m3_mpa: 397

        """;

    private const string InBlocks = """
        economy:
          tariffs:
            - { class: urban, blocks: [{ up_to_m3: 15, yuan_m3: 2.35 }, { up_to_m3: 22, yuan_m3: 3.5 }, { yuan_m3: 7 }], household: 4, spread: 0.5, other_yuan_m3: 3.2 }
            - { class: rural, yuan_m3: 2 }
          investment:
            - { part: plants, million_yuan: 3, life_years: 30, maintenance: 0.01 }
          interest: 0.04
          fixed_yuan_per_year: 90000
          pipe_cost_exponent: 1.3

        """;

    [Fact]
    public void Good_parts_are_read_in_SI()
    {
        var read = SmallCounty.Read(SmallCounty.Yaml + Good);

        Assert.Empty(read.Diagnostics.Where(d => d.Code.StartsWith("WS4", StringComparison.Ordinal)));
        var economy = read.System!.Economy!;
        Assert.Equal((2.35, 2.0), (economy.Price(CommunityClass.Urban), economy.Price(CommunityClass.Rural)));
        Assert.Equal(
            [new Investment(AssetPart.Plants, 3e6, 30, 0.01), new Investment(AssetPart.Pipes, 7e6, 40, 0)], economy.Investments);
        Assert.Equal((0.04, 90_000, 1.3), (economy.Interest, economy.FixedCost, economy.PipeCostExponent));
        Assert.Equal(0.94, economy.Consumption.Billed, 1e-12);
        var standards = read.System.Standards!;
        Assert.Equal((40, 0.12, 0.035, 18), (standards.MaximumHead, standards.Leakage, standards.RuralPerHead, standards.DaysShort));
        Assert.Equal(397 / 277.777777777777, standards.PumpEnergyRatio!.Value, 1e-12);
        Assert.Null(standards.HydrantHead);
        Assert.Null(standards.RuralPenetration);
    }

    [Fact]
    public void Blocks_are_read_with_what_they_count_by()
    {
        var read = DispatchCounty.Read(DispatchCounty.Yaml + InBlocks);

        Assert.Empty(read.Diagnostics.Where(d => d.Code.StartsWith("WS4", StringComparison.Ordinal)));
        var (urban, rural) = (read.System!.Economy!.Tariffs[0], read.System.Economy.Tariffs[1]);
        Assert.Equal([new TariffBlock(15, 2.35), new TariffBlock(22, 3.5), new TariffBlock(null, 7)], urban.Blocks);
        Assert.Equal((2.35, 4, 0.5, 3.2), (urban.Price, urban.Household, urban.Spread, urban.OtherPrice));
        Assert.Equal((2, 1, 0, null), (rural.Price, rural.Household, rural.Spread, rural.OtherPrice));
        Assert.Empty(rural.Blocks);
    }

    [Theory]
    [InlineData("WS4153", "blocks: [{ up_to_m3: 15", "yuan_m3: @2.35, blocks: [{ up_to_m3: 15")]
    [InlineData("WS4153", "{ up_to_m3: 22, yuan_m3: 3.5 }", "{ up_to_m3: @15, yuan_m3: 3.5 }")]
    [InlineData("WS4153", "{ yuan_m3: 7 }", "{ up_to_m3: @30, yuan_m3: 7 }")]
    [InlineData("WS4153", "[{ up_to_m3: 15, yuan_m3: 2.35 }, ", "@[{ up_to_m3: 12, yuan_m3: 2 }, { up_to_m3: 15, yuan_m3: 2.35 }, ")]
    [InlineData("WS4007", "{ up_to_m3: 22, yuan_m3: 3.5 }", "@{ yuan_m3: 3.5 }")]
    [InlineData("WS4010", "up_to_m3: 15", "up_to_m3: @-15")]
    [InlineData("WS4010", "household: 4", "household: @0")]
    [InlineData("WS4010", "spread: 0.5", "spread: @-0.5")]
    [InlineData("WS4010", "other_yuan_m3: 3.2", "other_yuan_m3: @-3.2")]
    [InlineData("WS4006", "class: rural, yuan_m3: 2 }", "class: rural, yuan_m3: 2, @household: 4 }")]
    public void A_fault_of_blocks_is_told_where_it_stands(string code, string piece, string replacement) =>
        AssertTold(code, InBlocks, piece, replacement, DispatchCounty.Yaml, yaml => DispatchCounty.Read(yaml));

    [Fact]
    public void Blocks_without_demand_are_refused_since_nothing_tells_households_apart() =>
        AssertTold("WS4154", InBlocks, "blocks: [{ up_to_m3: 15", "blocks: @[{ up_to_m3: 15", SmallCounty.Yaml, SmallCounty.Read);

    [Fact]
    public void A_county_may_leave_both_out()
    {
        var system = SmallCounty.Read(SmallCounty.Yaml).System!;

        Assert.Null(system.Economy);
        Assert.Null(system.Standards);
    }

    [Theory]
    [InlineData("WS4006", "interest: 0.04", "interest: 0.04\n  @rate: 1")]
    [InlineData("WS4006", "tap_max_m: 40", "tap_max_m: 40\n  @tap: 1")]
    [InlineData("WS4007", "class: rural, yuan_m3: 2 }", "class: rural, yuan_m3: @~ }")]
    [InlineData("WS4009", "fixed_yuan_per_year: 90000", "fixed_yuan_per_year: @much")]
    [InlineData("WS4009", "consumption: { unbilled: 0.01, unauthorised: 0.02, meter_error: 0.03 }", "consumption: @0.06")]
    [InlineData("WS4009", "days_short_below: 18", "days_short_below: @18.5")]
    [InlineData("WS4009", "leakage_max: 0.12", "leakage_max: @12%")]
    [InlineData("WS4010", "leakage_max: 0.12", "leakage_max: @12")]
    [InlineData("WS4010", "interest: 0.04", "interest: @4")]
    [InlineData("WS4010", "life_years: 30", "life_years: @0")]
    [InlineData("WS4010", "million_yuan: 7", "million_yuan: @-7")]
    [InlineData("WS4010", "rural_min_l: 35", "rural_min_l: @-35")]
    [InlineData("WS4010", "days_short_below: 18", "days_short_below: @400")]
    [InlineData("WS4011", "part: plants", "part: @roads")]
    [InlineData("WS4150", "class: rural, yuan_m3: 2 }", "class: @urban, yuan_m3: 2 }")]
    [InlineData("WS4150", "part: pipes", "part: @plants")]
    [InlineData("WS4151", "- { class: urban, yuan_m3: 2.35 }\n    - { class: rural", "@- { class: rural")]
    [InlineData("WS4152", "{ unbilled: 0.01, unauthorised: 0.02, meter_error: 0.03 }", "@{ unbilled: 0.01, unauthorised: 0.02, meter_error: 0.97 }")]
    public void A_fault_is_told_where_it_stands(string code, string piece, string replacement) =>
        AssertTold(code, Good, piece, replacement, SmallCounty.Yaml, SmallCounty.Read);

    private static void AssertTold(
        string code, string good, string piece, string replacement, string county, Func<string, CountyReadResult> readFrom)
    {
        Assert.Contains(piece, good, StringComparison.Ordinal);
        var marked = county + good.Replace(piece, replacement, StringComparison.Ordinal);
        var at = marked.IndexOf('@', StringComparison.Ordinal);
        var before = marked[..at];

        var read = readFrom(marked.Remove(at, 1));

        Assert.Null(read.System);
        var fault = Assert.Single(read.Diagnostics, d => d.Severity == Model.DiagnosticSeverity.Error);
        Assert.Equal((code, before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n')), (fault.Code, fault.Location!.Line, fault.Location.Column));
        Assert.NotNull(fault.Remedy);
    }
}
