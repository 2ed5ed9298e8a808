using WaterSim.Plots.Report;

namespace WaterSim.Plots.Tests.Report;

public class PackedValuesTests
{
    [Fact]
    public void Values_come_back_to_a_65000th_of_their_range_and_none_stays_none()
    {
        double[] values = [17.6868, double.NaN, 44.1239, 29.5];
        var packed = PackedValues.Of(values);
        var bytes = Convert.FromBase64String(packed.Base64);

        for (var i = 0; i < values.Length; i++)
        {
            var step = BitConverter.ToUInt16(bytes, 2 * i);
            var back = step == ushort.MaxValue ? double.NaN : packed.Low + (step * packed.Step);
            Assert.Equal(values[i], back, (44.2 - 17.6) / 65_000);
        }
    }

    [Theory]
    [InlineData(new double[0], 0)]
    [InlineData(new[] { double.NaN }, 0)]
    [InlineData(new[] { 5.0, 5.0 }, 5)]
    public void One_value_or_none_has_no_range(double[] values, double low)
    {
        var packed = PackedValues.Of(values);

        Assert.Equal(low, packed.Low);
        Assert.Equal(1, packed.Step);
    }
}
