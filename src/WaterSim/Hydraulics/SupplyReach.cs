namespace WaterSim.Hydraulics;

/// <summary>
/// Finds the junctions that no open link joins to a reservoir or tank. Their heads have no meaning and their demand
/// cannot be met. Deviation from EPANET: it draws that demand through the seepage of closed links, at pressures such as
/// -1e6. Test: Behind_a_closed_pipe_there_is_no_pressure_and_no_delivery.
/// It remembers the statuses it last saw: one for each scenario that is being solved.
/// </summary>
internal sealed class SupplyReach
{
    private readonly NetworkArrays _arrays;
    private readonly int[] _start;
    private readonly int[] _edges;
    private readonly int[] _queue;
    private readonly bool[] _closed;
    private bool _known;

    public SupplyReach(NetworkArrays arrays)
    {
        _arrays = arrays;
        var ends = new (int From, int To)[arrays.EdgeCount];
        for (var k = 0; k < ends.Length; k++)
        {
            ends[k] = (arrays.EdgeFrom[k], arrays.EdgeTo[k]);
        }

        (_start, _edges) = NetworkReduction.Incidence(ends, arrays.FixedEnd);
        _queue = new int[arrays.FixedEnd];
        _closed = new bool[arrays.EdgeCount];
    }

    /// <summary>Forgets the statuses it last saw: another run begins.</summary>
    public void Forget() => _known = false;

    /// <summary>
    /// Marks what is cut off by links that are closed for good: by their own status, not by the solver's judgement of
    /// heads and flows, which may change as it goes on.
    /// </summary>
    public void MarkBeforeSolve(HydraulicState state)
    {
        var changed = !_known;
        for (var k = _arrays.FirstSwitchable; k < _closed.Length; k++)
        {
            var closed = state.Status[k] == LinkState.Closed && !IsJudgedBySolver(state, k);
            changed |= closed != _closed[k];
            _closed[k] = closed;
        }

        if (changed || state.HasLateCutOffs)
        {
            Spread(state);
            state.HasLateCutOffs = false;
        }

        _known = true;
    }

    /// <summary>
    /// Marks what the statuses found by a solve cut off besides, such as a junction behind a check valve that points the
    /// wrong way. True where there is such a junction with demand, so that the solve must be repeated without it.
    /// </summary>
    public bool MarkAfterSolve(HydraulicState state)
    {
        var any = false;
        for (var k = _arrays.FirstSwitchable; k < _closed.Length; k++)
        {
            any |= state.Status[k] <= LinkState.Closed && !_closed[k];
        }

        if (!any)
        {
            return false;
        }

        for (var k = _arrays.FirstSwitchable; k < _closed.Length; k++)
        {
            _closed[k] = state.Status[k] <= LinkState.Closed;
        }

        _known = false;
        var before = Count(state.Unsupplied);
        Spread(state);
        var repeat = false;
        if (Count(state.Unsupplied) != before)
        {
            state.HasLateCutOffs = true;
            for (var i = 0; i < _arrays.SuppliedCount; i++)
            {
                repeat |= state.Unsupplied[i] && state.Delivered[i] != 0;
            }
        }

        return repeat;
    }

    private static int Count(Column<bool> marks)
    {
        var count = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            count += marks[i] ? 1 : 0;
        }

        return count;
    }

    private bool IsJudgedBySolver(HydraulicState state, int k) => _arrays.Kind[k] == LinkKind.CheckValvePipe
        || (_arrays.Kind[k] is LinkKind.PressureReducing or LinkKind.PressureSustaining
            && !double.IsNaN(state.Setting[k]));

    private void Spread(HydraulicState state)
    {
        var unsupplied = state.Unsupplied;
        unsupplied.Fill(true);
        var count = 0;
        for (var i = _arrays.UnknownCount; i < _arrays.FixedEnd; i++)
        {
            unsupplied[i] = false;
            _queue[count++] = i;
        }

        for (var head = 0; head < count; head++)
        {
            var node = _queue[head];
            for (var p = _start[node]; p < _start[node + 1]; p++)
            {
                var k = _edges[p];
                var other = _arrays.EdgeFrom[k] == node ? _arrays.EdgeTo[k] : _arrays.EdgeFrom[k];
                if (!_closed[k] && unsupplied[other])
                {
                    unsupplied[other] = false;
                    _queue[count++] = other;
                }
            }
        }

        state.HasUnsupplied = count < _arrays.FixedEnd || _arrays.SuppliedCount < _arrays.ModelNode.Length;
        SpreadInto(unsupplied);
    }

    // What stands inside a chain or a tree is supplied as its ends are.
    private void SpreadInto(Column<bool> unsupplied)
    {
        var pipes = _arrays.Pipes;
        for (var c = 0; c < pipes.LongChainCount; c++)
        {
            for (var n = 0; n < (int)pipes.ChainLength[c] - 1; n++)
            {
                unsupplied[pipes.NodeBehind[pipes.PlaceOf(c, n)]] = unsupplied[_arrays.EdgeFrom[c]];
            }
        }

        for (var t = 0; t < pipes.TreeCount; t++)
        {
            unsupplied[_arrays.TreeNodeStart + t] = unsupplied[pipes.TreeParent[t]];
        }
    }
}
