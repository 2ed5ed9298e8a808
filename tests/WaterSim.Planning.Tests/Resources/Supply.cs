using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>A county to allocate water in, by hand: sources, plants in zones, links between these.</summary>
internal sealed record Supply
{
    private static readonly LocalizedName Name = new("Small");

    /// <summary>Villages' households before towns', then the public, then industry.</summary>
    public static readonly ImmutableArray<SupplyPriority> PeopleFirst =
    [
        new(CommunityClass.Rural, WaterUse.Domestic, 100),
        new(CommunityClass.Urban, WaterUse.Domestic, 80),
        new(CommunityClass.Rural, WaterUse.Public, 40),
        new(CommunityClass.Urban, WaterUse.Public, 35),
        new(CommunityClass.Rural, WaterUse.Industry, 20),
        new(CommunityClass.Urban, WaterUse.Industry, 15),
    ];

    public int Sources { get; init; } = 1;

    public int Zones { get; init; } = 1;

    public ImmutableArray<Works> Plants { get; init; } = [];

    public ImmutableArray<Main> Links { get; init; } = [];

    public ImmutableArray<SupplyPriority> Priorities { get; init; } = PeopleFirst;

    /// <summary>A plant P1, P2, ... in a zone, with the sources it draws from; cost is chemicals'.</summary>
    public sealed record Works(int Zone, double Loss, double Cost, params ImmutableArray<int> Sources)
    {
        public double RawWater { get; init; }
    }

    /// <summary>An interconnection X1, X2, ... between two zones.</summary>
    public sealed record Main(int From, int To, double Cost = 0);

    public CountySystem System => new()
    {
        Name = Name,
        NetworkFile = "network.inp",
        People = 0,
        Sources = [.. Enumerable.Range(1, Sources).Select(s => new WaterSource
        {
            Id = $"S{s}", Name = Name, Kind = SourceKind.Reservoir, Duty = SourceDuty.InUse,
        })],
        Plants = [.. Plants.Select((_, p) => new TreatmentPlant
        {
            Id = $"P{p + 1}", Name = Name, Capacity = 1, ClearWell = $"C{p + 1}", Outlets = [], Node = $"C{p + 1}",
        })],
        Interconnections = [.. Links.Select((_, x) => new Interconnection
        {
            Id = $"X{x + 1}", Name = Name, FirstPlant = "P1", SecondPlant = "P1", Link = $"X{x + 1}", State = InterconnectionState.Open,
        })],
        Dispatch = new DispatchScheme
        {
            RequiredPressure = 10,
            Priorities = Priorities,
            Plants = [.. Plants.Select((p, i) => new PlantOperation
            {
                Plant = $"P{i + 1}", Loss = p.Loss, ChemicalCost = p.Cost, RawWaterCost = p.RawWater,
            })],
            Links = [.. Links.Select((l, i) => new LinkOperation { Interconnection = $"X{i + 1}", Capacity = 0, Cost = l.Cost })],
        },
    };

    public SupplyMap Map => new()
    {
        Zones = [.. Enumerable.Range(0, Zones).Select(z => new SupplyZone($"Z{z + 1}", [], [], []))],
        Intakes = [.. Plants.SelectMany((p, i) => p.Sources.Select(s => new SupplyIntake(s, i, 0)))],
        Links = [.. Links.Select(l => new SupplyLink(l.From, l.To, 0))],
        ZoneOfPlant = [.. Plants.Select(p => p.Zone)],
    };

    /// <summary>A day on which nobody needs anything, and there is plenty of everything but links.</summary>
    public AllocationInput Day => new()
    {
        Sources = [.. Enumerable.Repeat(Reservoir(1e6, 1e7), Sources)],
        PlantCapacity = [.. Enumerable.Repeat(1e5, Plants.Length)],
        LinkLeast = [.. new double[Links.Length]],
        LinkMost = [.. new double[Links.Length]],
        Demand = [.. new double[Zones * SupplyMap.GroupsPerZone]],
        Extra = [.. new double[Zones]],
        BalanceWeight = 0.5,
    };

    /// <summary>A reservoir all of whose live water may be drawn.</summary>
    public static SourceState Reservoir(double live, double capacity) => new(live, live, capacity, IsUsed: true);

    public static SourceState Spring(double yield) => new(yield, 0, 0, IsUsed: true);

    public Allocator Allocator() => new(System, Map);

    public Allocation Allocate(AllocationInput day)
    {
        using var allocator = Allocator();
        var allocation = allocator.Allocate(day);
        Assert.True(allocator.IsSettled);
        return allocation;
    }
}
