using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace WaterSim.Numerics;

/// <summary>Eight lanes: one vector of AVX-512, or two of AVX2; the runtime sees to either.</summary>
internal readonly struct Lanes8(Vector512<double> value) : ILanes<Lanes8>
{
    // 2^52 with a biased exponent in its last bits reads as that exponent plus 2^52.
    private const long TwoTo52Bits = 0x4330_0000_0000_0000;
    private const double TwoTo52 = 4503599627370496.0;

    private readonly Vector512<double> _value = value;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Of(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Load(ref readonly double source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes8 value, ref double destination) => value._value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 MultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) =>
        new(Vector512.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Abs(Lanes8 a) => new(Vector512.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Sqrt(Lanes8 a) => new(Vector512.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Less(Lanes8 a, Lanes8 b) => new(Vector512.LessThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Select(Lanes8 mask, Lanes8 whereSet, Lanes8 whereNot) =>
        new(Vector512.ConditionalSelect(mask._value, whereSet._value, whereNot._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Where(Lanes8 mask, Lanes8 a) => new(mask._value & a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Split(Lanes8 a, out Lanes8 exponent)
    {
        var bits = a._value.AsInt64();
        exponent = new(((bits >>> 52) | Vector512.Create(TwoTo52Bits)).AsDouble() - Vector512.Create(TwoTo52 + 1023));
        return new(((bits & Vector512.Create(0x000F_FFFF_FFFF_FFFF)) | Vector512.Create(0x3FF0_0000_0000_0000)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Scale(Lanes8 a, Lanes8 rounded) =>
        new(a._value * ((rounded._value.AsInt64() + Vector512.Create(1023L)) << 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllPositive(Lanes8 a) => Vector512.GreaterThanAll(a._value, Vector512<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes8 a, Lanes8 b) => Vector512.LessThanAny(a._value, b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Min(Lanes8 a, Lanes8 b) => new(Vector512.MinNative(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Max(Lanes8 a, Lanes8 b) => new(Vector512.MaxNative(a._value, b._value));
}
