using WaterSim.Model;
using WaterSim.Planning.County;
using DemandModel = WaterSim.Planning.Resources.DemandModel;

namespace WaterSim.Planning.Tests.Resources;

public sealed class JiaheDemandTests
{
    // Base demands and use per head have five and three decimals in the files.
    private const double Rounding = 0.5;

    private static readonly CountyReadResult Read = CountySystemReader.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe"));

    [Fact]
    public void The_average_day_is_45000_m3()
    {
        var demand = DemandModel.Of(Read.System!, Read.Network!, Read.System!.Demand!.BaseYear, 1);
        var leakage = Read.Network!.Nodes.OfType<Junction>().SelectMany(j => j.Demands)
            .Where(d => demand.KindOf(d.Category).IsLeakage).Sum(d => d.Base) * 86_400;

        Assert.Empty(Read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.InRange(leakage + Enumerable.Range(0, Read.System.Communities.Length).Sum(c => Enum.GetValues<WaterUse>().Sum(u => demand.Average(c, u))), 45_000 - Rounding, 45_000 + Rounding);
        Assert.All(Enumerable.Range(0, Read.System.Communities.Length), c => Assert.InRange(demand.Scale(c, WaterUse.Domestic), 0.9999, 1.0001));
    }

    [Fact]
    public void The_year_is_the_average_day_within_one_percent()
    {
        var system = Read.System! with { Demand = Read.System!.Demand! with { DailyVariation = 0 } };
        var demand = DemandModel.Of(system, Read.Network!, system.Demand.BaseYear, 1);
        var (sum, average) = (0.0, 0.0);
        for (var c = 0; c < system.Communities.Length; c++)
        {
            foreach (var use in Enum.GetValues<WaterUse>())
            {
                average += demand.Average(c, use);
            }
        }

        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            for (var c = 0; c < system.Communities.Length; c++)
            {
                foreach (var use in Enum.GetValues<WaterUse>())
                {
                    sum += demand.Average(c, use) * demand.Factor(system.Communities[c].Class, use, day);
                }
            }
        }

        Assert.InRange(sum / 365 / average, 0.99, 1.01);
    }

    [Fact]
    public void Normal_flows_of_links_are_the_settings_of_their_valves()
    {
        foreach (var link in Read.System!.Dispatch!.Links)
        {
            var id = Read.System.Interconnections.Single(x => x.Id == link.Interconnection).Link;
            var setting = Read.Network!.FindLink(id) is Valve valve ? valve.Setting : 0;
            Assert.Equal(setting * 86_400, link.Normal, 0.1);
            Assert.Equal(setting == 0, link.OnlyInDrought);
        }
    }
}
