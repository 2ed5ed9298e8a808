using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// Shares a day's water among zones and consumers by a linear programme (Google.OrTools, GLOP) whose rising prices are then settled
/// exactly. Not for several threads at once.
/// </summary>
/// <remarks>
/// There is always an answer: shortage, leakage and tanks, and what links pass at least are given up, in that order from the last, at
/// the price of each.
/// <para>
/// Which limits bind is found by the programme on the first day and wherever <see cref="AllocationInput.Before"/> is no start from which
/// the day settles; from one day to the next it mostly is, and that is ten times as fast. There is one solution, so both come to
/// it, up to rounding. Nothing else is kept: the same input, the day before among it, gives the same bits whatever was allocated in between.
/// </para>
/// </remarks>
public sealed class Allocator : IDisposable
{
    // Per variable; some ten in all are usual.
    private const int MostSteps = 20;

    private readonly AllocationModel _model;
    private readonly AllocationTerms _terms;
    private readonly AllocationProgram _program;
    private readonly AllocationRefinement _refinement;
    private readonly double[] _x;

    /// <summary>Prepares the programme.</summary>
    /// <param name="system">The county.</param>
    /// <param name="map">Its map.</param>
    public Allocator(CountySystem system, SupplyMap map)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(map);
        _model = new AllocationModel(system, map);
        _terms = new AllocationTerms(_model);
        _program = new AllocationProgram(_model);
        _refinement = new AllocationRefinement(_model);
        _x = new double[_model.VariableNames.Count];
    }

    /// <summary>Steps by which the last solution was settled.</summary>
    internal int Steps => _refinement.Steps;

    /// <summary>Whether the last solution is exact.</summary>
    internal bool IsSettled { get; private set; }

    /// <summary>Whether the last solution was begun by the linear programme.</summary>
    internal bool IsProgrammed { get; private set; }

    /// <summary>Shares a day's water.</summary>
    /// <exception cref="ArgumentException">A list has not one value per source, plant, link, group or zone, or a value is not a number.</exception>
    public Allocation Allocate(AllocationInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (AllocationMistake.In(input, _model) is { } mistake)
        {
            throw new ArgumentException(mistake, nameof(input));
        }

        _terms.Set(input);
        IsSettled = false;
        if (input.Before is { } before)
        {
            AllocationStart.Set(_model, _terms, before, _x);
            IsSettled = _refinement.Refine(_terms, _x, _x.Length);
        }

        IsProgrammed = !IsSettled;
        if (IsProgrammed)
        {
            _program.Solve(_terms, _x);
            IsSettled = _refinement.Refine(_terms, _x, MostSteps * _x.Length);
        }

        return AllocationReading.Read(_model, _terms, _refinement, input, _x);
    }

    /// <summary>The linear programme of the last input in CPLEX's LP format; what is bounded by 0 is left out.</summary>
    public string ToText() => AllocationText.Write(_model, _program, _terms);

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();
}
