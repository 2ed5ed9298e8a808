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

    // Nodes that plain pipes join, which are always open, are one part: only the other edges can part them.
    private readonly int[] _part;
    private readonly bool[] _hasSource;
    private readonly bool[] _reached;
    private readonly bool[] _marked;
    private readonly bool[] _closed;

    // PRVs that are closed by the solver's judgement.
    private readonly bool[] _letsIn;
    private bool _known;

    public SupplyReach(NetworkArrays arrays)
    {
        _arrays = arrays;
        _part = Parts(arrays);
        var parts = _part.Length == 0 ? 0 : _part.Max() + 1;
        _hasSource = new bool[parts];
        _reached = new bool[parts];
        _marked = new bool[parts];
        for (var i = arrays.UnknownCount; i < arrays.FixedEnd; i++)
        {
            _hasSource[_part[i]] = true;
        }

        _closed = new bool[arrays.EdgeCount - arrays.FirstSwitchable];
        _letsIn = new bool[_closed.Length];
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
        for (var c = 0; c < _closed.Length; c++)
        {
            var k = _arrays.FirstSwitchable + c;
            var closed = state.Status[k] == LinkState.Closed && !IsJudgedBySolver(state, k);
            changed |= closed != _closed[c];
            (_closed[c], _letsIn[c]) = (closed, false);
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
    /// A closed PRV cuts nothing off from what is above it: it is shut against pressure from below, of which there is none where no
    /// other source is, and opens again when the demand there is solved for.
    /// </summary>
    public bool MarkAfterSolve(HydraulicState state)
    {
        var any = false;
        for (var c = 0; c < _closed.Length; c++)
        {
            any |= state.Status[_arrays.FirstSwitchable + c] <= LinkState.Closed && !_closed[c];
        }

        if (!any)
        {
            return false;
        }

        for (var c = 0; c < _closed.Length; c++)
        {
            var k = _arrays.FirstSwitchable + c;
            _closed[c] = state.Status[k] <= LinkState.Closed;
            _letsIn[c] = _closed[c] && _arrays.Kind[k] == LinkKind.PressureReducing && !double.IsNaN(state.Setting[k]);
        }

        _known = false;
        var repeat = false;
        if (Spread(state))
        {
            state.HasLateCutOffs = true;
            for (var i = 0; i < _arrays.SuppliedCount; i++)
            {
                repeat |= state.Unsupplied[i] && state.Delivered[i] != 0;
            }
        }

        return repeat;
    }

    private bool IsJudgedBySolver(HydraulicState state, int k) => _arrays.Kind[k] == LinkKind.CheckValvePipe
        || (_arrays.Kind[k] is LinkKind.PressureReducing or LinkKind.PressureSustaining
            && !double.IsNaN(state.Setting[k]));

    // From the parts that hold a source over the open edges. True where that changes what is marked.
    private bool Spread(HydraulicState state)
    {
        _hasSource.CopyTo(_reached, 0);
        for (var goesOn = true; goesOn;)
        {
            goesOn = false;
            for (var c = 0; c < _closed.Length; c++)
            {
                var k = _arrays.FirstSwitchable + c;
                var (a, b) = (_part[_arrays.EdgeFrom[k]], _part[_arrays.EdgeTo[k]]);
                if (_closed[c] ? _letsIn[c] && _reached[a] && !_reached[b] : _reached[a] != _reached[b])
                {
                    (_reached[a], _reached[b]) = (true, true);
                    goesOn = true;
                }
            }
        }

        if (_known && _reached.AsSpan().SequenceEqual(_marked))
        {
            return false;
        }

        var changed = !_reached.AsSpan().SequenceEqual(_marked);
        _reached.CopyTo(_marked, 0);
        Mark(state);
        return changed;
    }

    // What stands inside a chain or a tree is supplied as its ends are.
    private void Mark(HydraulicState state)
    {
        var (unsupplied, pipes) = (state.Unsupplied, _arrays.Pipes);
        state.HasUnsupplied = _arrays.SuppliedCount < _arrays.ModelNode.Length || _reached.AsSpan().Contains(false);
        unsupplied.Fill(true);
        for (var i = 0; i < _arrays.FixedEnd; i++)
        {
            unsupplied[i] = !_reached[_part[i]];
        }

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

    // The part of each node of the core and each fixed head, numbered from 0.
    private static int[] Parts(NetworkArrays arrays)
    {
        var parent = new int[arrays.FixedEnd];
        for (var i = 0; i < parent.Length; i++)
        {
            parent[i] = i;
        }

        for (var c = 0; c < arrays.FirstSwitchable; c++)
        {
            var (a, b) = (Root(arrays.EdgeFrom[c]), Root(arrays.EdgeTo[c]));
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        var number = new int[parent.Length];
        var count = 0;
        for (var i = 0; i < parent.Length; i++)
        {
            var root = Root(i);
            number[i] = root == i ? count++ : number[root];
        }

        return number;

        int Root(int i)
        {
            while (parent[i] != i)
            {
                parent[i] = parent[parent[i]];
                i = parent[i];
            }

            return i;
        }
    }
}
