using System.Runtime.CompilerServices;

namespace WaterSim.Numerics;

/// <summary>
/// Logarithm, exponential and power of several numbers at a time. Written out here because results must not depend on
/// the machine, nor on how far the runtime has optimised: the runtime's own vector exp and log use estimates that do.
/// <code>
/// x = m 2^k, m in [sqrt 1/2, sqrt 2]     log2 x = k + s P(s^2),  s = (m - 1) / (m + 1)
/// y = n + f, |f| &lt;= 1/2                  2^y = 2^n Q(f)
/// x^e = 2^(e log2 x)
/// </code>
/// P approximates 2 atanh(s) / (s ln 2) within 8e-14, Q approximates 2^f within 1.4e-14: polynomials through the Chebyshev
/// nodes of their intervals. Source: Muller, J.-M. (2016), Elementary Functions, chapters 3 and 11.
/// </summary>
internal static class LaneMath
{
    private const double Ln2 = 0.69314718055994530942;

    // Adding it rounds a number to an integer, which then stands in the last bits.
    private const double Rounder = 6755399441055744.0;

    /// <summary>x^e; next to nothing, below 1e-200, where x is 0. Error below 3e-14 of the value for x above 1e-15.</summary>
    /// <param name="x">Numbers, not negative and finite.</param>
    /// <param name="e">Exponent, from 0.5 to 1 where x may be 0; else so that x^e is a normal number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Power<T>(T x, T e)
        where T : struct, ILanes<T> => Exp2(e * Log2(x));

    /// <summary>Natural logarithm; the error is below 3e-14.</summary>
    /// <param name="x">Numbers, positive and normal.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : struct, ILanes<T> => T.Of(Ln2) * Log2(x);

    /// <summary>Logarithm to the base 2; the error is below 3e-14.</summary>
    /// <param name="x">Numbers, positive and normal.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log2<T>(T x)
        where T : struct, ILanes<T>
    {
        var mantissa = T.Split(x, out var exponent);
        var large = T.Less(T.Of(1.4142135623730951), mantissa);
        mantissa = T.Select(large, mantissa * T.Of(0.5), mantissa);
        exponent += T.Where(large, T.Of(1));

        // Even and odd terms apart, so that neither waits for the other.
        var s = (mantissa - T.Of(1)) / (mantissa + T.Of(1));
        var z = s * s;
        var zz = z * z;
        var even = T.MultiplyAdd(T.Of(0.31990680380701336), zz, T.Of(0.5770779426603044));
        var odd = T.MultiplyAdd(T.Of(0.28288502340748234), zz, T.Of(0.41220922406110433));
        even = T.MultiplyAdd(even, zz, T.Of(2.885390081777851));
        odd = T.MultiplyAdd(odd, zz, T.Of(0.9617966941122649));
        return T.MultiplyAdd(T.MultiplyAdd(odd, z, even), s, exponent);
    }

    /// <summary>2 to a power; the error is below 2e-14 of the value.</summary>
    /// <param name="y">Numbers from -1022 to 1023.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp2<T>(T y)
        where T : struct, ILanes<T>
    {
        var rounded = y + T.Of(Rounder);
        var f = y - (rounded - T.Of(Rounder));
        var ff = f * f;
        var even = T.MultiplyAdd(T.Of(1.325964524488711e-06), ff, T.Of(0.0001540343375125101));
        var odd = T.MultiplyAdd(T.Of(1.0205905413765595e-07), ff, T.Of(1.5252672924850737e-05));
        even = T.MultiplyAdd(even, ff, T.Of(0.009618129193934313));
        odd = T.MultiplyAdd(odd, ff, T.Of(0.0013333558200794592));
        even = T.MultiplyAdd(even, ff, T.Of(0.2402265069564034));
        odd = T.MultiplyAdd(odd, ff, T.Of(0.05550410866465167));
        even = T.MultiplyAdd(even, ff, T.Of(1.0000000000000135));
        odd = T.MultiplyAdd(odd, ff, T.Of(0.6931471805599462));
        return T.Scale(T.MultiplyAdd(odd, f, even), rounded);
    }
}
