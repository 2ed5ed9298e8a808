using System.Runtime.CompilerServices;

namespace WaterSim.Numerics;

/// <summary>
/// Logarithm, exponential and power of several numbers at a time. Written out here because results must not depend on
/// the machine, nor on how far the runtime has optimised: the runtime's own vector exp and log use estimates that do.
/// <code>
/// x = m 2^k, m in [sqrt 1/2, sqrt 2]     ln x = k ln 2 + 2 atanh((m - 1) / (m + 1))
/// y = n ln 2 + r, |r| &lt;= ln 2 / 2          exp y = 2^n exp r
/// x^e = exp(e ln x)
/// </code>
/// with the series of atanh and exp cut off below 1e-14. Source: Muller, J.-M. (2016), Elementary Functions, chapter 11.
/// </summary>
internal static class LaneMath
{
    // ln 2 in two parts, the first with so few bits that k times it is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Adding it rounds a number to an integer, which then stands in the last bits.
    private const double Rounder = 6755399441055744.0;

    /// <summary>x^e; 0 where x is below 1e-300. Error below 3e-14 of the value for x above 1e-15.</summary>
    /// <param name="x">Numbers, not negative and finite.</param>
    /// <param name="e">Exponent, so that x^e is a normal number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Power<T>(T x, T e)
        where T : struct, ILanes<T> => T.Where(T.Less(T.Of(1e-300), x), Exp(e * Log(x)));

    /// <summary>Natural logarithm; the error is below 2e-14.</summary>
    /// <param name="x">Numbers, positive and normal.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : struct, ILanes<T>
    {
        var mantissa = T.Split(x, out var exponent);
        var large = T.Less(T.Of(1.4142135623730951), mantissa);
        mantissa = T.Select(large, mantissa * T.Of(0.5), mantissa);
        exponent += T.Where(large, T.Of(1));

        // 2 atanh s = 2 s (1 + s^2/3 + s^4/5 + ...), |s| <= 0.172; even and odd terms apart, so that neither waits.
        var s = (mantissa - T.Of(1)) / (mantissa + T.Of(1));
        var z = s * s;
        var zz = z * z;
        var odd = T.MultiplyAdd(T.Of(1.0 / 15), zz, T.Of(1.0 / 11));
        var even = T.MultiplyAdd(T.Of(1.0 / 13), zz, T.Of(1.0 / 9));
        odd = T.MultiplyAdd(odd, zz, T.Of(1.0 / 7));
        even = T.MultiplyAdd(even, zz, T.Of(1.0 / 5));
        odd = T.MultiplyAdd(odd, zz, T.Of(1.0 / 3));
        var series = T.MultiplyAdd(even, z, odd);
        var two = s + s;
        var ln = T.MultiplyAdd(two * z, series, two);
        return T.MultiplyAdd(exponent, T.Of(Ln2High), T.MultiplyAdd(exponent, T.Of(Ln2Low), ln));
    }

    /// <summary>Exponential; the error is below 1e-14 of the value.</summary>
    /// <param name="y">Numbers from -708 to 709.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T y)
        where T : struct, ILanes<T>
    {
        var rounded = T.MultiplyAdd(y, T.Of(1.4426950408889634), T.Of(Rounder));
        var n = rounded - T.Of(Rounder);
        var r = T.MultiplyAdd(n, T.Of(-Ln2High), y);
        r = T.MultiplyAdd(n, T.Of(-Ln2Low), r);

        // exp r = sum of r^i / i!, |r| <= 0.347; even and odd terms apart.
        var rr = r * r;
        var odd = T.MultiplyAdd(T.Of(1.0 / 39916800), rr, T.Of(1.0 / 362880));
        var even = T.MultiplyAdd(T.Of(1.0 / 3628800), rr, T.Of(1.0 / 40320));
        odd = T.MultiplyAdd(odd, rr, T.Of(1.0 / 5040));
        even = T.MultiplyAdd(even, rr, T.Of(1.0 / 720));
        odd = T.MultiplyAdd(odd, rr, T.Of(1.0 / 120));
        even = T.MultiplyAdd(even, rr, T.Of(1.0 / 24));
        odd = T.MultiplyAdd(odd, rr, T.Of(1.0 / 6));
        even = T.MultiplyAdd(even, rr, T.Of(1.0 / 2));
        odd = T.MultiplyAdd(odd, rr, T.Of(1));
        even = T.MultiplyAdd(even, rr, T.Of(1));
        return T.Scale(T.MultiplyAdd(odd, r, even), rounded);
    }
}
