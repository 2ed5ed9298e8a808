using BenchmarkDotNet.Attributes;
using WaterSim.Hydraulics;
using WaterSim.Hydraulics.Linear;
using WaterSim.Numerics;

namespace WaterSim.Benchmarks;

/// <summary>One factorisation and solution of a network's matrix; and its analysis, which happens once per topology.</summary>
[MemoryDiagnoser]
public class LinearSolveBenchmarks
{
    private NetworkArrays _arrays = null!;
    private CholeskySolver<Lanes1> _solver = null!;
    private double[] _diagonal = null!;
    private double[] _offDiagonal = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup]
    public void Load()
    {
        _arrays = NetworkArrays.Compile(BenchmarkNetworks.Load(Network));
        _solver = new CholeskySolver<Lanes1>(_arrays.Factor);
        _diagonal = new double[_solver.Diagonal.Length];
        _offDiagonal = new double[_solver.OffDiagonal.Length];
        for (var k = 0; k < _arrays.EdgeCount; k++)
        {
            Join(_arrays.EdgeFrom[k], _arrays.EdgeTo[k], _arrays.Entry[k], 1 + (k % 7));
        }
    }

    [Benchmark]
    public double FactorAndSolve()
    {
        _diagonal.CopyTo(_solver.Diagonal, 0);
        _offDiagonal.CopyTo(_solver.OffDiagonal, 0);
        Array.Fill(_solver.RightSide, 1);
        return _solver.Solve() ? _solver.RightSide[0] : throw new InvalidOperationException("The matrix is singular.");
    }

    [Benchmark]
    public object Compile() => NetworkArrays.Compile(_arrays.Network);

    private void Join(int from, int to, int entry, double conductance)
    {
        foreach (var end in (ReadOnlySpan<int>)[from, to])
        {
            if (end < _arrays.UnknownCount)
            {
                _diagonal[end] += conductance;
            }
        }

        _offDiagonal[entry] -= conductance;
    }
}
