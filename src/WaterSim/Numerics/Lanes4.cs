using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace WaterSim.Numerics;

/// <summary>Four lanes: one vector of AVX2.</summary>
internal readonly struct Lanes4(Vector256<double> value) : ILanes<Lanes4>
{
    // 2^52 with a biased exponent in its last bits reads as that exponent plus 2^52.
    private const long TwoTo52Bits = 0x4330_0000_0000_0000;
    private const double TwoTo52 = 4503599627370496.0;

    private readonly Vector256<double> _value = value;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Of(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(ref readonly double source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes4 value, ref double destination) => value._value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 MultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 c) =>
        new(Vector256.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Abs(Lanes4 a) => new(Vector256.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Sqrt(Lanes4 a) => new(Vector256.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Less(Lanes4 a, Lanes4 b) => new(Vector256.LessThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Select(Lanes4 mask, Lanes4 whereSet, Lanes4 whereNot) =>
        new(Vector256.ConditionalSelect(mask._value, whereSet._value, whereNot._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Where(Lanes4 mask, Lanes4 a) => new(mask._value & a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Split(Lanes4 a, out Lanes4 exponent)
    {
        var bits = a._value.AsInt64();
        exponent = new(((bits >>> 52) | Vector256.Create(TwoTo52Bits)).AsDouble() - Vector256.Create(TwoTo52 + 1023));
        return new(((bits & Vector256.Create(0x000F_FFFF_FFFF_FFFF)) | Vector256.Create(0x3FF0_0000_0000_0000)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Scale(Lanes4 a, Lanes4 rounded) =>
        new(a._value * ((rounded._value.AsInt64() + Vector256.Create(1023L)) << 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllPositive(Lanes4 a) => Vector256.GreaterThanAll(a._value, Vector256<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes4 a, Lanes4 b) => Vector256.LessThanAny(a._value, b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Min(Lanes4 a, Lanes4 b) => new(Vector256.MinNative(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Max(Lanes4 a, Lanes4 b) => new(Vector256.MaxNative(a._value, b._value));
}
