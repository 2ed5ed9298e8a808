using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.County;

/// <summary>The <c>resources:</c> part of a system file.</summary>
public sealed class ResourceReadingTests
{
    private const string Lake = "{ id: R, name: { en: Lake, zh: 湖 }, kind: reservoir, duty: in_use, plants: [W] }";

    private static readonly string Good = SmallCounty.Yaml
        .Replace(Lake, Lake + "\n  - { id: K, name: { en: Spring }, kind: spring, duty: in_use }", StringComparison.Ordinal)
        .Replace("towns:", """
            resources:
              climate:
                rain_mm: 1420
                evaporation_mm: 1050
                runoff_coefficient: 0.55
                rain_percent: [5, 7, 9, 11.5, 13, 12.5, 9, 10.5, 6, 6, 6, 4.5]
                inflow_percent: [4, 6, 9.5, 13.5, 16.5, 16, 9, 9, 5, 4, 4, 3.5]
                evaporation_percent: [3.5, 3.5, 5, 7, 9, 10.5, 16, 15, 11.5, 8.5, 6, 4.55]
              reservoirs:
                - source: R
                  catchment_km2: 20
                  normal_m: 332
                  floor_m: 318
                  dead_m: 310
                  initial_live: 0.8
                  seepage_per_day: 0.0002
                  release_m3d: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
                  curve:
                    - { level_m: 303, area_ha: 0, volume_m3: 0 }
                    - { level_m: 318, area_ha: 40, volume_m3: 2400000 }
                    - { level_m: 334, area_ha: 111, volume_m3: 14122000 }
              springs:
                - source: K
                  memory_days: 90
                  yield:
                    - { wetness: 0.25, yield_m3d: 4000 }
                    - { wetness: 1, yield_m3d: 9000 }
              years:
                - { id: average, name: { en: Average year } }
                - { id: dry, name: { en: Dry year }, rain: 0.68, inflow: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.4], variation: 0.3, persistence: 0.2, correlation: 0.9 }
            towns:
            """, StringComparison.Ordinal);

    // The last point stands where it stands for all of them: the network has a node for the spring too.
    private static readonly Network Network = SmallCounty.Network with
    {
        Nodes = [.. SmallCounty.Network.Nodes, new Reservoir { Id = "K", Head = 60 }],
    };

    [Fact]
    public void A_good_part_is_read_in_SI()
    {
        var result = Read(Good);

        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        var made = result.System!.Resources!;
        Assert.Equal((1.42, 1.05, 0.55), (made.Climate.Rain, made.Climate.Evaporation, made.Climate.RunoffCoefficient));
        Assert.Equal(0.115, made.Climate.RainShares[3], 1e-15);
        Assert.Equal(1, made.Climate.EvaporationShares.Sum(), 1e-12);
        var reservoir = Assert.Single(made.Reservoirs);
        Assert.Equal(("R", 2e7, 332, 318, 310), (reservoir.Source, reservoir.Catchment, reservoir.NormalLevel, reservoir.FloorLevel, reservoir.DeadLevel));
        Assert.Equal((0.8, 0.0002, 12), (reservoir.InitialLive, reservoir.Seepage, reservoir.Release[11]));
        Assert.Equal([new StoragePoint(303, 0, 0), new(318, 400_000, 2_400_000), new(334, 1_110_000, 14_122_000)], reservoir.Curve);
        var spring = Assert.Single(made.Springs);
        Assert.Equal(("K", 90), (spring.Source, spring.Memory));
        Assert.Equal([new YieldPoint(0.25, 4_000), new(1, 9_000)], spring.Yield);
        Assert.Equal(["average", "dry"], made.Years.Select(y => y.Id));
        Assert.Equal(Enumerable.Repeat(0.68, 12), made.Years[1].RainFactors);
        Assert.Equal((0.4, 1), (made.Years[1].InflowFactors[11], made.Years[1].EvaporationFactors[5]));
        Assert.Equal((0.3, 0.2, 0.9), (made.Years[1].Variation, made.Years[1].Persistence, made.Years[1].Correlation));
        Assert.Equal((0, 1), (made.Years[0].Variation, made.Years[0].Correlation));
    }

    [Theory]
    [InlineData("WS4006", "memory_days: 90", "memory_days: 90\n      @memory: 3")]
    [InlineData("WS4006", "rain_mm: 1420", "@rain: 1420\n    rain_mm: 1420")]
    [InlineData("WS4006", "wetness: 1,", "wetness: 1, @wet: 2,")]
    [InlineData("WS4007", "rain_mm: 1420\n    evaporation_mm: 1050", "@evaporation_mm: 1050")]
    [InlineData("WS4007", "source: R\n      catchment_km2: 20", "@source: R")]
    [InlineData("WS4007", "{ level_m: 318, area_ha: 40, volume_m3: 2400000 }", "@{ level_m: 318, volume_m3: 2400000 }")]
    [InlineData("WS4007", "- { id: average, name: { en: Average year } }", "- @{ id: average }")]
    [InlineData("WS4007", "yield:\n        - { wetness: 0.25, yield_m3d: 4000 }\n        - { wetness: 1, yield_m3d: 9000 }", "yield: @[]")]
    [InlineData("WS4009", "rain: 0.68", "rain: @dry")]
    [InlineData("WS4009", "rain: 0.68", "rain: @{ may: 1 }")]
    [InlineData("WS4009", "release_m3d: [1, 2, 3,", "release_m3d: [1, @two, 3,")]
    [InlineData("WS4010", "rain_mm: 1420", "rain_mm: @-1420")]
    [InlineData("WS4010", "runoff_coefficient: 0.55", "runoff_coefficient: @55")]
    [InlineData("WS4010", "catchment_km2: 20", "catchment_km2: @-20")]
    [InlineData("WS4010", "initial_live: 0.8", "initial_live: @80")]
    [InlineData("WS4010", "seepage_per_day: 0.0002", "seepage_per_day: @-0.0002")]
    [InlineData("WS4010", "release_m3d: [1, 2,", "release_m3d: [1, @-2,")]
    [InlineData("WS4010", "memory_days: 90", "memory_days: @0")]
    [InlineData("WS4010", "yield_m3d: 4000", "yield_m3d: @-4000")]
    [InlineData("WS4010", "rain: 0.68", "rain: @-0.68")]
    [InlineData("WS4010", "persistence: 0.2", "persistence: @1")]
    [InlineData("WS4010", "correlation: 0.9", "correlation: @1.1")]
    [InlineData("WS4010", "variation: 0.3", "variation: @-0.3")]
    [InlineData("WS4013", "id: dry,", "id: @average,")]
    [InlineData("WS4013", "springs:\n    - source: K", "springs:\n    - { source: K, memory_days: 1, yield: [{ wetness: 1, yield_m3d: 1 }] }\n    - source: @K")]
    [InlineData("WS4016", "springs:\n    - source: K", "springs:\n    - { source: @Q, memory_days: 1, yield: [{ wetness: 1, yield_m3d: 1 }] }\n    - source: K")]
    [InlineData("WS4017", "{ id: average, name: { en: Average year } }", "{ id: average, name: { en: Average year }, series: @../a.csv }")]
    [InlineData("WS4018", "{ id: average, name: { en: Average year } }", "{ id: average, name: { en: Average year }, series: @a.csv }")]
    [InlineData("WS4030", "springs:\n    - source: K\n      memory_days: 90\n      yield:\n        - { wetness: 0.25, yield_m3d: 4000 }\n        - { wetness: 1, yield_m3d: 9000 }", "springs: []", "- { id: K,", "- { id: @K,")]
    [InlineData("WS4031", "{ id: R, name: { en: Lake, zh: 湖 }, kind: reservoir", "{ id: R, name: { en: Lake, zh: 湖 }, kind: spring", "- source: R", "- source: @R")]
    [InlineData("WS4032", "level_m: 318", "level_m: @303")]
    [InlineData("WS4032", "volume_m3: 2400000", "volume_m3: @0")]
    [InlineData("WS4032", "area_ha: 111", "area_ha: @11")]
    [InlineData("WS4032", "volume_m3: 0", "volume_m3: @5")]
    [InlineData("WS4032", "curve:\n        - { level_m: 303, area_ha: 0, volume_m3: 0 }\n        - { level_m: 318, area_ha: 40, volume_m3: 2400000 }\n        - { level_m: 334, area_ha: 111, volume_m3: 14122000 }", "curve: @[]")]
    [InlineData("WS4033", "volume_m3: 14122000", "volume_m3: @1412200000")]
    [InlineData("WS4034", "dead_m: 310", "dead_m: @302")]
    [InlineData("WS4034", "floor_m: 318", "floor_m: @309")]
    [InlineData("WS4034", "normal_m: 332", "normal_m: @318")]
    [InlineData("WS4034", "normal_m: 332", "normal_m: @335")]
    [InlineData("WS4035", "10, 11, 12]", "10, 11]", "release_m3d: [", "release_m3d: @[")]
    [InlineData("WS4036", "inflow_percent: [4,", "inflow_percent: @[5,")]
    [InlineData("WS4037", "wetness: 1,", "wetness: @0.25,")]
    [InlineData("WS4037", "yield_m3d: 9000", "yield_m3d: @3000")]
    public void A_fault_is_reported_where_it_stands(string code, params string[] changes)
    {
        var yaml = Good;
        for (var i = 0; i < changes.Length; i += 2)
        {
            Assert.Contains(changes[i], yaml, StringComparison.Ordinal);
            yaml = yaml.Replace(changes[i], changes[i + 1], StringComparison.Ordinal);
        }

        var at = yaml.IndexOf('@', StringComparison.Ordinal);
        var before = yaml[..at];
        var result = Read(yaml.Remove(at, 1));

        Assert.Null(result.System);
        var found = Assert.Single(result.Diagnostics);
        Assert.Equal((code, DiagnosticSeverity.Error), (found.Code, found.Severity));
        Assert.Equal(
            (before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n')),
            (found.Location!.Line, found.Location.Column));
        Assert.NotNull(found.Remedy);
    }

    [Fact]
    public void A_year_has_a_series_or_factors_but_not_both()
    {
        var result = Read(Good.Replace(
            "{ id: average, name: { en: Average year } }", "{ id: average, name: { en: Average year }, series: network.inp, rain: 0.5, variation: 0.1 }", StringComparison.Ordinal));

        Assert.Equal(["WS4038", "WS4038"], result.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void The_part_may_be_left_out()
    {
        var result = SmallCounty.Read(SmallCounty.Yaml);

        Assert.Null(result.System!.Resources);
    }

    private static CountyReadResult Read(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("network.inp", "");
        folder.Write("system.yaml", yaml);
        return CountySystemReader.Load(folder.Path, _ => (Network, []));
    }
}
