using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Plots.Tests.Support;

/// <summary>A line of five junctions between two reservoirs, run by the engine: the one in the middle gets water of both.</summary>
internal static class TwoSources
{
    /// <summary>
    /// W - J0 - J1 - J2 - J3 - J4 - E, a closed standby source at J1 and a tank at J3. The chemical is 0.6 g/m3 in W and E and
    /// decays.
    /// </summary>
    public static Network Line(string mark = "", bool placed = true, string chemical = "Chlorine", string unit = "mg/L")
    {
        return new Network
        {
            Title = ["Two sources" + mark],
            Nodes =
            [
                .. Enumerable.Range(0, 5).Select(i => new Junction
                {
                    Id = $"J{i}{mark}",
                    Position = Place(i, 0.3 * (i % 2)),
                    Demands = [new Demand(i == 2 ? 0.006 : 0.003)],
                }),
                new Reservoir { Id = "W" + mark, Position = Place(-0.9, 0.1), Head = 60, InitialQuality = 0.6 },
                new Reservoir { Id = "E" + mark, Position = Place(5, 0.1), Head = 60, InitialQuality = 0.6 },
                new Reservoir { Id = "Standby" + mark, Position = Place(1, 1), Head = 60 },
                new Tank
                {
                    Id = "T" + mark, Position = Place(3, 1.2), Elevation = 48,
                    MinimumLevel = 1, InitialLevel = 5, MaximumLevel = 14, Diameter = 8,
                },
            ],
            Links =
            [
                Pipe("PW", "W", "J0"),
                .. Enumerable.Range(0, 4).Select(i => Pipe($"P{i}", $"J{i}", $"J{i + 1}")),
                Pipe("PE", "E", "J4"),
                Pipe("PT", "J3", "T"),
                Pipe("PS", "Standby", "J1") with { InitialStatus = LinkStatus.Closed },
            ],
            Times = new TimeOptions { Duration = TimeSpan.FromDays(3) },
            Quality = new QualityOptions { Mode = QualityMode.Chemical, Chemical = chemical, ChemicalUnits = unit },
            Reactions = new ReactionOptions { BulkCoefficient = -8.0 / 86_400 },
        };

        MapPoint? Place(double x, double y) => placed ? new MapPoint(1000 * x, 1000 * y) : null;

        Pipe Pipe(string id, string from, string to) => new()
        {
            Id = id + mark,
            FromNode = from + mark,
            ToNode = to + mark,
            Length = 1000,
            Diameter = 0.25,
            Roughness = 120,
        };
    }

    /// <summary>Runs a network and follows something.</summary>
    public static SimulationResults Run(Network network, params ImmutableArray<QualityAnalysis> analyses) =>
        ExtendedPeriod.Run(network, new RunOptions { Quality = analyses });

    /// <summary>A county of it: two towns, each with its centre, and a village in the middle.</summary>
    public static CountySystem County(string mark = "") => new()
    {
        Name = new("Two Valleys" + mark, "双谷县"),
        NetworkFile = "network.inp",
        People = 16_000,
        Sources =
        [
            Source("W", "West lake", "西湖", SourceDuty.InUse), Source("E", "East spring", "东泉", SourceDuty.InUse),
            Source("Standby", "Old well", "老井", SourceDuty.Standby),
        ],
        Tanks = [new ElevatedTank { Id = "T", Name = new("Hill tank", "山上水池"), Town = "e" }],
        Towns =
        [
            new Town { Id = "w", Name = new("Westend" + mark, "西镇"), People = 8_000, Villages = 1 },
            new Town { Id = "e", Name = new("Eastend", "东镇"), People = 8_000, Villages = 0 },
        ],
        Communities =
        [
            Community("w-c", "Westend centre" + mark, "西镇区", "w", CommunityClass.Urban, 7_000, ["J0", "J1"]),
            Community("w-1", "Middle village" + mark, "中村", "w", CommunityClass.Rural, 1_000, ["J2"]),
            Community("e-c", "Eastend centre", "东镇区", "e", CommunityClass.Urban, 8_000, ["J3", "J4"]),
        ],
    };

    private static WaterSource Source(string id, string en, string zh, SourceDuty duty) =>
        new() { Id = id, Name = new(en, zh), Kind = SourceKind.Reservoir, Duty = duty };

    private static Community Community(
        string id, string en, string zh, string town, CommunityClass kind, int people, ImmutableArray<string> nodes) => new()
        {
            Id = id,
            Name = new(en, zh),
            Town = town,
            Class = kind,
            People = people,
            ServiceHead = 10,
            Nodes = nodes,
        };
}
