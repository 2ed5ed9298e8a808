using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace WaterSim.Numerics;

/// <summary>One lane: a plain number.</summary>
internal readonly struct Lanes1(double value) : ILanes<Lanes1>
{
    private readonly double _value = value;

    /// <summary>The number.</summary>
    public double Value => _value;

    public static int Count => 1;

    // Without branches, which the processor would have to guess.
    private Vector128<double> Wide => Vector128.CreateScalarUnsafe(_value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator /(Lanes1 a, Lanes1 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Of(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Load(ref readonly double source) => new(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1 value, ref double destination) => destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) =>
        new(Math.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Abs(Lanes1 a) => new(Math.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Sqrt(Lanes1 a) => new(Math.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Less(Lanes1 a, Lanes1 b) => new(Vector128.LessThan(a.Wide, b.Wide).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Select(Lanes1 mask, Lanes1 whereSet, Lanes1 whereNot) =>
        new(Vector128.ConditionalSelect(mask.Wide, whereSet.Wide, whereNot.Wide).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Where(Lanes1 mask, Lanes1 a) => new((mask.Wide & a.Wide).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Split(Lanes1 a, out Lanes1 exponent)
    {
        var bits = BitConverter.DoubleToInt64Bits(a._value);
        exponent = new((bits >>> 52) - 1023);
        return new(BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Scale(Lanes1 a, Lanes1 rounded) => new(
        a._value * BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(rounded._value) + 1023) << 52));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllPositive(Lanes1 a) => a._value > 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes1 a, Lanes1 b) => a._value < b._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Min(Lanes1 a, Lanes1 b) => new(double.MinNative(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Max(Lanes1 a, Lanes1 b) => new(double.MaxNative(a._value, b._value));
}
