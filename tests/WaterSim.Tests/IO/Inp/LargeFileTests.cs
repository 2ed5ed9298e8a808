using System.Text;
using WaterSim.Generation;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Inp;

/// <summary>Files that are larger than what is read at once: they are never in memory as a whole.</summary>
public sealed class LargeFileTests : IDisposable
{
    // 4.7 MB.
    private static readonly string County = InpWriter.ToText(CountyGenerator.Generate(20_000, 3));

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void It_is_read_as_it_is_from_memory()
    {
        var read = Read(Encoding.UTF8.GetBytes(County));

        Assert.Empty(read.Diagnostics);
        Assert.Null(Structure.Difference(CountyGenerator.Generate(20_000, 3), read.Network));
        Assert.Equal(20_000, read.Network!.Nodes.Length);
    }

    [Fact]
    public void The_end_nodes_that_the_reader_leaves_are_those_that_the_ids_name()
    {
        var network = InpFile.Network(County);
        var lookedUp = (network with { Links = network.Links }).Ends;

        Assert.Equal(lookedUp.From, network.Ends.From);
        Assert.Equal(lookedUp.To, network.Ends.To);
    }

    [Theory]
    [InlineData("\r\n", true)]
    [InlineData("\n", true)]
    [InlineData("\r\n", false)]
    public void Faults_far_down_are_told_with_their_lines(string lineBreak, bool hasMark)
    {
        var lines = County.Split('\n');
        foreach (var share in new[] { 0.02, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 0.9, 0.97 })
        {
            lines[(int)(share * lines.Length)] = " nowhere nobody 1x";
        }

        lines[17_000] = "[JUNCTION";
        lines[18_000] = "  [FOO] ; unknown";
        lines[19_000] = "  [JUNCTIONS]";
        var text = string.Join(lineBreak, lines).TrimEnd();

        var read = Read([.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);

        Assert.Contains(read.Diagnostics, d => d.Location!.Line == (int)(0.6 * lines.Length) + 1);
        Assert.Contains(read.Diagnostics, d => d.Code == InpCodes.UnknownSection && d.Location!.Line == 18_001);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_read_as_what_it_is()
    {
        var bytes = Encoding.Latin1.GetBytes(County + "\n[TITLE]\n Z\u00FCrich\n");

        // Behind [END] nothing is read, but it is text of the same encoding.
        Assert.Equal(InpCodes.EncodingAssumed, Assert.Single(Read(bytes).Diagnostics).Code);
        Assert.NotNull(Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(County)).ToArray()).Network);
    }

    [Fact]
    public void A_zero_byte_or_a_long_line_far_down_is_refused_where_it_stands()
    {
        var line = County.Count(c => c == '\n') + 1;

        var zero = Assert.Single(Read(Encoding.UTF8.GetBytes(County + "\0")).Diagnostics);
        var longLine = Assert.Single(Read(Encoding.UTF8.GetBytes(County + new string('x', InpScan.LongestLine + 1) + "\n\0")).Diagnostics);

        Assert.Equal((InpCodes.NotText, line), (zero.Code, zero.Location!.Line));
        Assert.Equal((InpCodes.LineTooLong, line), (longLine.Code, longLine.Location!.Line));
        Assert.Empty(Read(Encoding.UTF8.GetBytes(County + new string('x', InpScan.LongestLine))).Diagnostics);
    }

    [Fact]
    public void A_file_that_takes_no_memory_is_refused_without_taking_any()
    {
        using (var file = File.Create(_path))
        {
            file.SetLength(400_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(InpCodes.LineTooLong, Assert.Single(InpReader.ReadFile(_path).Diagnostics).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    // Reads bytes from the disk and from memory, which must be the same.
    private InpReadResult Read(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        var fromDisk = InpReader.ReadFile(_path);
        var fromMemory = InpReader.Read(bytes, _path);
        Assert.Equal(fromMemory.Diagnostics.Select(d => d.ToString()), fromDisk.Diagnostics.Select(d => d.ToString()));
        Assert.Null(Structure.Difference(fromMemory.Network, fromDisk.Network));
        Assert.Equal(fromMemory.Sources.Find(ElementKind.Link, 15_000), fromDisk.Sources.Find(ElementKind.Link, 15_000));
        return fromDisk;
    }
}
