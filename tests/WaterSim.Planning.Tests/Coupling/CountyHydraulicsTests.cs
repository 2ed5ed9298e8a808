using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Resources;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Coupling;

/// <summary>Jiahe's pipes, run by orders.</summary>
public sealed class CountyHydraulicsTests
{
    // Above the required pressure the solver's barrier lets a node draw some (p - preq) / 1e10 m3/s more than it asks for: 5e-6 of
    // what Jiahe uses.
    private const double BarrierLeeway = 1e-5;

    private static readonly Lazy<(CountySystem System, Network Network, SupplyMap Map)> County = new(Read);

    [Fact]
    public void On_an_average_day_everything_is_delivered_and_leakage_is_what_it_was_fitted_to()
    {
        var (hydraulics, orders) = Prepared();
        var day = hydraulics.Run(orders, hydraulics.Start);
        Assert.True(day.IsConverged);
        Assert.InRange(day.ZoneDelivered.Sum() / day.ZoneRequired.Sum(), 1 - 1e-6, 1 + BarrierLeeway);
        Assert.InRange(day.ZoneLeaked.Sum(), 5300, 5500);
        Assert.Equal(day.ZoneDelivered.Sum(), day.Delivered.Sum(), 3);
        var kept = day.ZoneStored.Sum() + day.ZoneDelivered.Sum() + day.ZoneLeaked.Sum() + day.Overflow - day.Rounding;
        Assert.Equal(day.Error, day.Intake.Sum() - kept, 6);
        Assert.InRange(day.Error / day.ZoneRequired.Sum(), -1e-7, 1e-7);
        Assert.All(day.LowestPressure, p => Assert.True(p > 0));
    }

    [Fact]
    public void A_day_follows_from_its_orders_and_state_alone()
    {
        var (hydraulics, orders) = Prepared();
        var first = hydraulics.Run(orders, hydraulics.Start);
        hydraulics.Run(orders with { Factor = [.. orders.Factor.Select(f => 0.8 * f)] }, first.End);
        var again = hydraulics.Run(orders, hydraulics.Start);
        Assert.Equal(first.Delivered, again.Delivered);
        Assert.Equal(first.End.TankHeads, again.End.TankHeads);
        Assert.Equal(first.Error, again.Error);
    }

    [Fact]
    public void A_plant_without_an_intake_empties_its_clear_well_and_deliveries_fall()
    {
        var (hydraulics, orders) = Prepared();
        var map = County.Value.Map;
        var none = orders with { Intake = [.. orders.Intake.Select((v, i) => map.Intakes[i].Plant == 0 ? 0 : v)] };
        var day = hydraulics.Run(none, hydraulics.Start);
        day = hydraulics.Run(none, day.End);
        Assert.All(map.Intakes.Select((intake, i) => (intake, i)).Where(x => x.intake.Plant == 0), x => Assert.Equal(0, day.Intake[x.i], 2));
        var zone = map.ZoneOfPlant[0];
        Assert.InRange(day.ZoneDelivered[zone] / day.ZoneRequired[zone], 0, 0.5);
        Assert.InRange(day.Delivered.Sum(), 1, day.Required.Sum());
    }

    [Fact]
    public void An_interconnection_passes_no_more_than_is_ordered_nor_than_its_heads_allow()
    {
        var (hydraulics, orders) = Prepared();
        var fifty = hydraulics.Run(orders with { Transfer = orders.Transfer.SetItem(0, 50) }, hydraulics.Start);
        var huge = hydraulics.Run(orders with { Transfer = orders.Transfer.SetItem(0, 500_000) }, hydraulics.Start);
        var none = hydraulics.Run(orders with { Transfer = orders.Transfer.SetItem(0, 0) }, hydraulics.Start);
        Assert.InRange(fifty.Transfer[0], 0, 50.01);
        Assert.InRange(huge.Transfer[0], 0, 100_000);
        Assert.Equal(0, none.Transfer[0], 2);
    }

    private static (CountyHydraulics Hydraulics, DayOrders Orders) Prepared()
    {
        var (system, network, map) = County.Value;
        var hydraulics = new CountyHydraulics(system, network, map, KindOf, (_, _) => 1);
        var day = new RepeatedRun(network).Run(new ScenarioInput());
        ImmutableArray<double> town = network.FindPattern("TOWN")!.Multipliers, work = network.FindPattern("INDUSTRY")!.Multipliers;
        return (hydraulics, new DayOrders
        {
            Date = new DateOnly(2026, 4, 1),
            Intake = [.. map.Intakes.Select(i => day.Passed[i.Link])],
            Transfer = [.. map.Links.Select(l => (double?)day.Passed[l.Link])],
            SourceLevel = [.. system.Sources.Select(s => ((Reservoir)network.FindNode(s.Id)!).Head)],
            Factor = [.. Enumerable.Repeat(1.0, map.GroupCount)],
            Shape = [town, work, work, network.FindPattern("RURAL")!.Multipliers, work, work],
        });
    }

    private static (WaterUse? Use, bool IsLeakage) KindOf(string? category) => category switch
    {
        "leakage" => (null, true),
        "industry and public" => (WaterUse.Industry, false),
        "public" => (WaterUse.Public, false),
        _ => (WaterUse.Domestic, false),
    };

    private static (CountySystem System, Network Network, SupplyMap Map) Read()
    {
        var read = CountySystemReader.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe"));
        var system = read.System! with
        {
            Demand = new DemandScheme
            {
                BaseYear = 2025,
                Classes = [],
                Uses = [],
                Months = [.. Enumerable.Repeat(1.0, 12)],
                Leakage = new LeakageScheme(["leakage"], 1),
            },
            Dispatch = new DispatchScheme
            {
                RequiredPressure = 10,
                Links = [.. read.System!.Interconnections.Select(x => new LinkOperation { Interconnection = x.Id, Capacity = 5000 })],
            },
        };
        return (system, read.Network!, SupplyMap.Of(system, read.Network!).Map!);
    }
}
