using System.Globalization;
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
        var (results, reference, comparison) = Compare(name);
        output.WriteLine(Row(name, results, reference, comparison));
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

    [Fact]
    public void Every_step_of_every_network_converges_and_the_table_says_how_far()
    {
        ConformanceData.SkipIfAbsent();
        output.WriteLine("network | values | worst deviation, tolerances | steps, EPANET's | iterations, EPANET's | mass residual, m3/s | energy residual, m | balance | left out");
        var unconverged = new List<string>();
        foreach (var name in Networks.Select(n => (string)n.Data))
        {
            var (results, reference, comparison) = Compare(name);
            output.WriteLine(Row(name, results, reference, comparison));
            if (results.Outcome != SimulationOutcome.Completed)
            {
                unconverged.Add(name);
            }
        }

        Assert.Empty(unconverged);
    }

    private static (SimulationResults Results, ReferenceResults Reference, Comparison Comparison) Compare(string name)
    {
        var network = Read(name);
        var reference = ReferenceResults.Read(ConformanceData.Require("reference", name + ".ref.csv.gz"));
        var results = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);
        return (results, reference, Comparison.Of(results, reference));
    }

    private static string Row(string name, SimulationResults results, ReferenceResults reference, Comparison comparison) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name} | {comparison.Values} | {(Departures.ContainsKey(name) ? "departure" : comparison.Worst.ToString("G3", CultureInfo.InvariantCulture))} | {results.Steps.Length}, {reference.Steps} | {results.Steps.Sum(s => s.Iterations)}, {reference.Iterations} | {results.Steps.Max(s => s.MassResidual):G2} | {results.Steps.Max(s => s.EnergyResidual):G2} | {results.Balance.RelativeError:G2} | {comparison.LeftOut.Count()}");

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
