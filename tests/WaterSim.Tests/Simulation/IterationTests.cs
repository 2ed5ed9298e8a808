using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>
/// A wrong slope, or a correction that goes the wrong way, changes no answer: it costs iterations. They are held to EPANET
/// 2.3.5's, counted on the same file by the benchmarks' comparison, and a twentieth more.
/// </summary>
public sealed class IterationTests
{
    [Theory]
    [InlineData(DemandModel.DemandDriven, 832)]
    [InlineData(DemandModel.PressureDriven, 851)]
    public void Jiahe_takes_no_more_iterations_than_EPANET_needs(DemandModel model, int epanet)
    {
        var network = InpReader.ReadFile(Repository.File("networks", "jiahe", "network.inp")).Network!;
        network = network with { Options = network.Options with { DemandModel = model, RequiredPressure = 15 } };
        var results = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(results.Steps.Sum(s => s.Iterations), epanet / 2, epanet * 1.05);
    }

    [Theory]
    [InlineData("L-TOWN", 2551)]
    [InlineData("Net3", 86)]
    public void Published_networks_take_no_more_iterations_than_EPANET_needs(string name, int epanet)
    {
        var network = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp")).Network!;
        var results = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(results.Steps.Sum(s => s.Iterations), epanet / 2, epanet * 1.05);
    }

    [Fact]
    public void Side_by_side_a_scenario_takes_no_more_iterations_than_alone()
    {
        var network = InpReader.ReadFile(Repository.File("networks", "jiahe", "network.inp")).Network!;
        var alone = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken).Steps.Sum(s => s.Iterations);
        var scenarios = Enumerable.Range(0, 8).Select(_ => new ScenarioInput()).ToArray();
        Assert.All(
            Ensemble.Run(
                network, scenarios, new EnsembleOptions { Threads = 1 }, cancellation: TestContext.Current.CancellationToken),
            r => Assert.InRange(r.Results!.Steps.Sum(s => s.Iterations), alone / 2, alone * 1.05));
    }
}
