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
    private double[] _rows = null!;
    private double[] _offDiagonal = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup]
    public void Load()
    {
        _arrays = NetworkArrays.Compile(BenchmarkNetworks.Load(Network));
        _solver = new CholeskySolver<Lanes1>(_arrays.Factor, _arrays.FixedEnd - _arrays.UnknownCount);
        for (var i = 0; i < _arrays.UnknownCount; i++)
        {
            _solver.RightSide(i) = 1;
        }

        for (var k = 0; k < _arrays.EdgeCount; k++)
        {
            var (from, to, conductance) = (_arrays.EdgeFrom[k], _arrays.EdgeTo[k], 1 + (k % 7));
            _solver.Diagonal(from) += conductance;
            _solver.Diagonal(to) += conductance;
            _solver.OffDiagonal[_arrays.Entry[k]] -= conductance;
        }

        _rows = [.. _solver.Rows];
        _offDiagonal = [.. _solver.OffDiagonal];
    }

    [Benchmark]
    public double FactorAndSolve()
    {
        _rows.CopyTo(_solver.Rows, 0);
        _offDiagonal.CopyTo(_solver.OffDiagonal, 0);
        return _solver.Solve() ? _solver.RightSide(0) : throw new InvalidOperationException("The matrix is singular.");
    }

    [Benchmark]
    public object Compile() => NetworkArrays.Compile(_arrays.Network);
}
