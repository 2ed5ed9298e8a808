using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// The balance of water wherever it can be had without solving: what is drawn, how much flows in each tree's pipes, and by
/// how much the flows of a chain's pipes differ.
/// </summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class NodeLoads<T>(NetworkArrays arrays)
    where T : struct, ILanes<T>
{
    private readonly bool _pressureDriven =
        arrays.Network.Options.DemandModel == Model.DemandModel.PressureDriven;

    /// <summary>
    /// Sets <see cref="LaneStates.Load"/> and <see cref="LaneStates.Offset"/>, and to begin with
    /// <see cref="LaneStates.Delivered"/>, by demands and by what is supplied.
    /// </summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="starting">Mask of those that start; of the others nothing changes.</param>
    /// <param name="drawn">Filled with the demand that depends on pressure, m3/s; one per unknown head and lane.</param>
    public void Set(LaneStates states, T starting, double[] drawn)
    {
        var (demand, delivered, load) = (states.Demand, states.Delivered, states.Load);
        var driven = _pressureDriven ? arrays.UnknownCount * T.Count : 0;
        demand.CopyTo(load, 0);
        if (T.Count == 1)
        {
            demand.CopyTo(delivered, 0);
        }
        else
        {
            var deliveries = new LaneView<T>(delivered);
            var demands = new LaneView<T>(demand);
            for (var i = 0; i < demand.Length / T.Count; i++)
            {
                deliveries[i] = T.Select(starting, demands[i], deliveries[i]);
            }
        }

        for (var lane = 0; lane < T.Count; lane++)
        {
            if (states[lane].HasUnsupplied)
            {
                DrawNothingWithoutSource(states[lane]);
            }
        }

        for (var i = 0; i < driven; i += T.Count)
        {
            var asked = T.Load(in load[i]);
            var draws = T.Less(T.Of(0), asked);
            T.Store(T.Where(draws, asked), ref drawn[i]);
            T.Store(T.Select(draws, T.Of(0), asked), ref load[i]);
        }

        AddTrees(states);
        AddChains(states);
    }

    private void DrawNothingWithoutSource(HydraulicState state)
    {
        for (var i = 0; i < state.Unsupplied.Length; i++)
        {
            if (state.Unsupplied[i])
            {
                state.Delivered[i] = 0;
                state.Load[i] = 0;
            }
        }
    }

    // From the leaves to the roots.
    private void AddTrees(LaneStates states)
    {
        var load = new LaneView<T>(states.Load);
        var offset = new LaneView<T>(states.Offset);
        var parents = new IndexView(arrays.Pipes.TreeParent);
        var place = arrays.Pipes.TreePlace(0);
        var node = arrays.TreeNodeStart;
        for (var t = arrays.Pipes.TreeCount - 1; t >= 0; t--)
        {
            var beyond = load[node + t];
            offset[place + t] = beyond;
            load[parents[t]] += beyond;
        }
    }

    // The demand before a chain's leading pipe is met at its start, what is drawn behind it at its end.
    private void AddChains(LaneStates states)
    {
        var pipes = arrays.Pipes;
        var load = new LaneView<T>(states.Load);
        var offset = new LaneView<T>(states.Offset);
        var nodesBehind = new IndexView(pipes.NodeBehind);
        for (var c = 0; c < pipes.LongChainCount; c++)
        {
            var first = pipes.PlaceOf(c, 0);
            var lead = first + (pipes.ChainLead[c] * PipeTable.Lanes);
            var last = first + (((int)pipes.ChainLength[c] - 1) * PipeTable.Lanes);
            var before = T.Of(0);
            for (var place = lead; place > first;)
            {
                place -= PipeTable.Lanes;
                before += load[nodesBehind[place]];
                offset[place] = before;
            }

            var behind = T.Of(0);
            for (var place = lead; place < last;)
            {
                behind -= load[nodesBehind[place]];
                place += PipeTable.Lanes;
                offset[place] = behind;
            }

            load[arrays.EdgeFrom[c]] += before;
            load[arrays.EdgeTo[c]] -= behind;
        }
    }
}
