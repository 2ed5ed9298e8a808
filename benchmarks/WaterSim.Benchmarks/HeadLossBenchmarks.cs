using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using WaterSim.Hydraulics.Laws;
using WaterSim.Numerics;

namespace WaterSim.Benchmarks;

/// <summary>
/// The friction laws: headloss and slope of 1,024 pipes, one at a time and eight at a time; and the power that they are
/// made of. Times are per pipe.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class HeadLossBenchmarks
{
    private const int Pipes = 1024;
    private const double Roughness = 1e-4;
    private readonly double[] _flows = new double[Pipes];
    private readonly double[] _resistances = LaneMemory.Zeros(Pipes / Lanes8.Count, Lanes8.Count);
    private readonly double[] _reynolds = LaneMemory.Zeros(Pipes / Lanes8.Count, Lanes8.Count);
    private readonly double[] _sizes = LaneMemory.Zeros(Pipes / Lanes8.Count, Lanes8.Count);

    [GlobalSetup]
    public void Fill()
    {
        for (var i = 0; i < Pipes; i++)
        {
            _sizes[i] = Math.Pow(10, -5 + (4.5 * i / Pipes));
            _flows[i] = _sizes[i] * (i % 2 == 0 ? 1 : -1);
            _resistances[i] = HazenWilliams.Resistance(200 + i, 0.1 + (0.0004 * i), 120);
            _reynolds[i] = DarcyWeisbach.ReynoldsPerFlow(1.1e-6, 0.1 + (0.0004 * i));
        }
    }

    [BenchmarkCategory("Hazen-Williams")]
    [Benchmark(Baseline = true, OperationsPerInvoke = Pipes)]
    public double HazenWilliamsLaw()
    {
        double sum = 0;
        for (var i = 0; i < Pipes; i++)
        {
            sum += HazenWilliams.HeadLoss(_resistances[i], _flows[i], out var slope) + slope;
        }

        return sum;
    }

    [BenchmarkCategory("Hazen-Williams")]
    [Benchmark(OperationsPerInvoke = Pipes)]
    public double HazenWilliamsEight() => Eight<HazenWilliams>();

    [BenchmarkCategory("Darcy-Weisbach")]
    [Benchmark(Baseline = true, OperationsPerInvoke = Pipes)]
    public double DarcyWeisbachLaw()
    {
        double sum = 0;
        for (var i = 0; i < Pipes; i++)
        {
            sum += DarcyWeisbach.HeadLoss(_resistances[i], Roughness, _reynolds[i], _flows[i], out var slope) + slope;
        }

        return sum;
    }

    [BenchmarkCategory("Darcy-Weisbach")]
    [Benchmark(OperationsPerInvoke = Pipes)]
    public double DarcyWeisbachEight() => Eight<DarcyWeisbach>();

    [BenchmarkCategory("Chezy-Manning")]
    [Benchmark(Baseline = true, OperationsPerInvoke = Pipes)]
    public double ChezyManningLaw()
    {
        double sum = 0;
        for (var i = 0; i < Pipes; i++)
        {
            sum += ChezyManning.HeadLoss(_resistances[i], _flows[i], out var slope) + slope;
        }

        return sum;
    }

    [BenchmarkCategory("Chezy-Manning")]
    [Benchmark(OperationsPerInvoke = Pipes)]
    public double ChezyManningEight() => Eight<ChezyManning>();

    [BenchmarkCategory("power")]
    [Benchmark(Baseline = true, OperationsPerInvoke = Pipes)]
    public double Power()
    {
        double sum = 0;
        for (var i = 0; i < Pipes; i++)
        {
            sum += Math.Pow(_sizes[i], HazenWilliams.Exponent - 1);
        }

        return sum;
    }

    [BenchmarkCategory("power")]
    [Benchmark(OperationsPerInvoke = Pipes)]
    public double PowerEight()
    {
        var sizes = new LaneView<Lanes8>(_sizes);
        var sum = Lanes8.Of(0);
        for (var i = 0; i < Pipes / Lanes8.Count; i++)
        {
            sum += LaneMath.Power(sizes[i], Lanes8.Of(HazenWilliams.Exponent - 1));
        }

        return First(sum);
    }

    // As the solver evaluates it: headloss is loss per flow times flow.
    private double Eight<TLaw>()
        where TLaw : struct, IPipeLaw
    {
        var sizes = new LaneView<Lanes8>(_sizes);
        var resistances = new LaneView<Lanes8>(_resistances);
        var reynolds = new LaneView<Lanes8>(_reynolds);
        var sum = Lanes8.Of(0);
        for (var i = 0; i < Pipes / Lanes8.Count; i++)
        {
            var size = sizes[i];
            var perFlow = TLaw.LossPerFlow(resistances[i], Lanes8.Of(Roughness), reynolds[i], size, out var slope);
            sum += (perFlow * size) + slope;
        }

        return First(sum);
    }

    private static double First(Lanes8 value)
    {
        Span<double> lanes = stackalloc double[Lanes8.Count];
        Lanes8.Store(value, ref lanes[0]);
        return lanes[0];
    }
}
