using System.Buffers.Binary;
using System.Text;
using WaterSim.IO.Epanet;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Conformance;

/// <summary>EPANET's binary results of public networks, held byte by byte to the manual and to EPANET's own values.</summary>
public sealed class EpanetOutputConformanceTests
{
    // Tolerances of ../shared/conformance/README.md, twice: the file holds single precision.
    private const double Absolute = 0.002;
    private const double Relative = 2e-4;

    [Theory]
    [InlineData("Net1")]
    [InlineData("Net3")]
    [InlineData("ky4")]
    public void Bytes_hold_EPANETs_values_where_the_manual_says(string name)
    {
        var network = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp")).Network!;
        var reference = ReferenceResults.Read(ConformanceData.Require("reference", name + ".ref.csv.gz"));
        var results = (network with { Options = network.Options with { Accuracy = 1e-8, MaxTrials = 200 } }).Run();
        using var stream = new MemoryStream();
        Assert.Empty(EpanetOutput.Write(results, stream, name + ".inp", ""));
        var bytes = stream.ToArray();

        // The layout by hand: EPANET 2.2 manual, output file format.
        var (n, l) = (network.Nodes.Length, network.Links.Length);
        var tanks = network.Nodes.Count(x => x is not Junction);
        var pumps = network.Links.Count(x => x is Pump);
        var (prolog, period) = (884 + (36 * n) + (52 * l) + (8 * tanks), (16 * n) + (32 * l));
        var start = prolog + (28 * pumps) + 4;
        Assert.Equal(start + (results.Times.Length * period) + 28, bytes.Length);
        int[] counts = [516114521, 20012, n, tanks, l, pumps, network.Links.Count(x => x is Valve)];
        Assert.Equal(counts, Enumerable.Range(0, 7).Select(i => Int(bytes, 4 * i)));
        Assert.Equal(516114521, Int(bytes, bytes.Length - 4));
        Assert.Equal(results.Times.Length, Int(bytes, bytes.Length - 12));

        var nodes = Ids(bytes, 884, n);
        var links = Ids(bytes, 884 + (32 * n), l);
        var largest = reference.Links.Max(r => Math.Abs(r.Flow));
        var step = Math.Max(1, (long)network.Times.ReportStep.TotalSeconds);
        foreach (var row in reference.Nodes)
        {
            var at = start + ((int)(row.Time / step) * period) + (4 * nodes[row.Id]);
            Near(row.Demand, Float(bytes, at), Relative * largest);
            Near(row.Head, Float(bytes, at + (4 * n)), Absolute);
            Near(row.Pressure, Float(bytes, at + (8 * n)), Absolute);
        }

        foreach (var row in reference.Links)
        {
            var at = start + ((int)(row.Time / step) * period) + (16 * n) + (4 * links[row.Id]);
            Near(row.Flow, Float(bytes, at), Relative * largest);
            if (Math.Abs(row.Flow) > Relative * largest)
            {
                Assert.Equal(row.IsOpen, Float(bytes, at + (16 * l)) >= 3);
            }
        }

        stream.Position = 0;
        var file = EpanetOutputReader.Read(stream).File!;
        Assert.Equal(nodes.Keys, file.NodeIds);
        Assert.Equal(links.Keys, file.LinkIds);
        Assert.Equal(Float(bytes, start), file.Nodes(EpanetNodeVariable.Demand, 0)[0]);
    }

    [Theory]
    [InlineData("Net1", "Net1", 1)]
    [InlineData("Net3", "Net3.trace-Lake", 3)]
    [InlineData("example1_2comp", "example1_2comp", 1)]
    public void Quality_in_the_file_is_EPANETs_within_a_hundredth_of_the_largest_value(string name, string quality, int mode)
    {
        var network = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp")).Network!;
        var reference = ReferenceResults.Read(ConformanceData.Require("quality", quality + ".ref.csv.gz"));
        var results = ExtendedPeriod.Run(
            network, new RunOptions { Quality = [QualityAnalysis.Of(network)!] },
            cancellation: TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        EpanetOutput.Write(results, stream);
        stream.Position = 0;
        var file = EpanetOutputReader.Read(stream).File!;

        Assert.Equal(mode, file.QualityMode);
        Assert.Equal(network.Quality.TraceNodeId, file.TracedNode < 0 ? null : file.NodeIds[file.TracedNode]);
        var largest = reference.Nodes.Max(n => n.Quality);
        foreach (var row in reference.Nodes)
        {
            var period = (int)(row.Time / (long)network.Times.ReportStep.TotalSeconds);
            Assert.Equal(
                row.Quality, file.Nodes(EpanetNodeVariable.Quality, period)[file.NodeIds.IndexOf(row.Id)], 0.01 * largest);
        }
    }

    // Seen in EPANET 2.3.5's own file of Net1, mg/h: bulk, wall, tank, source. It takes decay as 1 + k dt, we as exp(k dt).
    [Fact]
    public void Mean_reaction_rates_of_Net1_are_EPANETs_within_a_hundredth()
    {
        var network = InpReader.ReadFile(ConformanceData.Require("networks", "Net1.inp")).Network!;
        var results = ExtendedPeriod.Run(
            network, new RunOptions { Quality = [QualityAnalysis.Chemical] }, cancellation: TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        EpanetOutput.Write(results, stream);
        stream.Position = 0;
        var rates = EpanetOutputReader.Read(stream).File!.ReactionRates;

        double[] epanet = [18_845.367, 85_652.227, 115_168.164, 0];
        Assert.All(epanet.Zip(rates), pair => Assert.InRange(pair.Second, 0.99 * pair.First, 1.01 * pair.First));
    }

    private static Dictionary<string, int> Ids(byte[] bytes, int offset, int count) => Enumerable.Range(0, count)
        .ToDictionary(i => Encoding.UTF8.GetString(bytes, offset + (32 * i), 32).TrimEnd('\0'), i => i, StringComparer.Ordinal);

    private static void Near(double expected, double actual, double absolute) =>
        Assert.InRange(actual, expected - absolute - (Relative * Math.Abs(expected)), expected + absolute + (Relative * Math.Abs(expected)));

    private static int Int(byte[] bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset));

    private static float Float(byte[] bytes, int offset) => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(offset));
}
