using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Simulation;

namespace WaterSim.Plots.Tests.Support;

/// <summary>
/// A county the size of Jiahe with made-up numbers: 10 towns, 167 villages of 14 nodes each on near-trees, 7 plants
/// with clear wells, 6 elevated tanks, 4 boosters, 7 sources in use and 3 standby.
/// </summary>
internal static class SyntheticCounty
{
    private static readonly (string En, string Zh, int People, int Town, int Villages, double X, double Y)[] TownFacts =
    [
        ("Zhuquan", "珠泉镇", 100_600, 80_000, 27, 10_700, 8_300), ("Jinping", "晋屏镇", 34_300, 5_000, 16, 7_000, 6_700),
        ("Tangcun", "塘村镇", 31_400, 10_000, 12, 11_000, 1_000), ("Yuanjia", "袁家镇", 31_700, 7_000, 17, 16_600, 7_100),
        ("Longtan", "龙潭镇", 31_400, 7_000, 14, 23_000, 7_800), ("Hanglang", "行廊镇", 28_300, 6_000, 14, 19_000, 15_500),
        ("Guangfa", "广发镇", 41_300, 9_000, 15, 0, 15_500), ("Puman", "普满乡", 24_800, 4_000, 9, 5_000, 20_000),
        ("Shiqiao", "石桥镇", 53_100, 11_000, 21, 11_000, 25_500), ("Tanping", "坦坪镇", 58_100, 11_000, 22, 17_000, 28_800),
    ];

    private static readonly (string En, string Zh, double M3PerDay, int Town, double Dx, double Dy)[] PlantFacts =
    [
        ("Panjiang", "盘江水厂", 16_000, 0, -3_500, 600), ("Pantou", "泮头水厂", 9_000, 3, 900, -3_000),
        ("Jinshan", "金山水厂", 4_000, 4, 1_300, -1_500), ("Zoushan", "邹山水厂", 5_000, 6, 900, -2_200),
        ("Gaofeng", "高峰水厂", 6_500, 8, 2_000, -2_000), ("Jiangli", "江里水厂", 2_000, 7, 500, 1_300),
        ("Daoshi Spring", "岛石泉水厂", 2_500, 9, 500, -2_200),
    ];

    private static readonly double[] TownDay =
    [
        .45, .38, .34, .33, .36, .55, .96, 1.41, 1.46, 1.26, 1.13, 1.21,
        1.33, 1.09, .96, .93, .99, 1.19, 1.46, 1.59, 1.56, 1.36, 1.01, .69,
    ];

    private static readonly double[] RuralDay =
    [
        .25, .20, .18, .18, .28, .76, 1.56, 1.77, 1.31, .96, .91, 1.36,
        1.45, .81, .61, .61, .81, 1.36, 2.02, 2.22, 1.87, 1.31, .76, .45,
    ];

    public static (SimulationResults Results, CountySystem County) Make(bool chinese = true, string mark = "")
    {
        var random = new Random(7);
        var junctions = new List<Junction>();
        var others = new List<Node>();
        var links = new List<Link>();
        var communities = new List<Community>();
        var centres = new List<string>();
        for (var t = 0; t < TownFacts.Length; t++)
        {
            var town = TownFacts[t];
            var core = Tree(random, junctions, links, $"T{t}", new MapPoint(town.X, town.Y), 24, 260, 0.2, null);
            centres.Add(core[0]);
            communities.Add(new Community
            {
                Id = $"town{t}",
                Name = new(town.En + mark, town.Zh),
                Town = $"t{t}",
                Class = CommunityClass.Urban,
                People = town.Town,
                ServiceHead = 16,
                Nodes = [.. core],
            });
            for (var v = 0; v < town.Villages; v++)
            {
                var (angle, far) = (random.NextDouble() * Math.Tau, 900 + (2_900 * Math.Sqrt(random.NextDouble())));
                var at = new MapPoint(town.X + (far * Math.Cos(angle)), town.Y + (far * Math.Sin(angle)));
                var nodes = Tree(random, junctions, links, $"V{t}-{v}", at, 13, 120, 0.08, core[random.Next(core.Count)]);
                communities.Add(new Community
                {
                    Id = $"v{t}-{v}",
                    Name = new($"Village {t}-{v}", $"村{t}-{v}"),
                    Town = $"t{t}",
                    Class = CommunityClass.Rural,
                    People = (town.People - town.Town) / town.Villages,
                    ServiceHead = 10,
                    Nodes = [.. nodes],
                });
            }
        }

        var plants = new List<TreatmentPlant>();
        var sources = new List<WaterSource>();
        for (var p = 0; p < PlantFacts.Length; p++)
        {
            var plant = PlantFacts[p];
            var town = TownFacts[plant.Town];
            var at = new MapPoint(town.X + plant.Dx, town.Y + plant.Dy);
            others.Add(new Tank { Id = $"CW{p}", Position = at, MaximumLevel = 4, MinimumLevel = 0.5, InitialLevel = 3, Diameter = 25 });
            others.Add(new Reservoir { Id = $"R{p}", Position = new MapPoint(at.X + 500, at.Y - 900), Head = 340 });
            links.Add(new Pipe { Id = $"IN{p}", FromNode = $"R{p}", ToNode = $"CW{p}", Length = 1_100, Diameter = 0.6 });
            links.Add(new Pipe { Id = $"OUT{p}", FromNode = $"CW{p}", ToNode = centres[plant.Town], Length = 3_000, Diameter = 0.5 });
            plants.Add(new TreatmentPlant
            {
                Id = $"W{p}",
                Name = new(plant.En + " plant" + mark, plant.Zh),
                Capacity = plant.M3PerDay * 1.7 / 86_400,
                ClearWell = $"CW{p}",
                Outlets = [$"OUT{p}"],
                Node = $"CW{p}",
                Intake = [$"IN{p}"],
            });
            sources.Add(new WaterSource
            {
                Id = $"R{p}",
                Name = new(plant.En + " reservoir", plant.Zh.Replace("水厂", "水库", StringComparison.Ordinal)),
                Kind = SourceKind.Reservoir,
                Duty = SourceDuty.InUse,
                Plants = [$"W{p}"],
            });
        }

        var standby = new[] { ("Qianjiadong", "千家洞"), ("Shuangkoudong", "双口洞"), ("Gaozhai", "高寨") };
        for (var s = 0; s < standby.Length; s++)
        {
            others.Add(new Reservoir { Id = $"S{s}", Position = new MapPoint(2_000 + (9_000 * s), 11_500 + (2_000 * s)), Head = 330 });
            sources.Add(new WaterSource
            {
                Id = $"S{s}",
                Name = new(standby[s].Item1, standby[s].Item2),
                Kind = SourceKind.Reservoir,
                Duty = SourceDuty.Standby,
            });
        }

        var tanks = new List<ElevatedTank>();
        foreach (var t in (int[])[0, 3, 8, 9, 6, 4])
        {
            others.Add(new Tank
            {
                Id = $"ET{t}",
                Position = new MapPoint(TownFacts[t].X + 700, TownFacts[t].Y + 900),
                MaximumLevel = 4.5,
                MinimumLevel = 0.3,
                InitialLevel = 3,
                Diameter = 20,
            });
            tanks.Add(new ElevatedTank
            {
                Id = $"ET{t}",
                Name = new(TownFacts[t].En + " tank" + mark, TownFacts[t].Zh + "高位水池"),
                Town = $"t{t}",
            });
            links.Add(new Pipe { Id = $"ETP{t}", FromNode = centres[t], ToNode = $"ET{t}", Length = 1_000, Diameter = 0.3 });
        }

        var boosters = new List<BoosterStation>();
        foreach (var t in (int[])[1, 2, 7, 5])
        {
            var far = junctions.First(j => j.Id.StartsWith($"V{t}-3-", StringComparison.Ordinal)).Id;
            links.Add(new Pump { Id = $"PU{t}", FromNode = centres[t], ToNode = far });
            boosters.Add(new BoosterStation
            {
                Id = $"B{t}",
                Name = new(TownFacts[t].En + " booster" + mark, TownFacts[t].Zh + "泵站"),
                Town = $"t{t}",
                Duty = [$"PU{t}"],
            });
        }

        for (var t = 0; t + 1 < centres.Count; t++)
        {
            links.Add(new Pipe { Id = $"TR{t}", FromNode = centres[t], ToNode = centres[t + 1], Length = 7_000, Diameter = 0.4 });
        }

        var network = new Network
        {
            Title = ["A county"],
            Nodes = [.. junctions, .. others],
            Links = [.. links],
            Times = new TimeOptions { Duration = TimeSpan.FromHours(24) },
        };
        var county = new CountySystem
        {
            Name = new("Jiahe County" + mark, chinese ? "嘉禾县" : null),
            NetworkFile = "network.inp",
            Origin = new MapOrigin(112.26, 25.5),
            People = 435_000,
            Sources = [.. sources],
            Plants = [.. plants],
            Tanks = [.. tanks],
            Boosters = [.. boosters],
            Towns = [.. TownFacts.Select((t, i) => new Town
            {
                Id = $"t{i}", Name = new(t.En + mark, t.Zh), People = t.People, Villages = t.Villages,
            })],
            Communities = [.. communities],
        };
        return (Run(network, county), county);
    }

    // 97 quarter-hours: pressures fall with demand, one tank in two phases, plants nearly steady.
    private static SimulationResults Run(Network network, CountySystem county)
    {
        var urban = county.Communities.Where(c => c.Class == CommunityClass.Urban).SelectMany(c => c.Nodes).ToHashSet(StringComparer.Ordinal);
        var random = new Random(11);
        var rest = network.Nodes.Select(_ => 12 + (32 * Math.Pow(random.NextDouble(), 1.4))).ToArray();
        rest[5] = 180;
        return RunMaker.Make(
            network,
            97,
            900,
            (i, k) => network.Nodes[i] is Tank tank
                ? Math.Clamp(2.4 + (1.4 * Math.Sin((k + i) / 97.0 * Math.Tau)), tank.MinimumLevel, tank.MaximumLevel)
                : network.Nodes[i] is Reservoir ? 0 : rest[i] - (3 * Day(i, k)),
            (i, k) => Demand(i, k, network.Nodes[i].Id.StartsWith("T2", StringComparison.Ordinal) ? 0.93 : 1),
            (i, k) => Demand(i, k, 1),
            (l, k) => network.Links[l].Id.StartsWith("OUT", StringComparison.Ordinal)
                ? PlantFacts[int.Parse(network.Links[l].Id[3..], CultureInfo.InvariantCulture)].M3PerDay / 86_400
                    * (0.6 + (0.4 * TownDay[k / 4 % 24]))
                : 0);

        double Day(int i, int k) => (urban.Contains(network.Nodes[i].Id) ? TownDay : RuralDay)[k / 4 % 24];

        double Demand(int i, int k, double share) =>
            network.Nodes[i] is Junction { Demands.Length: > 0 } junction ? share * junction.Demands[0].Base * Day(i, k) : 0;
    }

    private static List<string> Tree(
        Random random, List<Junction> junctions, List<Link> links, string name, MapPoint at, int count, double step, double loops, string? feeder)
    {
        var ids = new List<string>();
        var places = new List<MapPoint>();
        for (var i = 0; i < count; i++)
        {
            var parent = i == 0 ? 0 : random.Next(Math.Max(0, i - 4), i);
            var angle = random.NextDouble() * Math.Tau;
            var place = i == 0 ? at : new MapPoint(places[parent].X + (step * Math.Cos(angle)), places[parent].Y + (step * Math.Sin(angle)));
            places.Add(place);
            ids.Add($"{name}-{i}");
            junctions.Add(new Junction
            {
                Id = ids[i],
                Position = place,
                Elevation = 240,
                Demands = [new Demand(name[0] == 'T' ? 15_000.0 / 240 / 86_400 : 30_000.0 / 2_171 / 86_400)],
            });
            if (i > 0)
            {
                links.Add(new Pipe { Id = $"P{name}-{i}", FromNode = ids[parent], ToNode = ids[i], Length = step, Diameter = random.NextDouble() < loops ? 0.15 : 0.09 });
            }
        }

        if (feeder is not null)
        {
            links.Add(new Pipe { Id = $"F{name}", FromNode = feeder, ToNode = ids[0], Length = 2_000, Diameter = 0.15 });
        }

        return ids;
    }
}
