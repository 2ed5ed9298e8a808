using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>All that stays the same through a year.</summary>
internal sealed class YearPlan
{
    // Where clear wells are brought to by midnight, - of their volume. Intakes run evenly, so that wells are low after the evening's
    // peak and gain some 15 % of a day's supply until the morning: a well for 20 % of a day must not be half full before.
    private const double ClearWellAtMidnight = 0.3;

    private const double SecondsPerDay = 86_400;

    private YearPlan(CountySystem system, Network network, SupplyMap map, YearOptions options)
    {
        (System, Network, Map, Options) = (system, network, map, options);
        Dispatch = system.Dispatch!;
        Demand = Resources.DemandModel.Of(system, network, options.DesignYear ?? options.From.Year, options.Seed);
        var consumers = new ConsumerGroups(system, network, map, Demand.KindOf, Demand.Scale);
        Average = consumers.Averages();
        Leakage = new double[map.Zones.Length];
        for (var i = 0; i < consumers.Leakage.Length; i++)
        {
            if (map.ZoneOfNode[i] is >= 0 and var zone)
            {
                Leakage[zone] += consumers.Leakage[i] * SecondsPerDay;
            }
        }

        Losses = [.. system.Plants.Select(p => OperationOf(p.Id)?.Loss ?? 0)];
        Operations = [.. system.Plants.Select(p => OperationOf(p.Id))];
        Links = [.. system.Interconnections.Select(x => Dispatch.Links.FirstOrDefault(l => l.Interconnection == x.Id))];
        Shut = [.. system.Interconnections.Select(x => options.Shut.Contains(x.Id, StringComparer.Ordinal))];
        Tanks = [.. network.Nodes.OfType<Tank>()];
        ZoneOfTank = [.. Tanks.Select(t => map.ZoneOfNode[network.IndexOfNode(t.Id)])];
        _volumes = [.. Tanks.Select(t => new TankVolume(t, network))];
        var wells = system.Plants.Select(p => p.ClearWell).ToHashSet(StringComparer.Ordinal);
        MidnightHeads = [.. Tanks.Select((t, i) => t.Elevation
            + (wells.Contains(t.Id) ? _volumes[i].LevelAt(ClearWellAtMidnight) : t.InitialLevel))];
        MidnightVolume = VolumeOf(MidnightHeads);

        PlantOperation? OperationOf(string plant) => Dispatch.Plants.FirstOrDefault(o => o.Plant == plant);
    }

    private readonly TankVolume[] _volumes;

    public CountySystem System { get; }

    public Network Network { get; }

    public SupplyMap Map { get; }

    public YearOptions Options { get; }

    public DispatchScheme Dispatch { get; }

    public Resources.DemandModel Demand { get; }

    /// <summary>What each group of consumers uses on an average day, m3.</summary>
    public double[] Average { get; }

    /// <summary>What each zone leaks on an average day, m3.</summary>
    public double[] Leakage { get; }

    /// <summary>Share of raw water that each plant loses, -.</summary>
    public ImmutableArray<double> Losses { get; }

    /// <summary>How each plant is run, or null.</summary>
    public ImmutableArray<PlantOperation?> Operations { get; }

    /// <summary>How each interconnection is used; null: it is not dispatched.</summary>
    public ImmutableArray<LinkOperation?> Links { get; }

    /// <summary>Interconnections that are shut for the year.</summary>
    public ImmutableArray<bool> Shut { get; }

    /// <summary>The network's tanks, clear wells included.</summary>
    public ImmutableArray<Tank> Tanks { get; }

    /// <summary>Zone of each tank; -1: none.</summary>
    public ImmutableArray<int> ZoneOfTank { get; }

    /// <summary>Heads of the tanks that every midnight is to come back to, m.</summary>
    public ImmutableArray<double> MidnightHeads { get; }

    /// <summary>Water in each zone's tanks then, m3.</summary>
    public double[] MidnightVolume { get; }

    /// <summary>Water in each zone's tanks, m3.</summary>
    public double[] VolumeOf(ImmutableArray<double> heads)
    {
        var volume = new double[Map.Zones.Length];
        for (var t = 0; t < heads.Length; t++)
        {
            if (ZoneOfTank[t] >= 0)
            {
                volume[ZoneOfTank[t]] += _volumes[t].At(heads[t] - Tanks[t].Elevation);
            }
        }

        return volume;
    }

    /// <summary>Share of a plant's capacity that it has on a day, -.</summary>
    public double AvailableOf(int plant, DateOnly day)
    {
        var available = 1.0;
        foreach (var outage in Operations[plant]?.Outages ?? [])
        {
            if (outage.From <= day && day <= outage.To)
            {
                available = Math.Min(available, outage.Available);
            }
        }

        return available;
    }

    /// <summary>Whether a source is out on a day.</summary>
    public bool IsOut(int source, DateOnly day)
    {
        foreach (var outage in Options.SourcesOut)
        {
            if (outage.From <= day && day <= outage.To && string.Equals(outage.Source, System.Sources[source].Id, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The plan of a year, or what stands in its way.</summary>
    public static (YearPlan? Plan, ImmutableArray<Diagnostic> Diagnostics) Of(CountySystem system, Network network, YearOptions options)
    {
        var found = YearRefusals.Of(system, options);
        if (!found.IsEmpty)
        {
            return (null, found);
        }

        var (map, ofMap) = SupplyMap.Of(system, network);
        return (map is null ? null : new YearPlan(system, network, map, options), ofMap);
    }
}
