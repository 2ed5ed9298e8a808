using System.Buffers.Binary;
using System.Collections.Immutable;
using WaterSim.IO.Epanet;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Epanet;

public sealed class EpanetOutputTests
{
    private const double GallonsPerMinute = 3.785411784e-3 / 60;

    private static readonly Network PumpAndPrv = Example("pump-and-prv");

    [Theory]
    [InlineData("two-reservoirs")]
    [InlineData("loop-with-tank")]
    [InlineData("pump-and-prv")]
    public void What_is_written_reads_back(string example)
    {
        var network = Example(example);
        var results = network.Run();

        var file = Read(Write(results)).File!;

        Assert.Equal(network.Nodes.Select(n => n.Id), file.NodeIds);
        Assert.Equal(network.Links.Select(l => l.Id), file.LinkIds);
        Assert.Equal(network.Links.Select(l => network.IndexOfNode(l.FromNode)), file.LinkStarts);
        Assert.Equal(network.Links.Select(l => network.IndexOfNode(l.ToNode)), file.LinkEnds);
        Assert.Equal(network.Nodes.Count(n => n is Junction), file.JunctionCount);
        Assert.Equal(results.Times.Length, file.Periods);
        Assert.Equal(network.Times.Duration, file.Duration);
        Assert.Equal(network.Options.FlowUnits, file.FlowUnits);
        Assert.Equal("in.inp", file.InputFile);
        Assert.Equal("out.rpt", file.ReportFile);
        Assert.Equal(results.Energy.Length, file.Energy.Length);
        var units = FileUnits.Of(network.Options);
        for (var k = 0; k < file.Periods; k++)
        {
            Same(results.Demands(k), file.Nodes(EpanetNodeVariable.Demand, k), units.FactorToSI(Quantity.Flow));
            Same(results.Heads(k), file.Nodes(EpanetNodeVariable.Head, k), units.FactorToSI(Quantity.Length));
            Same(results.Flows(k), file.Links(EpanetLinkVariable.Flow, k), units.FactorToSI(Quantity.Flow));
            Same(results.Velocities(k), file.Links(EpanetLinkVariable.Velocity, k), units.FactorToSI(Quantity.Velocity));
        }
    }

    /// <summary>Offsets are those of the EPANET 2.2 manual's output file format, worked out here by hand.</summary>
    [Fact]
    public void Bytes_stand_where_the_manual_says()
    {
        var network = new Network
        {
            Title = ["First line", "", "Third line"],
            Nodes =
            [
                Draw.Junction("Village", 10, 100 * GallonsPerMinute),
                Draw.Reservoir("Spring", 60),
                Draw.Tank("Tower", 70, 3, 12),
            ],
            Links =
            [
                Draw.Pipe("Main", "Spring", "Village"),
                new Pump { Id = "Booster", FromNode = "Village", ToNode = "Tower", Power = 500 },
            ],
            Options = Draw.Tight with { FlowUnits = FlowUnits.GallonsPerMinute },
            Times = new TimeOptions { Duration = TimeSpan.FromHours(2) },
            Energy = new EnergyOptions { DemandCharge = 2 },
        };
        var results = network.Run();
        var bytes = Write(results);

        const int prolog = 884 + (36 * 3) + (52 * 2) + (8 * 2);
        const int energy = (28 * 1) + 4;
        const int period = (16 * 3) + (32 * 2);
        Assert.Equal(prolog + energy + (3 * period) + 28, bytes.Length);
        int[] header = [516114521, 20012, 3, 2, 2, 1, 0, 0, 0, 1, 0, 0, 0, 3600, 7200];
        Assert.Equal(header, Enumerable.Range(0, 15).Select(i => Int(bytes, 4 * i)));
        Assert.Equal("First line", Text(bytes, 60, 80));
        Assert.Equal("", Text(bytes, 140, 80));
        Assert.Equal("Third line", Text(bytes, 220, 80));
        Assert.Equal("in.inp", Text(bytes, 300, 260));
        Assert.Equal("out.rpt", Text(bytes, 560, 260));
        Assert.Equal("Village", Text(bytes, 884, 32));
        Assert.Equal("Tower", Text(bytes, 884 + 64, 32));
        Assert.Equal("Booster", Text(bytes, 884 + 96 + 32, 32));
        const int starts = 884 + 96 + 64;
        int[] ends = [2, 1, 1, 3, 1, 2, 2, 3];
        Assert.Equal(ends, Enumerable.Range(0, 8).Select(i => Int(bytes, starts + (4 * i))));
        const int areas = starts + 32;
        Assert.Equal(0, Float(bytes, areas));
        Assert.Equal(Math.PI * 36 / 0.3048 / 0.3048, Float(bytes, areas + 4), 1e-3);
        Assert.Equal(10 / 0.3048, Float(bytes, areas + 8), 1e-4);
        Assert.Equal(60 / 0.3048, Float(bytes, areas + 12), 1e-4);
        Assert.Equal(1000 / 0.3048, Float(bytes, areas + 20), 1e-3);
        Assert.Equal(0.3 / 0.0254, Float(bytes, areas + 28), 1e-5);
        Assert.Equal(prolog, areas + 36);
        Assert.Equal(2, Int(bytes, prolog));
        Assert.Equal(100, Float(bytes, prolog + 4), 1e-4);
        Assert.Equal(results.Energy[0].PeakPower / 1000, Float(bytes, prolog + 20), 1e-5);
        Assert.Equal(2 * results.PeakPower / 1000, Float(bytes, prolog + 28), 1e-5);

        // Second period: demand, head, pressure, quality of 3 nodes; flow of 2 links.
        const int second = prolog + energy + period;
        Assert.Equal(100, Float(bytes, second), 1e-3);
        Assert.Equal(results.Head("Tower", 1) / 0.3048, Float(bytes, second + 20), 1e-3);
        Assert.Equal((results.Head("Village", 1) - 10) / 0.3048 * 0.4333, Float(bytes, second + 24), 1e-3);
        Assert.Equal(results.Flow("Booster", 1) / GallonsPerMinute, Float(bytes, second + 52), 1e-2);
        var loss = results.Head("Spring", 1) - results.Head("Village", 1);
        Assert.Equal(loss, Float(bytes, second + 48 + 16), 1e-4);
        Assert.Equal(-results.HeadLosses(1)[1] / 0.3048, -Float(bytes, second + 48 + 20), 1e-3);
        Assert.Equal(3, Float(bytes, second + 48 + 32));
        Assert.Equal(100, Float(bytes, second + 48 + 40), 1e-3);
        int[] epilog = [3, 0, 516114521];
        Assert.Equal(epilog, Enumerable.Range(0, 3).Select(i => Int(bytes, bytes.Length - 12 + (4 * i))));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var bytes = Write(PumpAndPrv.Run());

        for (var length = 0; length < bytes.Length; length += 97)
        {
            var read = Read(bytes[..length]);

            Assert.Null(read.File);
            Assert.Single(read.Diagnostics);
            Assert.Equal("cut.out", read.Diagnostics[0].Location!.File);
        }
    }

    [Theory]
    [InlineData(0, 1, EpanetCodes.NotResults)]
    [InlineData(4, 20010, EpanetCodes.UnknownVersion)]
    [InlineData(8, -1, EpanetCodes.ValueOutOfRange)]
    [InlineData(8, int.MaxValue, EpanetCodes.WrongLength)]
    [InlineData(12, int.MaxValue, EpanetCodes.ValueOutOfRange)]
    [InlineData(20, int.MaxValue, EpanetCodes.ValueOutOfRange)]
    [InlineData(36, 11, EpanetCodes.ValueOutOfRange)]
    [InlineData(-12, int.MaxValue, EpanetCodes.WrongLength)]
    [InlineData(-12, -3, EpanetCodes.WrongLength)]
    [InlineData(-4, 0, EpanetCodes.WrongLength)]
    public void A_damaged_number_is_named(int offset, int value, string code)
    {
        var bytes = Write(PumpAndPrv.Run());
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset < 0 ? bytes.Length + offset : offset), value);

        Assert.Equal(code, Assert.Single(Read(bytes).Diagnostics).Code);
    }

    [Fact]
    public void Damaged_results_are_read_or_refused_without_an_exception()
    {
        var sound = Write(PumpAndPrv.Run());
        var random = new Random(20_260_101);
        var refused = 0;
        for (var i = 0; i < 2000; i++)
        {
            var bytes = (byte[])sound.Clone();
            var record = random.Next(2) == 0 ? random.Next(15) : random.Next(sound.Length / 4);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * record), random.Next(3) == 0 ? random.Next() : random.Next(-10, 200));
            if (Read(bytes).File is null)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 200, 1900);
    }

    [Fact]
    public void A_link_to_a_node_that_is_not_there_is_refused()
    {
        var bytes = Write(PumpAndPrv.Run());
        var starts = 884 + (32 * (PumpAndPrv.Nodes.Length + PumpAndPrv.Links.Length));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(starts), 99_999);

        Assert.Equal(EpanetCodes.ValueOutOfRange, Assert.Single(Read(bytes).Diagnostics).Code);
    }

    [Fact]
    public void A_missing_file_is_a_diagnostic()
    {
        Assert.Equal(
            EpanetCodes.Unreadable, Assert.Single(EpanetOutputReader.ReadFile("nowhere/none.out").Diagnostics).Code);
    }

    [Fact]
    public void A_statistic_is_one_period()
    {
        var network = Example("loop-with-tank");
        var series = Read(Write(network.Run())).File!;
        ImmutableArray<ReportStatistic> statistics =
            [ReportStatistic.Average, ReportStatistic.Minimum, ReportStatistic.Maximum, ReportStatistic.Range];
        foreach (var statistic in statistics)
        {
            var one = Read(Write((network with { Times = network.Times with { Statistic = statistic } }).Run())).File!;

            Assert.Equal(1, one.Periods);
            Assert.Equal(statistic, one.Statistic);
            for (var i = 0; i < network.Nodes.Length; i++)
            {
                var heads = Enumerable.Range(0, series.Periods).Select(k => series.Nodes(EpanetNodeVariable.Head, k)[i]).ToList();
                var expected = statistic switch
                {
                    ReportStatistic.Average => heads.Average(),
                    ReportStatistic.Minimum => heads.Min(),
                    ReportStatistic.Maximum => heads.Max(),
                    _ => heads.Max() - heads.Min(),
                };
                Assert.Equal(expected, one.Nodes(EpanetNodeVariable.Head, 0)[i], 1e-4);
            }

            Assert.All(one.Links(EpanetLinkVariable.Status, 0).ToArray(), s => Assert.True(s is 2 or 3));
        }
    }

    [Fact]
    public void Long_ids_are_cut_at_a_character_and_named()
    {
        var id = new string('x', 30) + "\u6c34\u5382";
        var network = Draw.Network(
            [Draw.Junction(id, 0, 0.01), Draw.Reservoir("R", 50)], [Draw.Pipe("P", "R", id)]);
        using var stream = new MemoryStream();

        var notices = EpanetOutput.Write(network.Run(), stream);

        Assert.Equal(EpanetCodes.IdCut, Assert.Single(notices).Code);
        Assert.Equal(new string('x', 30), Read(stream.ToArray()).File!.NodeIds[0]);
    }

    private static Network Example(string name) =>
        InpReader.ReadFile(Repository.File("networks", "examples", name + ".inp")).Network!;

    private static byte[] Write(SimulationResults results)
    {
        using var stream = new MemoryStream();
        Assert.Empty(EpanetOutput.Write(results, stream, "in.inp", "out.rpt"));
        return stream.ToArray();
    }

    private static EpanetOutputReadResult Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return EpanetOutputReader.Read(stream, "cut.out");
    }

    private static void Same(ReadOnlySpan<double> si, ReadOnlySpan<float> file, double factor)
    {
        Assert.Equal(si.Length, file.Length);
        for (var i = 0; i < si.Length; i++)
        {
            Assert.Equal((float)(si[i] / factor), file[i], MathF.Abs(file[i]) * 1e-6f);
        }
    }

    private static int Int(byte[] bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset));

    private static float Float(byte[] bytes, int offset) =>
        BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(offset));

    private static string Text(byte[] bytes, int offset, int field)
    {
        var text = bytes.AsSpan(offset, field);
        Assert.Equal(0, text[^1]);
        return System.Text.Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]);
    }
}
