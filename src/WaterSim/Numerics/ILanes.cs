namespace WaterSim.Numerics;

/// <summary>
/// Some numbers side by side that the processor treats as one: the lanes of a vector. A law is written once for any
/// number of lanes, and every operation is an IEEE one or an explicitly fused one, so that a lane holds the same bits
/// whatever its place, its neighbours and the width of the machine's vectors.
/// </summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract T Of(double value);

    /// <summary>Reads the lanes from numbers that stand one behind the other.</summary>
    static abstract T Load(ref readonly double source);

    /// <summary>Writes the lanes one behind the other.</summary>
    static abstract void Store(T value, ref double destination);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);

    /// <summary>a b + c, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>Without sign.</summary>
    static abstract T Abs(T a);

    static abstract T Sqrt(T a);

    /// <summary>A mask: all bits of a lane set where a is less than b, none where it is not.</summary>
    static abstract T Less(T a, T b);

    /// <summary>Lane by lane the one or the other, by a mask of <see cref="Less"/>.</summary>
    static abstract T Select(T mask, T whereSet, T whereNot);

    /// <summary>Where a mask of <see cref="Less"/> is set the number, 0 elsewhere.</summary>
    static abstract T Where(T mask, T a);

    /// <summary>
    /// Splits a positive normal number into m 2^k with m from 1 to 2.
    /// </summary>
    /// <param name="a">The number.</param>
    /// <param name="exponent">k.</param>
    /// <returns>m.</returns>
    static abstract T Split(T a, out T exponent);

    /// <summary>a 2^n, where <paramref name="rounded"/> is a whole number n from -1022 to 1023 plus 1.5 2^52.</summary>
    static abstract T Scale(T a, T rounded);

    /// <summary>True where every lane is above 0.</summary>
    static abstract bool AllPositive(T a);

    /// <summary>True where in any lane a is less than b.</summary>
    static abstract bool AnyLess(T a, T b);

    /// <summary>The lesser of two, lane by lane; without meaning where one is not a number.</summary>
    static abstract T Min(T a, T b);

    /// <summary>The greater of two, lane by lane; without meaning where one is not a number.</summary>
    static abstract T Max(T a, T b);
}
