using CsCheck;
using WaterSim.Numerics;
using WaterSim.Quality;

namespace WaterSim.Tests.Quality;

/// <summary>Rows of segments against a plain list of volumes and values, whatever is done to them in whatever order.</summary>
public sealed class WaterStoreTests
{
    // That of values a tenth apart, and of what they may mix to, none differ by just this.
    private const double Alike = 0.151657508881031;

    // What may happen to one of three waters: 0 to 4 enter, 5 to 7 leave, 8 turn, 9 stretch. Values repeat, so that some merge.
    // Volumes are in 64ths, so that they add up exactly: a rest of rounding would be a segment that the list does not have.
    private static readonly Gen<(int Water, int Kind, int Volume, int Value)[]> Deeds =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[1, 192], Gen.Int[0, 5]).Array[1, 200];

    [Theory]
    [InlineData(0)]
    [InlineData(Alike)]
    public void One_value(double tolerance) => Check<Lanes1>(tolerance);

    [Theory]
    [InlineData(0)]
    [InlineData(Alike)]
    public void Four_values(double tolerance) => Check<Lanes4>(tolerance);

    [Theory]
    [InlineData(0)]
    [InlineData(Alike)]
    public void Eight_values(double tolerance) => Check<Lanes8>(tolerance);

    [Theory]
    [InlineData(0)]
    [InlineData(Alike)]
    public void Sixteen_values(double tolerance) => Check<Twice<Lanes8>>(tolerance);

    [Theory]
    [InlineData(0)]
    [InlineData(Alike)]
    public void Passing_several_volumes_through_is_letting_each_in_and_out(double tolerance) =>
        Gen.Select(Gen.Int[1, 400], Gen.Select(Gen.Int[1, 12], Gen.Int[0, 192], Gen.Int[0, 5]).Array[1, 60]).Sample(
            (held, passes) =>
            {
                var (one, other) = (Filled(held), Filled(held));
                var alike = new Lanes1(tolerance);
                foreach (var (count, volume, value) in passes)
                {
                    var values = Enumerable.Range(0, count).Select(i => new Lanes1((value + i) % 5)).ToArray();
                    var (expected, found) = (new Lanes1[count], new Lanes1[count]);
                    for (var i = 0; i < count; i++)
                    {
                        one.Enter(ref one[0], volume / 64.0, values[i], alike);
                        expected[i] += one.Leave(ref one[0], volume / 64.0);
                    }

                    other.PassThrough(ref other[0], volume / 64.0, values, found, alike);
                    Assert.Equal(expected.Select(v => v.Value), found.Select(v => v.Value));
                }

                Assert.Equal(one[0].Count, other[0].Count);
                Assert.Equal(one.VolumeOf(ref one[0]), other.VolumeOf(ref other[0]));
                Assert.Equal(one.ContentOf(ref one[0]).Value, other.ContentOf(ref other[0]).Value);
            },
            iter: 300);

    [Fact]
    public void What_enters_leaves_in_its_order_after_any_number_of_turns()
    {
        var store = new WaterStore<Lanes1>(1);
        store.Clear();
        ref var water = ref store[0];
        for (var i = 0; i < 100; i++)
        {
            store.Enter(ref water, 1, new Lanes1(i), new Lanes1(0.1));
        }

        WaterStore<Lanes1>.Reverse(ref water);
        for (var i = 99; i >= 50; i--)
        {
            Assert.Equal(i, store.Leave(ref water, 1).Value);
        }

        WaterStore<Lanes1>.Reverse(ref water);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(i, store.Leave(ref water, 1).Value);
        }

        Assert.Equal(0, store.VolumeOf(ref water));
    }

    [Fact]
    public void Two_segments_that_are_alike_become_one_of_their_mean()
    {
        var store = new WaterStore<Lanes1>(1);
        store.Clear();
        ref var water = ref store[0];
        store.Enter(ref water, 3, new Lanes1(1), new Lanes1(0.5));
        store.Enter(ref water, 1, new Lanes1(1.4), new Lanes1(0.5));
        Assert.Equal(1, water.Count);
        Assert.Equal(1.1, water.Tail.Value, 1e-15);
        store.Enter(ref water, 1, new Lanes1(1.6), new Lanes1(0.5));
        Assert.Equal(2, water.Count);
    }

    [Fact]
    public void More_than_there_is_empties_the_row_and_gives_no_more()
    {
        var store = new WaterStore<Lanes1>(1);
        store.Clear();
        ref var water = ref store[0];
        store.Enter(ref water, 2, new Lanes1(1), new Lanes1(0));
        store.Enter(ref water, 2, new Lanes1(3), new Lanes1(0));
        Assert.Equal(8, store.Leave(ref water, 99).Value);
        Assert.Equal(0, store.VolumeOf(ref water));
        Assert.Equal(0, store.Leave(ref water, 1).Value);
    }

    private static void Check<T>(double tolerance)
        where T : struct, ILanes<T> => Deeds.Sample(
            deeds =>
            {
                var store = new WaterStore<T>(3);
                store.Clear();
                var models = Enumerable.Range(0, 3).Select(_ => new WaterModel(T.Count)).ToArray();
                foreach (var (i, kind, parts, value) in deeds)
                {
                    var volume = parts / 64.0;
                    ref var water = ref store[i];
                    var model = models[i];
                    if (kind < 5)
                    {
                        store.Enter(ref water, volume, Of<T>(value), T.Of(tolerance));
                        model.Enter(volume, Numbers(Of<T>(value)), tolerance);
                    }
                    else if (kind < 8)
                    {
                        // A part, all, or more than there is.
                        var part = parts > 180 ? model.Volume : volume;
                        Same(model.Leave(part), store.Leave(ref water, part), 1e-9);
                    }
                    else if (kind == 8)
                    {
                        WaterStore<T>.Reverse(ref water);
                        model.Segments.Reverse();
                    }
                    else
                    {
                        var factor = model.Volume > 10 ? 0.5 : 2;
                        store.ScaleVolumes(ref water, factor);
                        model.Scale(factor);
                    }

                    Assert.Equal(model.Volume, store.VolumeOf(ref water));
                    Same(model.Content, store.ContentOf(ref water), 1e-9);
                }

                // Order: sip by sip to the end.
                for (var i = 0; i < 3; i++)
                {
                    while (models[i].Volume > 0)
                    {
                        Same(models[i].Leave(1.0 / 16), store.Leave(ref store[i], 1.0 / 16), 1e-9);
                    }

                    Assert.Equal(0, store.VolumeOf(ref store[i]));
                }
            },
            iter: 400);

    // Each lane something else, so that a lane in the wrong place shows.
    private static T Of<T>(int value)
        where T : struct, ILanes<T>
    {
        var row = new double[T.Count];
        for (var l = 0; l < row.Length; l++)
        {
            row[l] = (value * 0.1) + (l * 0.01 * (value % 2));
        }

        return T.Load(in row[0]);
    }

    private static double[] Numbers<T>(T value)
        where T : struct, ILanes<T>
    {
        var row = new double[T.Count];
        T.Store(value, ref row[0]);
        return row;
    }

    private static void Same<T>(double[] expected, T found, double tolerance)
        where T : struct, ILanes<T>
    {
        var numbers = Numbers(found);
        for (var l = 0; l < numbers.Length; l++)
        {
            Assert.Equal(expected[l], numbers[l], tolerance);
        }
    }

    private static WaterStore<Lanes1> Filled(int volume)
    {
        var store = new WaterStore<Lanes1>(1);
        store.Clear();
        store[0].TailVolume = volume / 64.0;
        return store;
    }
}
