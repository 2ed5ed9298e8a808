using Google.OrTools.LinearSolver;

namespace WaterSim.Planning.Resources;

/// <summary>
/// An <see cref="AllocationModel"/>'s linear programme, solved by GLOP: a price that rises with what is taken is a stair of
/// <see cref="Steps"/> steps. It finds which limits bind; <see cref="AllocationRefinement"/> settles what lies within a step.
/// </summary>
/// <remarks>
/// Each programme has a solver of its own: GLOP begins at the basis of its last one, whatever it is told, and what was solved before
/// would show in which of several limits at one corner is said to bind, and in the last bits.
/// </remarks>
internal sealed class AllocationProgram : IDisposable
{
    /// <summary>Steps of the stair.</summary>
    public const int Steps = 8;

    private readonly AllocationModel _model;
    private readonly MPSolverParameters _parameters = new();
    private readonly Constraint[] _rows;
    private readonly Variable[] _columns;

    public AllocationProgram(AllocationModel model)
    {
        _model = model;

        // So few rows are solved before they could be made fewer.
        _parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        _rows = new Constraint[model.RowNames.Count];
        _columns = new Variable[model.VariableNames.Count * Steps];
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
        using var solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("GLOP is missing from Google.OrTools.");
        using var objective = solver.Objective();
        for (var i = 0; i < _rows.Length; i++)
        {
            _rows[i] = solver.MakeConstraint(terms.Need[i], terms.Need[i]);
        }

        for (var j = 0; j < x.Length; j++)
        {
            var steps = StepsOf(j);
            for (var k = 0; k < steps && terms.Upper[j] > 0; k++)
            {
                var column = solver.MakeNumVar(0, terms.Upper[j] / steps, "");
                objective.SetCoefficient(column, PriceOf(terms, j, k));
                for (var e = _model.Start[j]; e < _model.Start[j + 1]; e++)
                {
                    _rows[_model.Row[e]].SetCoefficient(column, _model.Value[e]);
                }

                _columns[(j * Steps) + k] = column;
            }
        }

        var isSolved = solver.Solve(_parameters) == Solver.ResultStatus.OPTIMAL;
        for (var j = 0; j < x.Length; j++)
        {
            var sum = 0.0;
            for (var k = j * Steps; terms.Upper[j] > 0 && k < (j * Steps) + StepsOf(j); k++)
            {
                sum += isSolved ? _columns[k].SolutionValue() : 0;
                _columns[k].Dispose();
            }

            x[j] = isSolved ? Math.Clamp(sum, 0, terms.Upper[j]) : j >= _model.Shortage ? terms.Upper[j] : 0;
        }

        Array.ForEach(_rows, r => r.Dispose());
        return isSolved;
    }

    public void Dispose() => _parameters.Dispose();
}
