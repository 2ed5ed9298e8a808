using System.Globalization;
using CsCheck;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>What must hold for every network.</summary>
public sealed class InvariantTests
{
    [Fact]
    public void Mass_closes_at_every_node_and_energy_at_every_link() => RandomNetworks.All.Sample(
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

    [Theory]
    [InlineData(1e-1)]
    [InlineData(1e-3)]
    public void Residuals_that_are_reported_are_those_of_the_results_however_loose_the_accuracy(double accuracy) =>
        RandomNetworks.All.Sample(
            network =>
            {
                var loose = network with { Options = network.Options with { Accuracy = accuracy } };
                var results = ExtendedPeriod.Run(loose);
                var worst = 0.0;
                for (var k = 0; k < loose.Links.Length; k++)
                {
                    var pipe = (Pipe)loose.Links[k];
                    var law = DenseReference.HeadLoss(loose, pipe, results.Flows(0)[k], out _);
                    worst = Math.Max(worst, Math.Abs(results.HeadLosses(0)[k] - law));
                }

                // A pressure-driven demand that was held to a part of its step leaves water missing, and the report says how much.
                var missing = Inflows(loose, results).Select((q, i) => loose.Nodes[i] is Junction ? Math.Abs(q - results.Demands(0)[i]) : 0).Max();

                // Laws below EPANET's least slope are lines, whose loss is far less than a micrometre.
                var step = Assert.Single(results.Steps);
                Assert.Equal(worst, step.EnergyResidual, 1e-7 * (1 + worst));
                Assert.Equal(missing, step.MassResidual, 1e-12);
            },
            iter: 200);

    [Fact]
    public void The_same_network_gives_the_same_bits_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NegativeSign = "~";
        try
        {
            RandomNetworks.All.Sample(
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
        var inflows = Inflows(network, results);
        for (var i = 0; i < inflows.Length; i++)
        {
            Assert.Equal(inflows[i], results.Demands(0)[i], 1e-9);
        }
    }

    // What flows in through the links less what flows out, m3/s, one per node.
    private static double[] Inflows(Network network, SimulationResults results)
    {
        var excess = new double[network.Nodes.Length];
        for (var k = 0; k < network.Links.Length; k++)
        {
            var q = results.Flows(0)[k];
            excess[network.IndexOfNode(network.Links[k].FromNode)] -= q;
            excess[network.IndexOfNode(network.Links[k].ToNode)] += q;
        }

        return excess;
    }
}
