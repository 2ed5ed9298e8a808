using System.Globalization;

namespace WaterSim.IO.Inp;

/// <summary>Decimal numbers as bytes.</summary>
internal static class InpNumber
{
    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ];

    /// <summary>
    /// Reads a finite decimal number, correctly rounded. Hexadecimal, infinity and NaN, which C's strtod takes, are
    /// refused: nobody means them.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var i = 0;
        var negative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            i = 1;
        }

        ulong mantissa = 0;
        var digits = 0;
        var significant = 0;
        var exponent = 0;
        for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++, digits++)
        {
            mantissa = (mantissa * 10) + (uint)(text[i] - '0');
            significant += mantissa != 0 ? 1 : 0;
        }

        if (i < text.Length && text[i] == '.')
        {
            for (i++; i < text.Length && (uint)(text[i] - '0') <= 9; i++, digits++, exponent--)
            {
                mantissa = (mantissa * 10) + (uint)(text[i] - '0');
                significant += mantissa != 0 ? 1 : 0;
            }
        }

        if (digits == 0)
        {
            return false;
        }

        if (i < text.Length && text[i] is (byte)'e' or (byte)'E')
        {
            if (!TryExponent(text[(i + 1)..], out var written))
            {
                return false;
            }

            exponent += written;
            i = text.Length;
        }

        if (i != text.Length)
        {
            return false;
        }

        // A mantissa below 2^53 and a power of ten that is exact give the correctly rounded quotient or product
        // (Clinger 1990); all else goes the long way.
        if (significant <= 15 && exponent is >= -22 and <= 22)
        {
            value = exponent < 0 ? mantissa / PowersOfTen[-exponent] : mantissa * PowersOfTen[exponent];
            value = negative ? -value : value;
            return true;
        }

        if (significant <= 19 && exponent is >= -DecimalFraction.MostDecimals and <= 0)
        {
            value = DecimalFraction.Round(mantissa, -exponent);
            value = negative ? -value : value;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) &&
            double.IsFinite(value);
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        var i = 0;
        var negative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            i = 1;
        }

        if (i == text.Length)
        {
            return false;
        }

        for (; i < text.Length; i++)
        {
            if ((uint)(text[i] - '0') > 9)
            {
                return false;
            }

            exponent = Math.Min(100_000, (exponent * 10) + (text[i] - '0'));
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }
}
