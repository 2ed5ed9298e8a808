using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Conformance;

/// <summary>Our results against EPANET 2.3.5's, on published networks.</summary>
public sealed class HydraulicConformanceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Networks =>
        [.. ConformanceData.NetworkNames.Where(n => !n.StartsWith("bad_", StringComparison.Ordinal)).DefaultIfEmpty("(absent)")];

    // Where we depart from EPANET because it is wrong; shown by our residuals.
    private static readonly Dictionary<string, string> Departures = new(StringComparer.Ordinal)
    {
        ["time_controls"] = "EPANET draws 150 m3/h through a closed pipe, at a head of -5e7 m; we call the junction behind it unsupplied",
        ["tank_controls_1"] = "EPANET pumps 100 m3/h out of an empty tank through a closed pipe, at a head of -3e7 m; we call it unsupplied",
    };

    [Theory]
    [MemberData(nameof(Networks), DisableDiscoveryEnumeration = true)]
    public void Heads_flows_and_statuses_are_EPANETs(string name)
    {
        var network = Read(name);
        var reference = ReferenceResults.Read(ConformanceData.Require("reference", name + ".ref.csv.gz"));
        var results = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);
        var comparison = Comparison.Of(results, reference);
        output.WriteLine(
            $"{name}: {comparison.Values} values, worst {comparison.Worst:G3}, steps {results.Steps.Length} of {reference.Steps}, iterations {results.Steps.Sum(s => s.Iterations)} of {reference.Iterations}, outcome {results.Outcome}, mass {results.Steps.Max(s => s.MassResidual):G2} energy {results.Steps.Max(s => s.EnergyResidual):G2} balance {results.Balance.RelativeError:G2}");
        output.WriteLine($"left out: {string.Join(' ', comparison.LeftOut)}");
        if (Departures.TryGetValue(name, out var departure))
        {
            output.WriteLine($"departure: {departure}");
            Assert.NotEmpty(comparison.LeftOut);
            Assert.All(results.Steps, s => Assert.True(s.Converged && s.MassResidual < 1e-9 && s.EnergyResidual < 1e-9, $"{s}"));
            return;
        }

        Assert.True(comparison.Worst <= 1, string.Join('\n', comparison.Beyond));
    }

    private static Network Read(string name)
    {
        var read = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp"));
        Assert.NotNull(read.Network);
        var network = read.Network;
        return network with
        {
            Options = network.Options with { Accuracy = 1e-8, MaxTrials = 200, HeadError = 0, FlowChange = 0 },
        };
    }
}
