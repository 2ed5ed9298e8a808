using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>Where each of the scenarios that are solved side by side stands, and the sums by which its convergence is judged.</summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class LaneProgress<T>(NetworkArrays arrays)
    where T : struct, ILanes<T>
{
    private readonly double[] _running = new double[T.Count];
    private readonly double[] _relaxation = new double[T.Count];
    private readonly double[] _flowSum = new double[T.Count];
    private readonly double[] _changeSum = new double[T.Count];
    private readonly double[] _largest = new double[T.Count];
    private readonly double[] _largestFlow = new double[T.Count];

    /// <summary>Mask of the scenarios that still iterate.</summary>
    public T Running => T.Less(T.Of(0), T.Load(in _running[0]));

    /// <summary>Share of each Newton step that is taken, -.</summary>
    public T Relaxation => T.Load(in _relaxation[0]);

    /// <summary>True where in any scenario a node has no source.</summary>
    public bool HasUnsupplied { get; private set; }

    /// <summary>1 where a chain is joined to a source, 0 where not; one per chain and lane; only where <see cref="HasUnsupplied"/>.</summary>
    public double[] Supplied { get; } = new double[arrays.Pipes.ChainCount * T.Count];

    /// <summary>Iterations since the statuses were last set from outside; one per lane.</summary>
    public int[] Iteration { get; } = new int[T.Count];

    /// <summary>Iterations before that, of the same solve; one per lane.</summary>
    public int[] EarlierIterations { get; } = new int[T.Count];

    /// <summary>Solves that had to be repeated with further junctions cut off; one per lane.</summary>
    public int[] Repetitions { get; } = new int[T.Count];

    /// <summary>Iteration at which statuses are judged next; one per lane.</summary>
    public int[] NextCheck { get; } = new int[T.Count];

    /// <summary>How each solve ended; one per lane.</summary>
    public SolveReport[] Reports { get; } = new SolveReport[T.Count];

    /// <summary>Largest flow change of the last iteration, m3/s.</summary>
    public double LargestChange(int lane) => _largest[lane];

    /// <summary>Largest flow of an edge in the last iteration, m3/s.</summary>
    public double LargestFlow(int lane) => _largestFlow[lane];

    /// <summary>Whether a scenario still iterates.</summary>
    public bool IsRunning(int lane) => _running[lane] > 0;

    /// <summary>How many scenarios still iterate.</summary>
    public int RunningCount => T.Count - _running.AsSpan().Count(0.0);

    /// <summary>Whether any scenario still iterates.</summary>
    public bool AnyRunning => _running.AsSpan().ContainsAnyExcept(0);

    /// <summary>Share of the Newton step that one scenario takes, -.</summary>
    public double RelaxationOf(int lane) => _relaxation[lane];

    /// <summary>Sets that share.</summary>
    public void Relax(int lane, double share) => _relaxation[lane] = share;

    /// <summary>Lets a scenario iterate, from its first iteration on.</summary>
    public void Start(int lane, int checkFrequency)
    {
        _running[lane] = 1;
        _relaxation[lane] = 1;
        Iteration[lane] = 0;
        NextCheck[lane] = checkFrequency;
    }

    /// <summary>Ends a scenario's iterations.</summary>
    public void Stop(int lane, SolveReport report)
    {
        _running[lane] = 0;
        Reports[lane] = report;
    }

    /// <summary>Leaves a scenario out of the step that is about to be taken.</summary>
    public void Pause(int lane) => _running[lane] = -1;

    /// <summary>Takes it in again.</summary>
    public void Resume(int lane) => _running[lane] = Math.Abs(_running[lane]);

    /// <summary>Sets the sums to zero.</summary>
    public void Clear()
    {
        Array.Clear(_flowSum);
        Array.Clear(_changeSum);
        Array.Clear(_largest);
        Array.Clear(_largestFlow);
    }

    /// <summary>Adds to the sums of all scenarios.</summary>
    /// <param name="flows">Sum of flows, m3/s.</param>
    /// <param name="changes">Sum of their changes, m3/s.</param>
    /// <param name="largest">Largest of the changes, m3/s.</param>
    /// <param name="largestFlow">Largest flow, m3/s.</param>
    public void Add(T flows, T changes, T largest, T largestFlow)
    {
        var flowBefore = T.Load(in _largestFlow[0]);
        T.Store(T.Select(T.Less(flowBefore, largestFlow), largestFlow, flowBefore), ref _largestFlow[0]);
        T.Store(T.Load(in _flowSum[0]) + flows, ref _flowSum[0]);
        T.Store(T.Load(in _changeSum[0]) + changes, ref _changeSum[0]);
        var before = T.Load(in _largest[0]);
        T.Store(T.Select(T.Less(before, largest), largest, before), ref _largest[0]);
    }

    /// <summary>Adds a flow and its change, m3/s, to a scenario's sums.</summary>
    public void Add(int lane, double flow, double change)
    {
        _flowSum[lane] += Math.Abs(flow);
        _largestFlow[lane] = Math.Max(_largestFlow[lane], Math.Abs(flow));
        _changeSum[lane] += Math.Abs(change);
        _largest[lane] = Math.Max(_largest[lane], Math.Abs(change));
    }

    /// <summary>Sum of flow changes over sum of flows, -; the changes alone where hardly anything flows.</summary>
    public double Change(int lane, double accuracy) => Share(lane, _changeSum[lane], accuracy);

    /// <summary>As <see cref="Change"/>, of another sum of flow changes, m3/s.</summary>
    public double Share(int lane, double changes, double accuracy) =>
        _flowSum[lane] > accuracy ? changes / _flowSum[lane] : changes;

    /// <summary>Takes down which chains have no source.</summary>
    public void NoteSupply(LaneStates states)
    {
        HasUnsupplied = false;
        for (var lane = 0; lane < T.Count; lane++)
        {
            HasUnsupplied |= states[lane].HasUnsupplied;
        }

        if (!HasUnsupplied)
        {
            return;
        }

        for (var c = 0; c < arrays.Pipes.ChainCount; c++)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                Supplied[(c * T.Count) + lane] = states[lane].Unsupplied[arrays.EdgeFrom[c]] ? 0 : 1;
            }
        }
    }
}
