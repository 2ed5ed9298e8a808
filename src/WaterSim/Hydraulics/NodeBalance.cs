using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// The balance of water at every node of the core and every fixed head: what flows in less what flows out, m3/s. At a fixed
/// head that is its net inflow; elsewhere it should be nothing, and what it is is the mass residual. What no source reaches has none:
/// nothing flows there but what closed links, which are steep and not shut, let through.
/// </summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class NodeBalance<T>(NetworkArrays arrays, LinkCoefficients<T> links, NodeCoefficients<T> nodes)
    where T : struct, ILanes<T>
{
    private readonly double[] _excess = LaneMemory.Zeros(arrays.FixedEnd, T.Count);
    private readonly double[] _largest = new double[T.Count];
    private readonly int[] _worst = new int[T.Count];
    private bool _isCurrent;

    /// <summary>Says that flows or demands have changed.</summary>
    public void Outdate() => _isCurrent = false;

    /// <summary>Takes the balance of all scenarios, unless nothing has changed since.</summary>
    public void Take(LaneStates states)
    {
        if (_isCurrent)
        {
            return;
        }

        _isCurrent = true;
        Array.Clear(_excess);
        links.AddInflows(states, _excess);
        nodes.SubtractOutflows(states, _excess);
        var known = arrays.UnknownCount * T.Count;
        _excess.AsSpan(known).CopyTo(states.Inflow.AsSpan(known));
        Array.Clear(_largest);
        Array.Fill(_worst, -1);
        NoteExcess(states);
    }

    /// <summary>Largest imbalance at an unknown head, m3/s, and its solver node; -1 where there is none.</summary>
    public (double Residual, int Node) Residual(int lane) => (_largest[lane], _worst[lane]);

    // Of one scenario alone the nodes themselves stand side by side.
    private void NoteExcess(LaneStates states)
    {
        var excess = new LaneView<T>(_excess);
        var i = 0;
        for (; T.Count == 1 && i + Lanes8.Count <= arrays.UnknownCount; i += Lanes8.Count)
        {
            if (Lanes8.AnyLess(Lanes8.Of(_largest[0]), Lanes8.Abs(excess.Row<Lanes8>(i))))
            {
                for (var n = i; n < i + Lanes8.Count; n++)
                {
                    NoteExcess(states, n);
                }
            }
        }

        var largest = T.Load(in _largest[0]);
        for (; i < arrays.UnknownCount; i++)
        {
            if (T.AnyLess(largest, T.Abs(excess[i])))
            {
                NoteExcess(states, i);
                largest = T.Load(in _largest[0]);
            }
        }
    }

    private void NoteExcess(LaneStates states, int node)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            var excess = Math.Abs(_excess[(node * T.Count) + lane]);
            if (excess > _largest[lane] && !states[lane].Unsupplied[node])
            {
                (_largest[lane], _worst[lane]) = (excess, node);
            }
        }
    }
}
