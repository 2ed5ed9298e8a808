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
        for (var i = 0; i < demand.Length; i += T.Count)
        {
            var asked = T.Load(in demand[i]);
            T.Store(T.Select(starting, asked, T.Load(in delivered[i])), ref delivered[i]);
            T.Store(asked, ref load[i]);
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
        var (load, offset) = (states.Load, states.Offset);
        var parents = arrays.Pipes.TreeParent;
        var place = arrays.Pipes.TreePlace(0);
        for (var t = parents.Length - 1; t >= 0; t--)
        {
            var beyond = T.Load(in load[(arrays.TreeNodeStart + t) * T.Count]);
            T.Store(beyond, ref offset[(place + t) * T.Count]);
            ref var parent = ref load[parents[t] * T.Count];
            T.Store(T.Load(in parent) + beyond, ref parent);
        }
    }

    // The demand before a chain's leading pipe is met at its start, what is drawn behind it at its end.
    private void AddChains(LaneStates states)
    {
        var (load, offset, pipes) = (states.Load, states.Offset, arrays.Pipes);
        for (var c = 0; c < pipes.LongChainCount; c++)
        {
            var first = pipes.PlaceOf(c, 0);
            var lead = first + (pipes.ChainLead[c] * PipeTable.Lanes);
            var last = first + (((int)pipes.ChainLength[c] - 1) * PipeTable.Lanes);
            var before = T.Of(0);
            for (var place = lead; place > first;)
            {
                place -= PipeTable.Lanes;
                before += T.Load(in load[pipes.NodeBehind[place] * T.Count]);
                T.Store(before, ref offset[place * T.Count]);
            }

            var behind = T.Of(0);
            for (var place = lead; place < last;)
            {
                behind -= T.Load(in load[pipes.NodeBehind[place] * T.Count]);
                place += PipeTable.Lanes;
                T.Store(behind, ref offset[place * T.Count]);
            }

            ref var from = ref load[arrays.EdgeFrom[c] * T.Count];
            T.Store(T.Load(in from) + before, ref from);
            ref var to = ref load[arrays.EdgeTo[c] * T.Count];
            T.Store(T.Load(in to) - behind, ref to);
        }
    }
}
