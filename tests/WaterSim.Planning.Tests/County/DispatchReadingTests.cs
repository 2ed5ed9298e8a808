using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.County;

/// <summary>The <c>demand:</c> and <c>dispatch:</c> parts of a system file.</summary>
public sealed class DispatchReadingTests
{
    [Fact]
    public void Good_parts_are_read_in_SI()
    {
        var read = DispatchCounty.Read(DispatchCounty.Yaml);
        Assert.Empty(read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        var (demand, dispatch) = (read.System!.Demand!, read.System.Dispatch!);

        Assert.Equal([new ClassDemand(CommunityClass.Urban, 0.1, 1), new ClassDemand(CommunityClass.Rural, 0.08, 0.5)], demand.Classes);
        Assert.Equal((2020, 0.01, 0.05), (demand.BaseYear, demand.Growth, demand.DailyVariation));
        Assert.Equal(12, demand.Months.Length);
        Assert.Equal(["leaks"], demand.Leakage!.Categories);
        Assert.Equal((5, 10, "HALF"), (demand.Festival!.DaysBefore, demand.Festival.DaysAfter, demand.Festival.RuralPattern));
        Assert.Equal(new PlantOutage(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 5), 0.5), dispatch.Plants[0].Outages[0]);
        Assert.Equal((1000, 100, true, false), (dispatch.Links[0].Capacity, dispatch.Links[0].Normal, dispatch.Links[0].BothWays, dispatch.Links[0].OnlyInDrought));
        Assert.Equal(new SupplyPriority(CommunityClass.Rural, WaterUse.Domestic, 60), dispatch.Priorities[0]);
        Assert.Equal(0.5, dispatch.TankRecovery);
        Assert.Equal([18, 6, 7], dispatch.Stages[1].SupplyHours);
        Assert.Equal((StageWatch.County, 0.2, 0.3, 30.0), (dispatch.Stages[1].Watch, dispatch.Stages[1].Below, dispatch.Stages[1].Until, dispatch.Stages[1].DaysLeft));
    }

    [Theory]
    [InlineData("WS4006", "base_year: 2020", "base_year: 2020\n  @years: 3")]
    [InlineData("WS4007", "required_pressure_m: 10\n  balance", "@balance")]
    [InlineData("WS4009", "from: 2026-03-01", "from: @2026-02-30")]
    [InlineData("WS4009", "open_links: true", "open_links: @yes")]
    [InlineData("WS4009", "base_year: 2020", "base_year: @soon")]
    [InlineData("WS4010", "penetration: 0.5", "penetration: @1.5")]
    [InlineData("WS4010", "penetration: 0.5", "penetration: @0")]
    [InlineData("WS4010", "share: 0.8", "share: @1.2")]
    [InlineData("WS4010", "loss: 0.05", "loss: @1")]
    [InlineData("WS4010", "available: 0.5", "available: @-1")]
    [InlineData("WS4010", "base_year: 2020", "base_year: @1800")]
    [InlineData("WS4010", "cap_days: 90", "cap_days: @0")]
    [InlineData("WS4010", "below: 0.5", "below: @5")]
    [InlineData("WS4010", "[homes]", "[homes], growth_per_year: @0.1")]
    [InlineData("WS4013", "- id: hard", "- id: @low")]
    [InlineData("WS4014", "rural_pattern: HALF", "rural_pattern: @FULL")]
    [InlineData("WS4016", "id: W, loss", "id: @W9, loss")]
    [InlineData("WS4016", "id: X, capacity", "id: @X9, capacity")]
    [InlineData("WS4050", "months: [1, 1.1,", "months: @[1.1,")]
    [InlineData("WS4051", "[works]", "[works, @mills]")]
    [InlineData("WS4052", "[works]", "[works, @homes]")]
    [InlineData("WS4052", "[leaks]", "[leaks, @works]")]
    [InlineData("WS4053", "- { use: domestic, categories: [homes] }\n    - { use: industry, categories: [works], growth_per_year: 0.02 }", "@- { use: domestic, categories: [homes] }")]
    [InlineData("WS4054", "households:\n      - { class: urban, per_head_l: 100, penetration: 1 }\n", "households:\n@")]
    [InlineData("WS4054", "class: rural, per_head", "class: @urban, per_head")]
    [InlineData("WS4054", "{ use: industry, cat", "{ use: @domestic, cat", "[works], growth_per_year: 0.02", "[works]")]
    [InlineData("WS4055", "people: 500,", "people: 0,", "people: 1500,", "people: 1000,", "people: 1500\n", "people: 1000\n", "id: Z-V", "id: @Z-V")]
    [InlineData("WS4057", "rural_pattern: HALF", "rural_pattern: @ODD")]
    [InlineData("WS4058", "duty: in_use, plants: [W, V]", "duty: in_use, plants: [V]", "id: W, name", "id: @W, name")]
    [InlineData("WS4059", "to: 2026-03-05", "to: @2026-02-05")]
    [InlineData("WS4059", "from: 2026-04-01", "from: @2026-03-05")]
    [InlineData("WS4060", "until: 0.3", "until: @0.1")]
    [InlineData("WS4060", "below: 0.2\n      until: 0.3", "below: @0.55\n      until: 0.6")]
    [InlineData("WS4061", "[18, 6, 7]", "[18, @24, 7]")]
    [InlineData("WS4061", "[18, 6, 7]", "[18, 6, @18]")]
    [InlineData("WS4062", "penalty_yuan_m3: 40", "penalty_yuan_m3: @50")]
    [InlineData("WS4063", "priorities:\n      - { class: rural, use: domestic, penalty_yuan_m3: 60 }\n", "priorities:\n@")]
    [InlineData("WS4063", "- { class: rural, use: public, pen", "- @{ class: rural, use: domestic, pen")]
    [InlineData("WS4064", "normal_m3d: 100", "normal_m3d: @1001")]
    [InlineData("WS4064", "normal_m3d: 100,", "normal_m3d: @100, only_in_drought: true,")]
    public void A_fault_is_reported_where_it_stands(string code, params string[] changes)
    {
        var yaml = DispatchCounty.Yaml;
        for (var i = 0; i < changes.Length; i += 2)
        {
            // The block's lines keep the file's indentation: two less than in this source.
            var (piece, other) = (Fit(yaml, changes[i]), changes[i + 1]);
            yaml = yaml.Replace(piece, other, StringComparison.Ordinal);
        }

        var at = yaml.IndexOf('@', StringComparison.Ordinal);
        var before = yaml[..at];
        var result = DispatchCounty.Read(yaml.Remove(at, 1));

        Assert.Null(result.System);
        var found = Assert.Single(result.Diagnostics.Where(d => d.Code == code));
        Assert.Single(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Equal(before.Count(c => c == '\n') + 1, found.Location!.Line);
        if (code is not ("WS4053" or "WS4054" or "WS4063" or "WS4007"))
        {
            Assert.Equal(at - before.LastIndexOf('\n'), found.Location.Column);
        }

        Assert.NotNull(found.Remedy);
        Assert.NotNull(found.Element);
    }

    [Fact]
    public void People_without_household_demand_in_the_network_are_refused()
    {
        var network = DispatchCounty.Network with
        {
            Nodes = [.. DispatchCounty.Network.Nodes.Select(n => n is Junction { Id: "B" or "C" } j ? j with { Demands = [new(0.001, null, "works")] } : n)],
        };

        var found = Assert.Single(DispatchCounty.Read(DispatchCounty.Yaml, network).Diagnostics);

        Assert.Equal(("WS4056", "community Z-V"), (found.Code, found.Element));
    }

    [Theory]
    [InlineData(false, false, false, 100, 1000)]
    [InlineData(true, false, false, 0, 1000)]
    [InlineData(false, true, false, -1000, -100)]
    [InlineData(true, true, false, -1000, 0)]
    [InlineData(true, false, true, -1000, 1000)]
    public void A_links_limits_follow_its_direction(bool opened, bool backward, bool both, double least, double most)
    {
        var link = new LinkOperation { Interconnection = "X", Capacity = 1000, Normal = 100, Backward = backward, BothWays = both };

        Assert.Equal((least, most), link.Limits(opened));
        Assert.Equal((0, 0), (link with { OnlyInDrought = true }).Limits(opened: false));
    }

    private static string Fit(string yaml, string piece)
    {
        if (!yaml.Contains(piece, StringComparison.Ordinal))
        {
            piece = piece.Replace("\n      ", "\n    ", StringComparison.Ordinal);
        }

        Assert.Contains(piece, yaml, StringComparison.Ordinal);
        return piece;
    }
}
