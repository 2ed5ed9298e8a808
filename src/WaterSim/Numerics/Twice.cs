using System.Runtime.CompilerServices;

namespace WaterSim.Numerics;

/// <summary>Twice as many lanes as another kind has.</summary>
/// <typeparam name="T">The other kind.</typeparam>
internal readonly struct Twice<T>(T low, T high) : ILanes<Twice<T>>
    where T : struct, ILanes<T>
{
    private readonly T _low = low;
    private readonly T _high = high;

    public static int Count => 2 * T.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<T> operator +(Twice<T> a, Twice<T> b) => new(a._low + b._low, a._high + b._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<T> operator -(Twice<T> a, Twice<T> b) => new(a._low - b._low, a._high - b._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<T> operator *(Twice<T> a, Twice<T> b) => new(a._low * b._low, a._high * b._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<T> operator /(Twice<T> a, Twice<T> b) => new(a._low / b._low, a._high / b._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<T> Of(double value) => new(T.Of(value), T.Of(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<T> Load(ref readonly double source) =>
        new(T.Load(in source), T.Load(in Unsafe.Add(ref Unsafe.AsRef(in source), T.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Twice<T> value, ref double destination)
    {
        T.Store(value._low, ref destination);
        T.Store(value._high, ref Unsafe.Add(ref destination, T.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<T> MultiplyAdd(Twice<T> a, Twice<T> b, Twice<T> c) =>
        new(T.MultiplyAdd(a._low, b._low, c._low), T.MultiplyAdd(a._high, b._high, c._high));

    public static Twice<T> Abs(Twice<T> a) => new(T.Abs(a._low), T.Abs(a._high));

    public static Twice<T> Sqrt(Twice<T> a) => new(T.Sqrt(a._low), T.Sqrt(a._high));

    public static Twice<T> Less(Twice<T> a, Twice<T> b) => new(T.Less(a._low, b._low), T.Less(a._high, b._high));

    public static Twice<T> Select(Twice<T> mask, Twice<T> whereSet, Twice<T> whereNot) => new(
        T.Select(mask._low, whereSet._low, whereNot._low), T.Select(mask._high, whereSet._high, whereNot._high));

    public static Twice<T> Where(Twice<T> mask, Twice<T> a) => new(T.Where(mask._low, a._low), T.Where(mask._high, a._high));

    public static Twice<T> Split(Twice<T> a, out Twice<T> exponent)
    {
        var low = T.Split(a._low, out var lowExponent);
        var high = T.Split(a._high, out var highExponent);
        exponent = new(lowExponent, highExponent);
        return new(low, high);
    }

    public static Twice<T> Scale(Twice<T> a, Twice<T> rounded) =>
        new(T.Scale(a._low, rounded._low), T.Scale(a._high, rounded._high));

    public static bool AllPositive(Twice<T> a) => T.AllPositive(a._low) && T.AllPositive(a._high);

    public static bool AnyLess(Twice<T> a, Twice<T> b) => T.AnyLess(a._low, b._low) || T.AnyLess(a._high, b._high);

    public static Twice<T> Min(Twice<T> a, Twice<T> b) => new(T.Min(a._low, b._low), T.Min(a._high, b._high));

    public static Twice<T> Max(Twice<T> a, Twice<T> b) => new(T.Max(a._low, b._low), T.Max(a._high, b._high));
}
