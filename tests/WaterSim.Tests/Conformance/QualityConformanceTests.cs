using System.Globalization;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Conformance;

/// <summary>Water quality against EPANET 2.3.5's, on published networks, at the tolerance of ../shared/conformance/README.md.</summary>
public sealed class QualityConformanceTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.01;

    // Where we depart from EPANET because it is wrong.
    private static readonly Dictionary<string, (string[] Nodes, string Reason)> Departures = new(StringComparer.Ordinal)
    {
        ["BWSN_Network_1.age"] = (["JUNCTION-106", "JUNCTION-110"],
            "dead ends behind pumps that stand still: EPANET averages in what was left in the pump, which never grows older"),
    };

    public static TheoryData<string> Analyses => [.. ConformanceData.QualityNames.DefaultIfEmpty("(absent)")];

    [Theory]
    [MemberData(nameof(Analyses), DisableDiscoveryEnumeration = true)]
    public void Quality_is_EPANETs_within_a_hundredth_of_the_largest_value(string name)
    {
        var reference = ReferenceResults.Read(ConformanceData.Require("quality", name + ".ref.csv.gz"));
        var network = NetworkOf(name);
        var analysis = AnalysisOf(name, network);
        var results = ExtendedPeriod.Run(
            network, new RunOptions { Quality = [analysis] }, cancellation: TestContext.Current.CancellationToken);
        var quality = results.Quality[0];
        var unit = analysis.Kind switch
        {
            QualityKind.Age => 3600,
            QualityKind.Trace => 0.01,
            _ => QualityUnits.Of(network).Concentration,
        };
        var largest = reference.Nodes.Max(n => n.Quality);
        var times = results.Times.Select(t => (long)t.TotalSeconds).ToList();
        var leftOut = Departures.GetValueOrDefault(name, ([], "")).Nodes;
        var differences = reference.Nodes
            .Where(n => !leftOut.Contains(n.Id))
            .Select(n => (
                n.Id, n.Time, Theirs: n.Quality,
                Ours: quality.NodeColumn(times.IndexOf(n.Time), 0)[network.IndexOfNode(n.Id)] / unit))
            .OrderByDescending(d => Math.Abs(d.Ours - d.Theirs))
            .ToList();
        var worst = Math.Abs(differences[0].Ours - differences[0].Theirs) / largest;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} | {differences.Count} values | largest {largest:G4} | worst {worst:P3} of it | mass ratio - 1: {quality.Balances[0].Ratio - 1:G2}"));
        output.WriteLine($"left out: {string.Join(' ', leftOut)}");
        Assert.True(worst <= Tolerance, string.Join('\n', differences.Take(8)));
        Assert.Equal(1, quality.Balances[0].Ratio, 1e-9);
    }

    private static Network NetworkOf(string name)
    {
        var file = name.Split('.')[0] + ".inp";
        var read = InpReader.ReadFile(ConformanceData.Require("networks", file));
        Assert.NotNull(read.Network);
        var network = read.Network;
        if (!name.EndsWith(".age", StringComparison.Ordinal) || network.Quality.Mode == QualityMode.Age)
        {
            return network;
        }

        // The reference is that of the file with its analysis replaced: its initial concentrations are then ages in hours.
        var unit = 3600 / QualityUnits.Of(network).Concentration;
        return network with
        {
            Quality = network.Quality with { Mode = QualityMode.Age },
            Nodes = [.. network.Nodes.Select(n => n with { InitialQuality = n.InitialQuality * unit })],
        };
    }

    private static QualityAnalysis AnalysisOf(string name, Network network) => name.Split('.') switch
    {
        [_, "age"] => QualityAnalysis.Age,
        [_, var trace] when trace.StartsWith("trace-", StringComparison.Ordinal) => QualityAnalysis.Trace(trace["trace-".Length..]),
        _ => QualityAnalysis.Of(network) ?? throw new InvalidOperationException($"{name} asks for no quality"),
    };
}
