using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace WaterSim.Planning.Results.Tables;

/// <summary>
/// Writes numbers with nine significant digits, several times faster than the runtime's formatting, which a quarter of
/// a million rows per run repay. Digits beyond the ninth are below every tolerance of the solver.
/// </summary>
internal static class CsvNumber
{
    /// <summary>Most bytes of one number.</summary>
    public const int MaximumLength = 24;

    private const int Digits = 9;
    private const int LeastFixedExponent = -5;
    private const double Least = 1e-12;
    private const double Most = 1e15;

    // A number of ten digits.
    private const uint Full = 1_000_000_000;

    // Exact in double up to 10^22.
    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ];

    /// <summary>Writes a number; nothing for NaN. Returns the bytes written.</summary>
    public static int Write(Span<byte> to, double value)
    {
        if (double.IsNaN(value))
        {
            return 0;
        }

        if (value == 0)
        {
            to[0] = (byte)'0';
            return 1;
        }

        var size = Math.Abs(value);
        if (size is < Least or >= Most)
        {
            value.TryFormat(to, out var written, "G9", CultureInfo.InvariantCulture);
            return written;
        }

        // log10(2) times the binary exponent is at most one too low.
        var binary = (int)(BitConverter.DoubleToInt64Bits(size) >> 52) - 1023;
        var exponent = (int)Math.Floor(binary * 0.30102999566398120);
        var scaled = Scaled(size, Digits - 1 - exponent);
        if (scaled >= Full)
        {
            exponent++;
            scaled = Scaled(size, Digits - 1 - exponent);
        }

        var rounded = (uint)Math.Round(scaled);
        if (rounded >= Full)
        {
            rounded /= 10;
            exponent++;
        }

        Span<byte> digits = stackalloc byte[Digits];
        Spell(rounded, digits);
        var used = Digits;
        while (digits[used - 1] == (byte)'0')
        {
            used--;
        }

        var n = 0;
        if (value < 0)
        {
            to[n++] = (byte)'-';
        }

        return n + (exponent < LeastFixedExponent
            ? WriteScientific(to[n..], digits[..used], exponent)
            : WriteFixed(to[n..], digits[..used], exponent));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Scaled(double size, int shift) =>
        shift >= 0 ? size * PowersOfTen[shift] : size / PowersOfTen[-shift];

    private static int WriteFixed(Span<byte> to, ReadOnlySpan<byte> digits, int exponent)
    {
        var whole = exponent + 1;
        if (whole >= digits.Length)
        {
            digits.CopyTo(to);
            to[digits.Length..whole].Fill((byte)'0');
            return whole;
        }

        if (whole > 0)
        {
            digits[..whole].CopyTo(to);
            to[whole] = (byte)'.';
            digits[whole..].CopyTo(to[(whole + 1)..]);
            return digits.Length + 1;
        }

        to[0] = (byte)'0';
        to[1] = (byte)'.';
        to.Slice(2, -whole).Fill((byte)'0');
        digits.CopyTo(to[(2 - whole)..]);
        return 2 - whole + digits.Length;
    }

    private static int WriteScientific(Span<byte> to, ReadOnlySpan<byte> digits, int exponent)
    {
        var n = 0;
        to[n++] = digits[0];
        if (digits.Length > 1)
        {
            to[n++] = (byte)'.';
            digits[1..].CopyTo(to[n..]);
            n += digits.Length - 1;
        }

        to[n++] = (byte)'E';
        Utf8Formatter.TryFormat(exponent, to[n..], out var written);
        return n + written;
    }

    // Nine digits of a number below 10^9: one, and eight at once. A word of 64 bits is divided by 10,000, its halves by 100 and
    // its quarters by 10, which leaves a digit in each byte, the first in the lowest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spell(uint value, Span<byte> to)
    {
        var first = value / 100_000_000;
        to[0] = (byte)('0' + first);
        value -= first * 100_000_000;
        ulong high = value / 10_000;
        var word = high | ((value - (high * 10_000)) << 32);
        high = ((word * 10_486) >> 20) & 0x0000_007F_0000_007F; // value / 100 for values below 10,000
        word = high | ((word - (high * 100)) << 16);
        high = ((word * 103) >> 10) & 0x000F_000F_000F_000F; // value / 10 for values below 100
        word = high | ((word - (high * 10)) << 8);
        BinaryPrimitives.WriteUInt64LittleEndian(to[1..], word | 0x3030_3030_3030_3030);
    }
}
