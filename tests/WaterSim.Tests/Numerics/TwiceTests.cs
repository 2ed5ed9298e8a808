using WaterSim.Numerics;

namespace WaterSim.Tests.Numerics;

/// <summary>Lanes made of lanes do, lane by lane and bit by bit, what one number does.</summary>
public sealed class TwiceTests
{
    // Numbers of every size and both signs, the zeros among them; as many as the widest has lanes.
    private static readonly double[] Some = [.. Enumerable.Range(0, 64).Select(i => i % 7 == 3 ? (i % 2 == 0 ? 0.0 : -0.0)
        : (i % 2 == 0 ? 1 : -1) * Math.Pow(10, ((i * 11) % 23) - 11) * (1 + (i / 64.0)))];

    [Fact]
    public void Sixteen_lanes_are_sixteen_numbers() => Check<Twice<Lanes8>>(16);

    [Fact]
    public void Sixty_four_lanes_are_sixty_four_numbers() => Check<Twice<Twice<Twice<Lanes8>>>>(64);

    [Fact]
    public void Two_lanes_are_two_numbers() => Check<Twice<Lanes1>>(2);

    private static void Check<T>(int count)
        where T : struct, ILanes<T>
    {
        Assert.Equal(count, T.Count);
        double[] a = [.. Some.Take(count)], b = [.. Some.Reverse().Take(count)], c = [.. Some.Skip(5).Concat(Some).Take(count)];
        var (x, y, z) = (T.Load(in a[0]), T.Load(in b[0]), T.Load(in c[0]));
        Same<T>([.. Enumerable.Repeat(0.1, count)], T.Of(0.1));
        Same(a, x);
        Each(x + y, i => a[i] + b[i]);
        Each(x - y, i => a[i] - b[i]);
        Each(x * y, i => a[i] * b[i]);
        Each(x / y, i => a[i] / b[i]);
        Each(T.MultiplyAdd(x, y, z), i => Math.FusedMultiplyAdd(a[i], b[i], c[i]));
        Each(T.Abs(x), i => Math.Abs(a[i]));
        Each(T.Sqrt(T.Abs(x)), i => Math.Sqrt(Math.Abs(a[i])));
        Each(T.Select(T.Less(x, y), z, x), i => a[i] < b[i] ? c[i] : a[i]);
        Each(T.Where(T.Less(x, y), z), i => a[i] < b[i] ? c[i] : 0);
        Each(T.Min(x, y), i => Math.Min(a[i], b[i]));
        Each(T.Max(x, y), i => Math.Max(a[i], b[i]));

        var positive = T.Abs(x) + T.Of(1e-3);
        var mantissa = T.Split(positive, out var exponent);
        Each(exponent, i => Math.ILogB(Math.Abs(a[i]) + 1e-3));
        Each(T.Scale(mantissa, exponent + T.Of(1.5 * (1L << 52))), i => Math.Abs(a[i]) + 1e-3);
        for (var l = 0; l < count; l++)
        {
            // One lane alone decides, wherever it is.
            double[] ones = [.. Enumerable.Repeat(1.0, count)];
            ones[l] = 0;
            Assert.False(T.AllPositive(T.Load(in ones[0])));
            Assert.True(T.AnyLess(T.Load(in ones[0]), T.Of(1)));
        }

        Assert.True(T.AllPositive(T.Of(1)));
        Assert.False(T.AnyLess(T.Of(1), T.Of(1)));

        void Each(T found, Func<int, double> one) => Same([.. Enumerable.Range(0, count).Select(one)], found);
    }

    private static void Same<T>(double[] expected, T found)
        where T : struct, ILanes<T>
    {
        var numbers = new double[T.Count];
        T.Store(found, ref numbers[0]);
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), numbers.Select(BitConverter.DoubleToInt64Bits));
    }
}
