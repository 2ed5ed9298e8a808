using System.Globalization;
using System.Text;
using CsCheck;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Tests.Results;

public sealed class CsvNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(-1, "-1")]
    [InlineData(100, "100")]
    [InlineData(0.5, "0.5")]
    [InlineData(-12.25, "-12.25")]
    [InlineData(332.1, "332.1")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(0.000001, "1E-6")]
    [InlineData(-1.25e-7, "-1.25E-7")]
    [InlineData(123456789, "123456789")]
    [InlineData(123456789.4, "123456789")]
    [InlineData(1234567890123, "1234567890000")]
    [InlineData(0.123456789012, "0.123456789")]
    [InlineData(0.99999999999, "1")]
    [InlineData(9.9999999999, "10")]
    [InlineData(99999999.99, "100000000")]
    [InlineData(1e-30, "1E-30")]
    [InlineData(1e20, "1E+20")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_number_is_written_with_nine_digits(double value, string expected)
    {
        Assert.Equal(expected, Text(value));
    }

    [Fact]
    public void Every_number_reads_back_within_half_of_its_ninth_digit()
    {
        Gen.Double.Sample(value =>
        {
            if (!double.IsFinite(value))
            {
                return true;
            }

            var text = Text(value);
            var back = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            return text.Length <= CsvNumber.MaximumLength
                && Math.Abs(back - value) <= 5.0000001e-9 * Math.Abs(value);
        });
    }

    [Fact]
    public void Numbers_of_the_size_of_heads_and_flows_read_back_within_half_of_their_ninth_digit()
    {
        Gen.Select(Gen.Double[-1, 1], Gen.Int[-13, 16]).Sample((mantissa, exponent) =>
        {
            var value = mantissa * Math.Pow(10, exponent);
            var back = double.Parse("0" + (Text(value) is ['-', .. var rest] ? rest : Text(value)), NumberStyles.Float, CultureInfo.InvariantCulture);
            return Math.Abs(back - Math.Abs(value)) <= 5.0000001e-9 * Math.Abs(value);
        });
    }

    private static string Text(double value)
    {
        Span<byte> buffer = stackalloc byte[CsvNumber.MaximumLength];
        return Encoding.ASCII.GetString(buffer[..CsvNumber.Write(buffer, value)]);
    }
}
