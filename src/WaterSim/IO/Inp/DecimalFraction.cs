using System.Numerics;

namespace WaterSim.IO.Inp;

/// <summary>Decimal fractions of up to 19 digits, correctly rounded without the long way.</summary>
/// <remarks>
/// D. Lemire, Number parsing at a gigabyte per second, Software: Practice and Experience 51 (2021), 1700-1727, with those
/// powers of ten only that numbers in tables have. Coordinates and elevations often come with 16 to 18 digits.
/// </remarks>
internal static class DecimalFraction
{
    /// <summary>Most digits behind the point.</summary>
    public const int MostDecimals = 22;

    private const int MantissaBits = 52;
    private const int Bias = 1023;

    // Of numbers with more digits behind the point none lies half way between two doubles (section 8.1).
    private const int MostDecimalsHalfWay = 4;

    // 1 / 5^n as 128 bits of which the first is set, rounded up; 1 / 10^n has the same digits.
    private static readonly (ulong High, ulong Low)[] Reciprocals = MakeReciprocals();

    /// <summary>The double nearest to <c>digits / 10^decimals</c>; of two as near the even one.</summary>
    /// <param name="digits">All digits as a whole number, not 0.</param>
    /// <param name="decimals">How many of them stand behind the point, 0 to <see cref="MostDecimals"/>.</param>
    public static double Round(ulong digits, int decimals)
    {
        var zeros = BitOperations.LeadingZeroCount(digits);
        var (high, low) = Reciprocals[decimals];
        var upper = Math.BigMul(digits << zeros, high, out var lower);

        // The bits below those that are kept are all ones: what the lower half adds may carry.
        if ((upper & 0x1FF) == 0x1FF)
        {
            var more = Math.BigMul(digits << zeros, low, out _);
            lower += more;
            upper += lower < more ? 1UL : 0;
        }

        // The mantissa and one bit below it; whether the product begins with a one depends on its factors.
        var top = (int)(upper >> 63);
        var shift = top + 64 - MantissaBits - 3;
        var mantissa = upper >> shift;
        var exponent = PowerOfTwo(-decimals) + top - zeros + Bias;
        var isHalfWay = lower <= 1 && decimals <= MostDecimalsHalfWay && (mantissa & 3) == 1 && mantissa << shift == upper;
        mantissa = (mantissa + (isHalfWay ? 0 : mantissa & 1)) >> 1;
        if (mantissa >= 2UL << MantissaBits)
        {
            mantissa = 1UL << MantissaBits;
            exponent++;
        }

        return BitConverter.UInt64BitsToDouble(
            (mantissa & ~(1UL << MantissaBits)) | ((ulong)exponent << MantissaBits));
    }

    // floor(n log2(10)) + 63.
    private static int PowerOfTwo(int n) => (((152_170 + 65_536) * n) >> 16) + 63;

    private static (ulong High, ulong Low)[] MakeReciprocals()
    {
        var made = new (ulong High, ulong Low)[MostDecimals + 1];
        made[0] = (1UL << 63, 0);
        UInt128 power = 1;
        for (var n = 1; n <= MostDecimals; n++)
        {
            power *= 5;
            var (high, rest) = UInt128.DivRem(UInt128.One << (128 - (int)UInt128.LeadingZeroCount(power) + 63), power);
            var whole = (high << 64) + ((rest << 64) / power) + 1;
            made[n] = ((ulong)(whole >> 64), (ulong)whole);
        }

        return made;
    }
}
