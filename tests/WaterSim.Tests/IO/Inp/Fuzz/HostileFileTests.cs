using System.Diagnostics;
using System.Text;
using WaterSim.IO.Inp;

namespace WaterSim.Tests.IO.Inp.Fuzz;

/// <summary>Files made to take the reader's memory or time.</summary>
public sealed class HostileFileTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(200_000_000)]
    [InlineData(long.MaxValue)]
    public void A_line_without_end_is_refused_where_it_stands(long length)
    {
        using var stream = new EndlessLine(Encoding.ASCII.GetBytes(InpFile.Frame + "[PATTERNS]\n A 1 2\n"), "1 ", length);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = InpReader.Read(stream, "long.inp");

        var error = Assert.Single(result.Diagnostics);
        Assert.Equal((InpCodes.LineTooLong, stream.HeadLines), (error.Code, error.Location!.Line));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void A_long_line_in_bytes_at_hand_is_refused_where_it_stands()
    {
        var text = InpFile.Frame + "[TITLE]\n" + new string('x', 2_097_153) + "\n more\n";

        var error = Assert.Single(InpFile.Read(text).Diagnostics);

        Assert.Equal((InpCodes.LineTooLong, InpFile.Frame.Count(c => c == '\n') + 2), (error.Code, error.Location!.Line));
        Assert.NotNull(InpFile.Read(InpFile.Frame + "[TITLE]\n" + new string('x', 2_097_152) + "\n more\n").Network);
    }

    [Fact]
    public void A_curve_of_a_million_points_is_read_and_used()
    {
        var text = new StringBuilder(InpFile.Frame).Append("[TANKS]\n T 50 2 1 4 10 0 C\n[PIPES]\n P3 J2 T 100 100 100\n[CURVES]\n");
        for (var i = 0; i < 1_000_000; i++)
        {
            text.Append(" C ").Append(i).Append(' ').Append(10 * i).Append('\n');
        }

        var clock = Stopwatch.StartNew();
        var network = InpFile.Network(text.ToString());

        Assert.Equal(1_000_000, network.FindCurve("C")!.Points.Length);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Longest);
    }

    [Fact]
    public void A_million_faults_on_one_line_behind_blanks_are_told_in_bounds()
    {
        var text = InpFile.Frame + "[PATTERNS]\n" + new string('x', 100_000) + new string(' ', 1_000_000) +
            string.Concat(Enumerable.Repeat("y ", 450_000));

        var clock = Stopwatch.StartNew();
        var result = InpFile.Read(text);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Longest);
        Assert.InRange(result.Diagnostics.Length, 10_000, 10_010);
        Assert.All(result.Diagnostics, d => Assert.InRange(d.ToString().Length, 0, 5_000));
    }

    [Fact]
    public void A_hundred_thousand_pumps_each_with_its_own_curve_are_read_in_bounds()
    {
        var text = new StringBuilder("[RESERVOIRS]\n R 1\n[JUNCTIONS]\n J 1\n[PUMPS]\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append(" P").Append(i).Append(" R J HEAD C").Append(i).Append('\n');
        }

        text.Append("[CURVES]\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append(" C").Append(i).Append(" 1 1\n");
        }

        var clock = Stopwatch.StartNew();
        Assert.Equal(100_000, InpFile.Network(text.ToString()).Curves.Length);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Longest);
    }

    /// <summary>A head of text, and then one line that goes on and on.</summary>
    private sealed class EndlessLine(byte[] head, string words, long length) : Stream
    {
        private long _position;

        public int HeadLines => head.AsSpan().Count((byte)'\n') + 1;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var n = 0;
            for (; n < count && _position < length; n++, _position++)
            {
                buffer[offset + n] = _position < head.Length ? head[_position] : (byte)words[(int)(_position % words.Length)];
            }

            return n;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
