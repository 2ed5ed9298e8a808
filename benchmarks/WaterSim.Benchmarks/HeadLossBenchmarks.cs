using BenchmarkDotNet.Attributes;
using WaterSim.Hydraulics.Laws;

namespace WaterSim.Benchmarks;

/// <summary>The friction laws: headloss and slope of 1,024 pipes.</summary>
[MemoryDiagnoser]
public class HeadLossBenchmarks
{
    private const int Pipes = 1024;
    private readonly double[] _flows = new double[Pipes];
    private readonly double[] _resistances = new double[Pipes];
    private readonly double[] _reynolds = new double[Pipes];

    [GlobalSetup]
    public void Fill()
    {
        for (var i = 0; i < Pipes; i++)
        {
            _flows[i] = Math.Pow(10, -5 + (4.5 * i / Pipes)) * (i % 2 == 0 ? 1 : -1);
            _resistances[i] = HazenWilliams.Resistance(200 + i, 0.1 + (0.0004 * i), 120);
            _reynolds[i] = DarcyWeisbach.ReynoldsPerFlow(1.1e-6, 0.1 + (0.0004 * i));
        }
    }

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

    [Benchmark(OperationsPerInvoke = Pipes)]
    public double DarcyWeisbachLaw()
    {
        double sum = 0;
        for (var i = 0; i < Pipes; i++)
        {
            sum += DarcyWeisbach.HeadLoss(_resistances[i], 1e-4, _reynolds[i], _flows[i], out var slope) + slope;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Pipes)]
    public double ChezyManningLaw()
    {
        double sum = 0;
        for (var i = 0; i < Pipes; i++)
        {
            sum += ChezyManning.HeadLoss(_resistances[i], _flows[i], out var slope) + slope;
        }

        return sum;
    }
}
