using System.Buffers.Binary;

namespace WaterSim.Plots.Report;

/// <summary>
/// Numbers as 16-bit steps from the lowest on, which keeps a page small: four digits and more of the range. 65,535 stands for none.
/// </summary>
/// <param name="Low">Value of step 0.</param>
/// <param name="Step">Length of a step.</param>
/// <param name="Base64">The steps, little endian, as base64.</param>
internal readonly record struct PackedValues(double Low, double Step, string Base64)
{
    private const int Steps = 65_000;
    private const ushort None = ushort.MaxValue;

    public static PackedValues Of(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        if (low > high)
        {
            (low, high) = (0, 0);
        }

        var step = high > low ? (high - low) / Steps : 1;
        var bytes = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var packed = double.IsFinite(values[i]) ? (ushort)Math.Round((values[i] - low) / step) : None;
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), packed);
        }

        return new PackedValues(low, step, Convert.ToBase64String(bytes));
    }
}
