using System.Runtime.Intrinsics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// x^e of eight numbers at a time, as exp(e ln x). Written out here because results must not depend on the machine, nor
/// on how far the runtime has optimised: every step is an IEEE operation or an explicitly fused one, which is the
/// same everywhere, whereas the runtime's own vector exp and log use estimates that are not.
/// <code>
/// x = m 2^k, m in [sqrt 1/2, sqrt 2]     ln x = k ln 2 + 2 atanh((m - 1) / (m + 1))
/// y = n ln 2 + r, |r| &lt;= ln 2 / 2          exp y = 2^n exp r
/// </code>
/// with the series of atanh and exp cut off below 1e-17. Source: Muller, J.-M. (2016), Elementary Functions, chapter 11.
/// </summary>
internal static class LanePower
{
    // ln 2 in two parts, the first with so few bits that k times it is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Adding it rounds a number to an integer, which then stands in the last bits.
    private const double Rounder = 6755399441055744.0;

    // 2^52 with a biased exponent in its last bits reads as that exponent plus 2^52.
    private const long TwoTo52Bits = 0x4330_0000_0000_0000;
    private const double TwoTo52 = 4503599627370496.0;

    /// <summary>x^e; 0 where x is 0 or below 1e-300. Error below 2e-14 of the value for x above 1e-15.</summary>
    /// <param name="x">Numbers, not negative and finite.</param>
    /// <param name="e">Exponent, from 0 to 1.</param>
    public static Vector512<double> Power(Vector512<double> x, double e)
    {
        var positive = Vector512.GreaterThan(x, Vector512.Create(1e-300));
        return Vector512.ConditionalSelect(positive, Exp(e * Log(x)), Vector512<double>.Zero);
    }

    private static Vector512<double> Log(Vector512<double> x)
    {
        var bits = x.AsInt64();
        var mantissa = ((bits & Vector512.Create(0x000F_FFFF_FFFF_FFFF)) | Vector512.Create(0x3FF0_0000_0000_0000)).AsDouble();
        var exponent = ((bits >>> 52) | Vector512.Create(TwoTo52Bits)).AsDouble() - Vector512.Create(TwoTo52 + 1023);
        var large = Vector512.GreaterThan(mantissa, Vector512.Create(1.4142135623730951));
        mantissa = Vector512.ConditionalSelect(large, mantissa * 0.5, mantissa);
        exponent = Vector512.ConditionalSelect(large, exponent + Vector512<double>.One, exponent);

        // 2 atanh s = 2 s (1 + s^2/3 + s^4/5 + ...), |s| <= 0.172
        var s = (mantissa - Vector512<double>.One) / (mantissa + Vector512<double>.One);
        var z = s * s;
        var series = Vector512.Create(1.0 / 23);
        for (var n = 21; n >= 3; n -= 2)
        {
            series = Vector512.FusedMultiplyAdd(series, z, Vector512.Create(1.0 / n));
        }

        var two = s + s;
        var ln = Vector512.FusedMultiplyAdd(two * z, series, two);
        return Vector512.FusedMultiplyAdd(
            exponent, Vector512.Create(Ln2High), Vector512.FusedMultiplyAdd(exponent, Vector512.Create(Ln2Low), ln));
    }

    private static Vector512<double> Exp(Vector512<double> y)
    {
        var rounded = Vector512.FusedMultiplyAdd(y, Vector512.Create(1.4426950408889634), Vector512.Create(Rounder));
        var n = rounded - Vector512.Create(Rounder);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), y);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), r);

        // exp r = 1 + r (1 + r/2 (1 + r/3 (...))), |r| <= 0.347
        var series = Vector512<double>.One;
        for (var i = 13; i >= 1; i--)
        {
            series = Vector512.FusedMultiplyAdd(series * r, Vector512.Create(1.0 / i), Vector512<double>.One);
        }

        var scale = ((rounded.AsInt64() + Vector512.Create(1023L)) << 52).AsDouble();
        return series * scale;
    }
}
