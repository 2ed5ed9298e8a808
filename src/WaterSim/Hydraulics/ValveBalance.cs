using WaterSim.Hydraulics.Linear;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// Lets water balance at regulating valves. Their flow lags an iteration behind: where the accuracy asked for is loose, the
/// flow changes may be within it while water is still missing at a valve. The valve is then given the flow that its held node
/// lacks (PRV) or has too much of (PSV), and the other side is solved once more for what this takes from it, with the matrix
/// that is there:
/// <code>
/// A D = change of what leaves the other nodes,   q += p (D_1 - D_2),   H += D
/// </code>
/// Only scenarios that lack water are touched, whatever their neighbours lack.
/// Deviation from EPANET: it stops there. Test: Water_balance_closes_at_loose_accuracy.
/// </summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class ValveBalance<T>(
    NetworkArrays arrays,
    CholeskySolver<T> matrix,
    LinkCoefficients<T> links,
    NodeCoefficients<T> nodes,
    NodeBalance<T> balance,
    LaneProgress<T> progress)
    where T : struct, ILanes<T>
{
    // Largest imbalance at a junction beside the largest flow of a link, -.
    private const double MassTolerance = 1e-5;

    // Further solutions with the same matrix; more valves behind one another are rare.
    private const int MostTurns = 4;

    private readonly HydraulicOptions _options = arrays.Network.Options;
    private readonly double[] _tolerance = new double[T.Count];
    private readonly double[] _corrected = new double[T.Count];
    private readonly bool[] _lacks = new bool[T.Count];

    /// <summary>What may be missing at a junction at most, m3/s, beside what the largest flow allows; infinite: no matter.</summary>
    public double MostImbalance { get; set; } = double.PositiveInfinity;

    /// <summary>True where a scenario lacks water still, or where giving it has changed flows by more than the accuracy.</summary>
    public bool IsOpen(int lane) => _lacks[lane];

    /// <summary>Does it for the scenarios whose flows have come to rest.</summary>
    public void Close(LaneStates states)
    {
        Array.Clear(_lacks);
        if (arrays.PressureValves.Length == 0 || !SetTolerances())
        {
            return;
        }

        // Valves behind one another, such as that of a zone within a zone, need a turn each.
        for (var turn = 0; turn < MostTurns && links.FindLackingValves(states, nodes, _tolerance, _lacks); turn++)
        {
            Array.Clear(matrix.SecondRightSide);
            links.CorrectPressureValves(states, _lacks);
            matrix.SolveSecond();
            var change = matrix.SecondRightSide;
            var head = new LaneView<T>(states.Head);
            var changes = new LaneView<T>(change);
            for (var i = 0; i < arrays.UnknownCount; i++)
            {
                head[i] += changes[i];
            }

            nodes.FollowHeads(states, change);
            T.Store(T.Load(in _corrected[0]) + links.FollowHeads(states, change), ref _corrected[0]);
            balance.Outdate();
        }

        // A damped step, or one that a pump's law cut short, leaves water missing elsewhere too.
        balance.Take(states);
        for (var lane = 0; lane < T.Count; lane++)
        {
            _lacks[lane] = double.IsFinite(_tolerance[lane])
                && (balance.Residual(lane).Residual > _tolerance[lane]
                    || !(progress.Share(lane, _corrected[lane], _options.Accuracy) <= _options.Accuracy));
        }
    }

    // Infinite where a scenario's flows still change. True where any have come to rest.
    private bool SetTolerances()
    {
        var any = false;
        for (var lane = 0; lane < T.Count; lane++)
        {
            var rests = progress.IsRunning(lane) && progress.Change(lane, _options.Accuracy) <= _options.Accuracy;
            _tolerance[lane] = rests
                ? Math.Min(MassTolerance * Math.Max(progress.LargestFlow(lane), Constants.FlowTolerance), MostImbalance)
                : double.PositiveInfinity;
            _corrected[lane] = 0;
            any |= rests;
        }

        return any;
    }
}
