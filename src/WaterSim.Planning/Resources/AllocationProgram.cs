using Google.OrTools.LinearSolver;

namespace WaterSim.Planning.Resources;

/// <summary>
/// An <see cref="AllocationModel"/>'s linear programme, solved by GLOP: a price that rises with what is taken is a stair of
/// <see cref="Steps"/> steps. It finds which limits bind; <see cref="AllocationRefinement"/> settles what lies within a step.
/// </summary>
internal sealed class AllocationProgram : IDisposable
{
    /// <summary>Steps of the stair.</summary>
    public const int Steps = 8;

    private readonly AllocationModel _model;
    private readonly Solver _solver;
    private readonly Objective _objective;
    private readonly MPSolverParameters _parameters = new();
    private readonly Variable[] _columns;
    private readonly Constraint[] _rows;
    private readonly int[] _first;

    public AllocationProgram(AllocationModel model)
    {
        _model = model;
        _solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("GLOP is missing from Google.OrTools.");

        _objective = _solver.Objective();

        // From scratch every time: what was solved before must not show in the answer.
        _parameters.SetIntegerParam(MPSolverParameters.IntegerParam.INCREMENTALITY, (int)MPSolverParameters.IncrementalityValues.INCREMENTALITY_OFF);
        _parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        _rows = [.. model.RowNames.Select(n => _solver.MakeConstraint(0, 0, n))];
        var columns = new List<Variable>();
        _first = new int[model.VariableNames.Count + 1];
        for (var j = 0; j < model.VariableNames.Count; j++)
        {
            _first[j] = columns.Count;
            for (var k = 0; k < StepsOf(j); k++)
            {
                var column = _solver.MakeNumVar(0, 0, model.VariableNames[j]);
                for (var e = model.Start[j]; e < model.Start[j + 1]; e++)
                {
                    _rows[model.Row[e]].SetCoefficient(column, model.Value[e]);
                }

                columns.Add(column);
            }
        }

        _first[^1] = columns.Count;
        _columns = [.. columns];
    }

    /// <summary>How many steps a variable's price has.</summary>
    public int StepsOf(int variable) =>
        variable >= _model.Taken && variable < _model.Output ? Steps : 1;

    /// <summary>Price of a step of a variable: that at its middle.</summary>
    public double PriceOf(AllocationTerms terms, int variable, int step) =>
        terms.Price[variable] + (terms.Slope[variable] * terms.Upper[variable] * (step + 0.5) / StepsOf(variable));

    /// <summary>Solves the programme; false where GLOP does not, <paramref name="x"/> then being the answer in which nothing is drawn.</summary>
    public bool Solve(AllocationTerms terms, double[] x)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            _rows[i].SetBounds(terms.Need[i], terms.Need[i]);
        }

        for (var j = 0; j < x.Length; j++)
        {
            var steps = _first[j + 1] - _first[j];
            for (var k = 0; k < steps; k++)
            {
                var column = _columns[_first[j] + k];
                column.SetBounds(0, terms.Upper[j] / steps);
                _objective.SetCoefficient(column, PriceOf(terms, j, k));
            }
        }

        var isSolved = _solver.Solve(_parameters) == Solver.ResultStatus.OPTIMAL;
        for (var j = 0; j < x.Length; j++)
        {
            var sum = 0.0;
            for (var k = _first[j]; isSolved && k < _first[j + 1]; k++)
            {
                sum += _columns[k].SolutionValue();
            }

            x[j] = isSolved ? Math.Clamp(sum, 0, terms.Upper[j]) : j >= _model.Shortage ? terms.Upper[j] : 0;
        }

        return isSolved;
    }

    public void Dispose()
    {
        _objective.Dispose();
        _parameters.Dispose();
        _solver.Dispose();
    }
}
