using System.Globalization;
using CsCheck;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>What must hold for every network.</summary>
public sealed class InvariantTests
{
    // A tree with some extra pipes, a reservoir at its root, random demands and pipes, sometimes pressure-driven.
    private static readonly Gen<Network> RandomNetworks =
        from size in Gen.Int[2, 40]
        from parents in Gen.Double[0, 1].Array[size]
        from demands in Gen.Double[0, 0.01].Array[size]
        from elevations in Gen.Double[0, 40].Array[size]
        from diameters in Gen.Double[0.05, 0.6].Array[2 * size]
        from extra in Gen.Select(Gen.Int[0, size - 1], Gen.Int[0, size - 1]).Array[0, size / 2]
        from formula in Gen.Enum<HeadLossFormula>()
        from model in Gen.Enum<DemandModel>()
        select Build(parents, demands, elevations, diameters, extra, formula, model);

    [Fact]
    public void Mass_closes_at_every_node_and_energy_at_every_link() => RandomNetworks.Sample(
        network =>
        {
            var results = ExtendedPeriod.Run(network);
            var step = Assert.Single(results.Steps);
            Assert.True(step.Converged, $"{step} {results.Outcome} {network.Nodes.Length}");
            Assert.True(step.MassResidual < 1e-9, $"mass {step.MassResidual}");
            Assert.True(step.EnergyResidual < 1e-5, $"energy {step.EnergyResidual}");

            // Where hardly anything flows the accuracy of 1e-9 is absolute, m3/s, over the hour that a steady state stands for.
            var tolerance = 1e-9 * (3600 + results.Balance.Delivered);
            Assert.True(Math.Abs(results.Balance.Error) < tolerance, $"{results.Balance}");
            CheckByHand(network, results);
        },
        iter: 300);

    [Fact]
    public void The_same_network_gives_the_same_bits_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NegativeSign = "~";
        try
        {
            RandomNetworks.Sample(
                network =>
                {
                    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                    var first = ExtendedPeriod.Run(network);
                    CultureInfo.CurrentCulture = commas;
                    var second = ExtendedPeriod.Run(network);
                    Assert.True(first.Heads(0).SequenceEqual(second.Heads(0)));
                    Assert.True(first.Flows(0).SequenceEqual(second.Flows(0)));
                },
                iter: 50,
                threads: 1);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // The residuals that the solver reports, computed again from the results alone.
    private static void CheckByHand(Network network, SimulationResults results)
    {
        var excess = new double[network.Nodes.Length];
        for (var k = 0; k < network.Links.Length; k++)
        {
            var q = results.Flows(0)[k];
            excess[network.IndexOfNode(network.Links[k].FromNode)] -= q;
            excess[network.IndexOfNode(network.Links[k].ToNode)] += q;
        }

        for (var i = 0; i < excess.Length; i++)
        {
            Assert.Equal(excess[i], results.Demands(0)[i], 1e-9);
        }
    }

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
