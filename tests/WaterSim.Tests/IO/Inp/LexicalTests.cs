using System.Text;
using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Tests.IO.Inp;

public sealed class LexicalTests
{
    private const string Chinese = "[JUNCTIONS]\n 村口 1 ;嘉禾县城南水厂供水管网\n[RESERVOIRS]\n 水库 9\n[PIPES]\n 管 水库 村口 10 100 100\n";

    [Theory]
    [InlineData("1", 1)]
    [InlineData("-2.5", -2.5)]
    [InlineData("+.5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("1.5E-3", 0.0015)]
    [InlineData("0.1", 0.1)]
    [InlineData("123456789012345678901234567890", 1.2345678901234568e29)]
    [InlineData("2.2250738585072014E-308", 2.2250738585072014E-308)]
    [InlineData("0.30000000000000004", 0.30000000000000004)]
    [InlineData("9007199254740993", 9007199254740992)]
    public void Numbers_are_read_correctly_rounded(string text, double value)
    {
        Assert.True(InpNumber.TryParse(Encoding.ASCII.GetBytes(text), out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("1e999")]
    [InlineData("12a")]
    public void What_is_no_finite_decimal_number_is_refused(string text) =>
        Assert.False(InpNumber.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Numbers_agree_with_the_framework_on_every_shape() =>
        CsCheck.Check.Sample(CsCheck.Gen.Double[-1e30, 1e30], x =>
        {
            foreach (var format in new[] { "R", "G9", "F3", "E6" })
            {
                var text = x.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(InpNumber.TryParse(Encoding.ASCII.GetBytes(text), out var read));
                Assert.Equal(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), read);
            }
        });

    [Fact]
    public void Numbers_of_many_digits_are_read_correctly_rounded() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.ULong[1, 9_999_999_999_999_999_999], CsCheck.Gen.Int[0, 22]), (digits, decimals) =>
            {
                var text = digits.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
                text = text.Insert(text.Length - decimals, ".");
                Assert.True(InpNumber.TryParse(Encoding.ASCII.GetBytes(text), out var read));
                Assert.Equal(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), read);
            });

    [Fact]
    public void Numbers_half_way_between_two_are_rounded_to_the_even_one() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.ULong[1UL << 52, 1UL << 53], CsCheck.Gen.Int[0, 5], CsCheck.Gen.Int[-1, 1]),
            (mantissa, halvings, off) =>
            {
                // (2 m + 1) / 2 lies between m and m + 1, and after more halvings between two that are as far apart.
                var half = (decimal)((2 * mantissa) + 1) / (1UL << (halvings + 1));
                var text = half.ToString(System.Globalization.CultureInfo.InvariantCulture);
                var digits = text.Replace(".", "", StringComparison.Ordinal);
                Assert.True(InpNumber.TryParse(Encoding.ASCII.GetBytes(text), out var read));
                Assert.Equal(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), read);
                if (digits.Length <= 19 && text.Contains('.', StringComparison.Ordinal))
                {
                    var near = ulong.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) + (ulong)off;
                    var decimals = text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1;
                    text = near.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    text = text.Insert(text.Length - decimals, ".");
                    Assert.Equal(
                        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
                        DecimalFraction.Round(near, decimals));
                }
            });

    [Theory]
    [InlineData("2", "", 7200)]
    [InlineData("1.5", "", 5400)]
    [InlineData("1:30", "", 5400)]
    [InlineData("1:30:15", "", 5415)]
    [InlineData("90", "SEC", 90)]
    [InlineData("90", "min", 5400)]
    [InlineData("3", "hours", 10800)]
    [InlineData("2", "DAYS", 172800)]
    [InlineData("12", "AM", 0)]
    [InlineData("12:30", "PM", 45000)]
    [InlineData("1:50", "pm", 49800)]
    [InlineData("6", "AM", 21600)]
    public void Times_are_read_in_every_form(string value, string units, int seconds)
    {
        Assert.True(InpTime.TryParse(Encoding.ASCII.GetBytes(value), Encoding.ASCII.GetBytes(units), out var time));
        Assert.Equal(seconds, time.TotalSeconds);
    }

    [Theory]
    [InlineData("0:00:00:00", "")]
    [InlineData("-1", "")]
    [InlineData("13", "PM")]
    [InlineData("14:00", "AM")]
    [InlineData("5", "WEEKS")]
    [InlineData("1:00", "MIN")]
    [InlineData("noon", "")]
    [InlineData("1e30", "")]
    public void What_is_no_time_is_refused(string value, string units) =>
        Assert.False(InpTime.TryParse(Encoding.ASCII.GetBytes(value), Encoding.ASCII.GetBytes(units), out _));

    [Fact]
    public void Line_breaks_tabs_case_and_short_headings_do_not_matter()
    {
        var network = InpFile.Network(InpFile.Frame
            .Replace("[JUNCTIONS]", "[junc", StringComparison.Ordinal)
            .Replace("[PIPES]", "  [Pipe]", StringComparison.Ordinal)
            .Replace(' ', '\t')
            .ReplaceLineEndings("\r\n"));

        Assert.Equal(3, network.Nodes.Length);
        Assert.Equal(2, network.Links.Length);
    }

    [Fact]
    public void What_follows_the_end_is_not_read() =>
        Assert.Equal(3, InpFile.Network(InpFile.Frame + "[END]\n[NONSENSE]\n x y\n").Nodes.Length);

    [Fact]
    public void Ids_in_quotes_hold_blanks_and_are_written_so()
    {
        var network = InpFile.Network("""
            [JUNCTIONS]
             "mill pond" 1
            [RESERVOIRS]
             R 9
            [PIPES]
             "main 1" R "mill pond" 10 100 100
            """);

        Assert.Equal("mill pond", network.Nodes[0].Id);
        Assert.Equal("main 1", InpFile.Network(InpWriter.ToText(network)).Links[0].Id);
    }

    [Fact]
    public void Ids_have_any_length()
    {
        var id = new string('n', 5000);

        Assert.NotNull(InpFile.Network(InpFile.Frame.Replace("J2", id, StringComparison.Ordinal)).FindNode(id));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var result = InpReader.Read((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Chinese)], "a.inp");

        Assert.NotNull(result.Network?.FindNode("村口"));
        Assert.Empty(result.Diagnostics);
    }

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("gbk", "GBK")]
    [InlineData("utf-16", "UTF-16")]
    public void Chinese_is_read_from_every_encoding_and_a_notice_says_which(string encoding, string? named)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var coding = Encoding.GetEncoding(encoding);

        var result = InpReader.Read((byte[])[.. coding.GetPreamble(), .. coding.GetBytes(Chinese)], "a.inp");

        Assert.Equal("嘉禾县城南水厂供水管网", result.Network?.FindNode("村口")?.Comment);
        Assert.Equal(named is not null, result.Diagnostics.Any(d => d.Code == InpCodes.EncodingAssumed));
        Assert.True(named is null || result.Diagnostics[0].Message.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Accented_letters_that_are_neither_UTF8_nor_GBK_are_read_as_Latin_1()
    {
        var text = InpFile.Frame.Replace("J2 12 0", "J2 12 0 ;Förderhöhe bei Zürich, à côté", StringComparison.Ordinal);

        var result = InpReader.Read(Encoding.Latin1.GetBytes(text), "a.inp");

        Assert.Equal("Förderhöhe bei Zürich, à côté", result.Network?.FindNode("J2")?.Comment);
        Assert.Contains("Latin-1", InpFile.Single(result, InpCodes.EncodingAssumed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_refused_as_no_text()
    {
        var result = InpReader.Read((byte[])[1, 2, 10, 0, 3], "a.out");

        Assert.Null(result.Network);
        Assert.Equal("a.out:2", InpFile.Single(result, InpCodes.NotText).Location?.ToString());
    }

    [Fact]
    public void A_missing_file_is_a_diagnostic_not_an_exception()
    {
        var result = InpReader.ReadFile("no/such/network.inp");

        Assert.True(result.HasErrors);
        Assert.Equal(InpCodes.Unreadable, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void A_column_counts_characters_not_bytes()
    {
        var result = InpFile.Read("[JUNCTIONS]\n 村口村 x\n[RESERVOIRS]\n R 1\n[PIPES]\n P R 村口村 1 1 1\n");

        Assert.Equal("test.inp:2:6", InpFile.Single(result, InpCodes.NotANumber).Location?.ToString());
    }
}
