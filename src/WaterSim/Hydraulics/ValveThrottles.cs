namespace WaterSim.Hydraulics;

/// <summary>
/// Finds the statuses of one moment's PRVs where judging them from iterate to iterate has found no rest. The valves become
/// throttles: with resistances r the equations are those of passive links, whose one solution Newton's method finds from
/// anywhere. Then each r becomes what its valve would need at that flow,
/// <code>
/// r = (h1 - hset) / q^2,   not below m of the open valve
/// </code>
/// and so on; water passes a throttle one way only. From time to time the valves regulate again from there. Where they find no rest even so,
/// the throttles are the solution once each holds hset or is wholly open.
/// Deviation from EPANET: it goes on with the iterate it stopped at. Test: Valves_that_find_no_rest_are_settled_as_throttles.
/// </summary>
internal sealed class ValveThrottles(NetworkArrays arrays)
{
    // What a throttle may hold amiss, m.
    private const double Tolerance = 0.01;

    // Solutions with throttles for one moment, at most.
    private const int MostTurns = 40;

    // Such solutions between two trials with regulating valves.
    private const int TurnsBetweenTrials = 4;

    // Iterations of a solution with throttles, and of a trial, at most.
    private const int MostIterations = 120;
    private const int TrialIterations = 20;

    // By how much a resistance may change at a time, -.
    private const double MostChange = 1e3;

    // As good as closed: 1e-7 m3/s at 100 m.
    private const double MostResistance = 1e16;

    private readonly double[] _settings = new double[arrays.PressureValves.Length];
    private readonly double[] _resistance = new double[arrays.EdgeCount];

    /// <summary>Whether there is a PRV that is to hold a pressure.</summary>
    public bool HasAny(HydraulicState state) => Array.Exists(
        arrays.PressureValves, k => arrays.Kind[k] == LinkKind.PressureReducing && !double.IsNaN(state.Setting[k]));

    /// <summary>Finds them.</summary>
    /// <param name="state">The state; its flows are left as they were solved last, its valves as they regulate.</param>
    /// <param name="solve">Solves the state from where it is, in so many iterations at most; true where that converged.</param>
    /// <returns>True where the last solution has converged and its valves do what they should.</returns>
    public bool Settle(HydraulicState state, Func<int, bool> solve)
    {
        TakeOver(state);
        state.GuessAgain(arrays);
        var isSettled = false;
        for (var turn = 1; turn <= MostTurns && !isSettled; turn++)
        {
            Throttle(state);
            if (!solve(MostIterations))
            {
                break;
            }

            isSettled = Adjust(state);
            if (isSettled || turn % TurnsBetweenTrials == 0)
            {
                Regulate(state);
                if (solve(TrialIterations))
                {
                    return true;
                }
            }
        }

        // The trial has failed: the throttles are the solution.
        Throttle(state);
        isSettled = solve(MostIterations) && isSettled;
        Regulate(state);
        return isSettled;
    }

    private void TakeOver(HydraulicState state)
    {
        Array.Fill(_resistance, double.NaN);
        for (var v = 0; v < _settings.Length; v++)
        {
            var k = arrays.PressureValves[v];
            if (arrays.Kind[k] == LinkKind.PressureReducing && !double.IsNaN(state.Setting[k]))
            {
                _settings[v] = state.Setting[k];
                _resistance[k] = arrays.MinorResistance[k];
            }
        }
    }

    private void Throttle(HydraulicState state)
    {
        state.Throttles = _resistance;
        foreach (var k in arrays.PressureValves)
        {
            if (!double.IsNaN(_resistance[k]))
            {
                (state.Setting[k], state.Status[k]) = (double.NaN, LinkState.Open);
            }
        }
    }

    private void Regulate(HydraulicState state)
    {
        state.Throttles = null;
        for (var v = 0; v < _settings.Length; v++)
        {
            var k = arrays.PressureValves[v];
            if (!double.IsNaN(_resistance[k]))
            {
                state.Setting[k] = _settings[v];
                state.Status[k] = state.Flow[k] <= Constants.FlowTolerance ? LinkState.Closed
                    : _resistance[k] <= arrays.MinorResistance[k] ? LinkState.Open
                    : LinkState.Active;
            }
        }
    }

    // True where every throttle does what its valve should.
    private bool Adjust(HydraulicState state)
    {
        var isSettled = true;
        for (var v = 0; v < _settings.Length; v++)
        {
            var k = arrays.PressureValves[v];
            if (double.IsNaN(_resistance[k]))
            {
                continue;
            }

            var (least, q) = (arrays.MinorResistance[k], Math.Max(state.Flow[k], Constants.SmallFlow));
            var held = arrays.Elevation[arrays.EdgeTo[k]] + _settings[v];
            var (above, below) = (state.Head[arrays.EdgeFrom[k]], state.Head[arrays.EdgeTo[k]]);
            var isStill = state.Flow[k] <= Constants.FlowTolerance;
            isSettled &= below > held
                ? below <= held + Tolerance || isStill
                : below >= held - Tolerance || _resistance[k] <= least || (isStill && above <= held + Tolerance);
            var before = Math.Max(_resistance[k], 1);
            var wanted = Math.Clamp((above - held) / (q * q), before / MostChange, before * MostChange);
            _resistance[k] = Math.Clamp(wanted <= 1 ? least : wanted, least, MostResistance);
        }

        return isSettled;
    }
}
