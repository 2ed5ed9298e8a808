using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>Solves a day by the parts of the allocation, and proves the solution without them.</summary>
internal sealed class Optimum : IDisposable
{
    // m3 by which rows of some 10,000 m3 may be off by rounding; and the same of a bound, by which a flow counts as at it.
    private const double Volume = 1e-7;

    // yuan/m3: what the refinement leaves unsettled, and rounding of prices of some 300 yuan/m3.
    private const double Price = 1e-6;

    private readonly AllocationModel _model;
    private readonly AllocationTerms _terms;
    private readonly AllocationProgram _program;
    private readonly AllocationRefinement _refinement;
    private readonly double[] _x;

    public Optimum(Supply county)
    {
        _model = new AllocationModel(county.System, county.Map);
        _terms = new AllocationTerms(_model);
        _program = new AllocationProgram(_model);
        _refinement = new AllocationRefinement(_model);
        _x = new double[_model.VariableNames.Count];
    }

    public int Steps => _refinement.Steps;

    /// <summary>From the linear programme's solution.</summary>
    public bool Program(AllocationInput day)
    {
        _terms.Set(day);
        return _program.Solve(_terms, _x) && _refinement.Refine(_terms, _x, 20 * _x.Length);
    }

    /// <summary>From what was decided the day before, as far as that leads.</summary>
    public bool GoOn(AllocationInput day, Allocation before)
    {
        _terms.Set(day);
        AllocationStart.Set(_model, _terms, before, _x);
        return _refinement.Refine(_terms, _x, _x.Length);
    }

    public Allocation Read(AllocationInput day) => AllocationReading.Read(_model, _terms, _refinement, day, _x);

    // Karush-Kuhn-Tucker: with the rows' worth y, z = c + q x - A'y is 0 of what is free, not negative of what is 0, not positive
    // of what is at its bound. With the rows closed that proves the optimum of a convex programme, whoever has found it.
    public void Prove()
    {
        var left = _terms.Need.ToArray();
        for (var j = 0; j < _x.Length; j++)
        {
            var z = _terms.Price[j] + (_terms.Slope[j] * _x[j]);
            for (var e = _model.Start[j]; e < _model.Start[j + 1]; e++)
            {
                left[_model.Row[e]] -= _model.Value[e] * _x[j];
                z -= _model.Value[e] * _refinement.Worth[_model.Row[e]];
            }

            Assert.InRange(_x[j], 0, _terms.Upper[j]);
            var near = Volume * (1 + _terms.Upper[j]);
            Assert.True(_x[j] < near || z <= Price, $"{_model.VariableNames[j]} = {_x[j]} of {_terms.Upper[j]} would be less: {z}");
            Assert.True(
                _x[j] > _terms.Upper[j] - near || z >= -Price, $"{_model.VariableNames[j]} = {_x[j]} of {_terms.Upper[j]} would be more: {z}");
        }

        Assert.All(left, l => Assert.InRange(l, -Volume, Volume));
    }

    public void Dispose() => _program.Dispose();
}
