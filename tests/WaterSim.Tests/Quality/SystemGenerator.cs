using System.Collections.Immutable;
using CsCheck;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>
/// Networks made up by chance that have something of everything: reservoirs, tanks that run full, empty or over, of any mixing,
/// pumps, valves, links that controls and rules close, demands that vary and turn round, emitters and demand by pressure.
/// </summary>
internal static class SystemGenerator
{
    /// <summary>Seeds of networks: a failing test names its own.</summary>
    public static Gen<int> Seeds { get; } = Gen.Int[0, 1_000_000_000];

    /// <summary>The network of a seed, to be run for half a day or so.</summary>
    public static Network Of(int seed)
    {
        var random = new Random(seed);
        var junctions = random.Next(3, 25);
        var reservoirs = random.Next(1, 4);
        var tanks = random.Next(0, 4);
        var nodes = new List<Node>();
        for (var i = 0; i < junctions; i++)
        {
            var demand = random.Next(5) switch { 0 => 0, 1 when random.Next(3) == 0 => -0.003, _ => random.NextDouble() * 0.006 };
            var junction = Draw.Junction($"j{i}", random.NextDouble() * 15, demand);
            junction = demand == 0 ? junction : junction.Patterned(random.Next(4) == 0 ? "turning" : "day");
            nodes.Add(junction with { EmitterCoefficient = random.Next(8) == 0 ? 2e-4 : 0, InitialQuality = Chance(random, 0.5) });
        }

        for (var i = 0; i < reservoirs; i++)
        {
            nodes.Add(Draw.Reservoir($"r{i}", 40 + (random.NextDouble() * 8)).At(random.NextDouble()));
        }

        for (var i = 0; i < tanks; i++)
        {
            nodes.Add(Draw.Tank($"t{i}", 38 + (random.NextDouble() * 5), 1 + (4 * random.NextDouble()), 2 + (10 * random.NextDouble()), 6) with
            {
                InitialQuality = Chance(random, 0.8),
                Mixing = (MixingModel)random.Next(4),
                MixingFraction = 0.1 + (0.8 * random.NextDouble()),
                CanOverflow = random.Next(3) == 0,
                MinimumLevel = random.Next(2),
            });
        }

        var links = Links(random, junctions, nodes);
        var pressureDriven = random.Next(3) == 0;
        return Draw.Network([.. nodes], [.. links]) with
        {
            Options = Draw.Tight with
            {
                Accuracy = 1e-6,
                DemandModel = pressureDriven ? DemandModel.PressureDriven : DemandModel.DemandDriven,
                RequiredPressure = 25,
                Unbalanced = UnbalancedAction.Continue,
                UnbalancedExtraTrials = 10,
            },
            Patterns =
            [
                new Pattern("day", [0.4, 0.7, 1.3, 1.6, 1.2, 0.2]), new Pattern("turning", [1, -1, 1, 1, -0.5]),
                new Pattern("speed", [1, 1, 0, 0.9]), new Pattern("doses", [1, 0, 2]),
            ],
            Curves = [new Curve("lift", CurveKind.PumpHead, [new CurvePoint(0.01, 15)])],
            Controls = Controls(random, links, tanks),
            Rules = Rules(random, links, tanks),
            Times = QualityDraw.Every(random.Next(2) == 0 ? 300 : 97, 3600, 3600 * random.Next(4, 20)) with
            {
                PatternStep = TimeSpan.FromHours(random.Next(1, 3)),
            },
        };
    }

    private static List<Link> Links(Random random, int junctions, List<Node> nodes)
    {
        var links = new List<Link>();
        for (var i = 1; i < junctions; i++)
        {
            links.Add(Join(random, $"j{random.Next(i)}", $"j{i}", links.Count, random.Next(10)));
        }

        foreach (var node in nodes.Skip(junctions))
        {
            // Tanks and reservoirs on short, wide pipes and on a pump now and then; some on two.
            for (var n = random.Next(1, 3); n > 0; n--)
            {
                links.Add(Join(random, node.Id, $"j{random.Next(junctions)}", links.Count, node is Reservoir && random.Next(3) == 0 ? 0 : 9));
            }
        }

        for (var i = random.Next(junctions); i > 0; i--)
        {
            var (a, b) = (random.Next(junctions), random.Next(junctions));
            if (a != b)
            {
                links.Add(Join(random, $"j{a}", $"j{b}", links.Count, 9));
            }
        }

        return links;
    }

    private static Link Join(Random random, string from, string to, int number, int kind) => kind switch
    {
        0 => new Pump
        {
            Id = $"l{number}",
            FromNode = from,
            ToNode = to,
            HeadCurveId = "lift",
            SpeedPatternId = random.Next(3) == 0 ? "speed" : null,
        },
        1 when from[0] == 'j' && to[0] == 'j' => new Valve
        {
            Id = $"l{number}",
            FromNode = from,
            ToNode = to,
            Diameter = 0.2,
            Kind = random.Next(2) == 0 ? ValveKind.ThrottleControl : ValveKind.FlowControl,
            Setting = 0.004,
        },
        _ => Draw.Pipe($"l{number}", from, to, 5 + (1500 * random.NextDouble() * random.NextDouble()), 0.08 + (0.3 * random.NextDouble())) with
        {
            HasCheckValve = kind == 2,
            InitialStatus = random.Next(20) == 0 && kind == 9 ? LinkStatus.Closed : LinkStatus.Open,
        },
    };

    private static ImmutableArray<SimpleControl> Controls(Random random, List<Link> links, int tanks)
    {
        var controls = ImmutableArray.CreateBuilder<SimpleControl>();
        for (var n = random.Next(3); n > 0; n--)
        {
            var link = links[random.Next(links.Count)];
            if (link is Pipe { HasCheckValve: false } or Pump)
            {
                var at = TimeSpan.FromSeconds(random.Next(3600, 30_000));
                controls.Add(new SimpleControl(link.Id, new ControlAction(LinkStatus.Closed, null), new TimeCondition(at)));
                controls.Add(new SimpleControl(
                    link.Id, new ControlAction(LinkStatus.Open, null), tanks > 0 && random.Next(2) == 0
                        ? new LevelCondition("t0", false, 2)
                        : new TimeCondition(at + TimeSpan.FromSeconds(random.Next(600, 20_000)))));
            }
        }

        return controls.ToImmutable();
    }

    private static ImmutableArray<Rule> Rules(Random random, List<Link> links, int tanks)
    {
        if (tanks == 0 || random.Next(2) == 0 || links.Find(l => l is Pump) is not { } pump)
        {
            return [];
        }

        return
        [
            new Rule(
                "full",
                [new RulePremise(RuleJoin.If, RuleObject.Tank, "t0", RuleAttribute.Level, RuleRelation.Above, 4, null)],
                [new RuleAction(pump.Id, new ControlAction(LinkStatus.Closed, null))],
                [new RuleAction(pump.Id, new ControlAction(LinkStatus.Open, null))]),
        ];
    }

    private static double Chance(Random random, double most) => random.Next(2) == 0 ? 0 : most * random.NextDouble();
}
