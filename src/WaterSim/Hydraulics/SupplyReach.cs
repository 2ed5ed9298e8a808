namespace WaterSim.Hydraulics;

/// <summary>
/// Finds the junctions that no open link joins to a reservoir or tank. Their heads have no meaning and their demand
/// cannot be met. Deviation from EPANET: it draws that demand through the seepage of closed links, at pressures such as
/// -1e6. Test: Behind_a_closed_pipe_there_is_no_pressure_and_no_delivery.
/// </summary>
internal sealed class SupplyReach
{
    private readonly NetworkArrays _arrays;
    private readonly int[] _start;
    private readonly int[] _links;
    private readonly int[] _queue;
    private readonly bool[] _closed;
    private bool _known;

    public SupplyReach(NetworkArrays arrays)
    {
        _arrays = arrays;
        var nodes = arrays.ModelNode.Length;
        _start = new int[nodes + 1];
        foreach (var end in arrays.From.Concat(arrays.To))
        {
            _start[end + 1]++;
        }

        for (var i = 0; i < nodes; i++)
        {
            _start[i + 1] += _start[i];
        }

        _links = new int[_start[nodes]];
        var next = _start.AsSpan(0, nodes).ToArray();
        for (var k = 0; k < arrays.From.Length; k++)
        {
            _links[next[arrays.From[k]]++] = k;
            _links[next[arrays.To[k]]++] = k;
        }

        _queue = new int[nodes];
        _closed = new bool[arrays.From.Length];
    }

    /// <summary>
    /// Marks what is cut off by links that are closed for good: by their own status, not by the solver's judgement of
    /// heads and flows, which may change as it goes on.
    /// </summary>
    public void MarkBeforeSolve(HydraulicState state)
    {
        var changed = !_known;
        for (var k = 0; k < _closed.Length; k++)
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
        for (var k = 0; k < _closed.Length; k++)
        {
            any |= state.Status[k] <= LinkState.Closed && !_closed[k];
        }

        if (!any)
        {
            return false;
        }

        for (var k = 0; k < _closed.Length; k++)
        {
            _closed[k] = state.Status[k] <= LinkState.Closed;
        }

        _known = false;
        var before = state.Unsupplied.AsSpan().Count(true);
        Spread(state);
        var repeat = false;
        if (state.Unsupplied.AsSpan().Count(true) != before)
        {
            state.HasLateCutOffs = true;
            for (var i = 0; i < _arrays.UnknownCount; i++)
            {
                repeat |= state.Unsupplied[i] && state.Delivered[i] != 0;
            }
        }

        return repeat;
    }

    private bool IsJudgedBySolver(HydraulicState state, int k) => _arrays.Kind[k] == LinkKind.CheckValvePipe
        || (_arrays.Kind[k] is LinkKind.PressureReducing or LinkKind.PressureSustaining
            && !double.IsNaN(state.Setting[k]));

    private void Spread(HydraulicState state)
    {
        var unsupplied = state.Unsupplied;
        Array.Fill(unsupplied, true);
        var count = 0;
        for (var i = _arrays.UnknownCount; i < _arrays.SuppliedCount; i++)
        {
            unsupplied[i] = false;
            _queue[count++] = i;
        }

        for (var head = 0; head < count; head++)
        {
            var node = _queue[head];
            for (var p = _start[node]; p < _start[node + 1]; p++)
            {
                var k = _links[p];
                var other = _arrays.From[k] == node ? _arrays.To[k] : _arrays.From[k];
                if (!_closed[k] && unsupplied[other])
                {
                    unsupplied[other] = false;
                    _queue[count++] = other;
                }
            }
        }
    }
}
