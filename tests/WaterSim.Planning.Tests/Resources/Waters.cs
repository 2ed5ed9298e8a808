using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>Small counties by hand: sources and their water, nothing else.</summary>
internal static class Waters
{
    public static readonly ImmutableArray<double> Even = [.. Enumerable.Repeat(1.0 / 12, 12)];

    /// <summary>A box of 100 ha and 10 m depth: 10 Mm3 full, 1 Mm3 a metre.</summary>
    public static readonly ImmutableArray<StoragePoint> Box = [new(100, 1e6, 0), new(110, 1e6, 1e7)];

    public static StorageReservoir Reservoir(string id) => new()
    {
        Source = id,
        Catchment = 1e7,
        Curve = Box,
        DeadLevel = 101,
        FloorLevel = 102,
        NormalLevel = 108,
        InitialLive = 0.5,
    };

    public static ClimateNormals Climate { get; } = new()
    {
        Rain = 1.2,
        Evaporation = 0.6,
        RunoffCoefficient = 0.5,
        RainShares = Even,
        InflowShares = [0.04, 0.06, 0.095, 0.135, 0.165, 0.16, 0.09, 0.09, 0.05, 0.04, 0.04, 0.035],
        EvaporationShares = Even,
    };

    public static InflowYear Year(string id) => new() { Id = id, Name = new LocalizedName(id) };

    public static CountySystem System(ResourceScheme scheme, params ReadOnlySpan<SourceDuty> duties)
    {
        var sources = ImmutableArray.CreateBuilder<WaterSource>();
        foreach (var reservoir in scheme.Reservoirs)
        {
            sources.Add(Source(reservoir.Source, SourceKind.Reservoir, duties.Length > sources.Count ? duties[sources.Count] : SourceDuty.InUse));
        }

        foreach (var spring in scheme.Springs)
        {
            sources.Add(Source(spring.Source, SourceKind.Spring, SourceDuty.InUse));
        }

        return new CountySystem
        {
            Name = new LocalizedName("Small"),
            NetworkFile = "network.inp",
            People = 0,
            Sources = sources.ToImmutable(),
            Resources = scheme,
        };
    }

    public static CountySystem System(InflowYear year, int reservoirs = 1, params ReadOnlySpan<Spring> springs) => System(new ResourceScheme
    {
        Climate = Climate,
        Reservoirs = [.. Enumerable.Range(1, reservoirs).Select(i => Reservoir($"R{i}"))],
        Springs = [.. springs],
        Years = [year],
    });

    private static WaterSource Source(string id, SourceKind kind, SourceDuty duty) =>
        new() { Id = id, Name = new LocalizedName(id), Kind = kind, Duty = duty };
}
