using CsCheck;
using WaterSim.Model;

namespace WaterSim.Tests.Support;

/// <summary>Networks made up by chance.</summary>
internal static class RandomNetworks
{
    /// <summary>A tree with some extra pipes, a reservoir at its root, random demands and pipes, sometimes pressure-driven.</summary>
    public static Gen<Network> All { get; } =
        from size in Gen.Int[2, 40]
        from parents in Gen.Double[0, 1].Array[size]
        from demands in Gen.Double[0, 0.01].Array[size]
        from elevations in Gen.Double[0, 40].Array[size]
        from diameters in Gen.Double[0.05, 0.6].Array[2 * size]
        from extra in Gen.Select(Gen.Int[0, size - 1], Gen.Int[0, size - 1]).Array[0, size / 2]
        from formula in Gen.Enum<HeadLossFormula>()
        from model in Gen.Enum<DemandModel>()
        select Build(parents, demands, elevations, diameters, extra, formula, model);

    private static Network Build(
        double[] parents,
        double[] demands,
        double[] elevations,
        double[] diameters,
        (int A, int B)[] extra,
        HeadLossFormula formula,
        DemandModel model)
    {
        var roughness = formula switch
        {
            HeadLossFormula.HazenWilliams => 120,
            HeadLossFormula.DarcyWeisbach => 1e-4,
            _ => 0.011,
        };
        var nodes = demands.Select((d, i) => (Node)Draw.Junction($"j{i}", elevations[i], d))
            .Append(Draw.Reservoir("r", 60)).ToArray();
        var links = new List<Link> { Draw.Pipe("root", "r", "j0", 300, 0.6, roughness) };
        for (var i = 1; i < demands.Length; i++)
        {
            links.Add(Draw.Pipe($"t{i}", $"j{Math.Min(i - 1, (int)(parents[i] * i))}", $"j{i}", 200 + (50 * i), diameters[i], roughness));
        }

        foreach (var (a, b) in extra.Where(e => e.A != e.B))
        {
            links.Add(Draw.Pipe($"x{links.Count}", $"j{a}", $"j{b}", 500, diameters[demands.Length + a], roughness));
        }

        var network = Draw.Network(nodes, [.. links]);
        return network with
        {
            Options = network.Options with
            {
                HeadLoss = formula,
                DemandModel = model,
                RequiredPressure = 20,
                MaxTrials = 500,
            },
        };
    }
}
