using System.Runtime.CompilerServices;
using WaterSim.Hydraulics.Laws;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// The laws of all plain pipes at once. A chain of pipes i, with flows q + c_i, is one link:
/// <code>
/// h(q) = sum of h_i(q + c_i),   h'(q) = sum of h_i'(q + c_i)
/// </code>
/// One scenario alone is evaluated many chains at a time; scenarios side by side are evaluated chain by chain, all
/// scenarios at a time. Every lane goes through the same operations, so that the results are the same bits.
/// </summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class PipeCoefficients<T>
    where T : struct, ILanes<T>
{
    private readonly NetworkArrays _arrays;
    private readonly PipeTable _pipes;
    private readonly double[] _flowSums = new double[PipeTable.Lanes];
    private double[]? _conductanceBefore;
    private double[]? _lossFlowBefore;

    /// <summary>A workspace for a compiled network.</summary>
    /// <param name="arrays">The network.</param>
    /// <param name="width">How many chains of one scenario are evaluated at a time: 8, 4 or 1.</param>
    public PipeCoefficients(NetworkArrays arrays, int width)
    {
        (_arrays, _pipes, Width) = (arrays, arrays.Pipes, width);
        Conductance = LaneMemory.Zeros(arrays.EdgeCount + PipeTable.Lanes, T.Count);
        LossFlow = LaneMemory.Zeros(arrays.EdgeCount + PipeTable.Lanes, T.Count);
        Loss = LaneMemory.Zeros(arrays.Pipes.PlaceCount, T.Count);
        Slope = LaneMemory.Zeros(arrays.Pipes.PlaceCount, T.Count);
    }

    /// <summary>How many chains of one scenario are evaluated at a time.</summary>
    public int Width { get; }

    /// <summary>Sum of the pipes' flows at the last evaluation, m3/s, one per lane.</summary>
    public T FlowSum { get; private set; }

    /// <summary>1/h', m2/s; one per edge and lane, and a row of places behind them.</summary>
    public double[] Conductance { get; }

    /// <summary>h/h', m3/s; one per edge and lane, and a row of places behind them.</summary>
    public double[] LossFlow { get; }

    /// <summary>Headloss of each pipe along its chain, m, after <see cref="EvaluatePipes"/>; one per place and lane.</summary>
    public double[] Loss { get; }

    /// <summary>Its derivative by flow, s/m2; one per place and lane.</summary>
    public double[] Slope { get; }

    /// <summary>
    /// Resistances of scenarios that differ in roughness; one per place and lane, or null where all have the network's.
    /// </summary>
    public double[]? LaneResistance { get; set; }

    /// <summary>As <see cref="LaneResistance"/>: relative roughness, for Darcy-Weisbach.</summary>
    public double[]? LaneRelativeRoughness { get; set; }

    /// <summary>
    /// Fills <see cref="Conductance"/> and <see cref="LossFlow"/> of all chains; the places behind the chains are written over.
    /// </summary>
    public void EvaluateChains(LaneStates states) => FlowSum = _arrays.Friction switch
    {
        HeadLossFormula.DarcyWeisbach => Evaluate<DarcyWeisbach, Summed>(states),
        HeadLossFormula.ChezyManning => Evaluate<ChezyManning, Summed>(states),
        _ => Evaluate<HazenWilliams, Summed>(states),
    };

    /// <summary>Does the same, and fills <see cref="Loss"/> and <see cref="Slope"/> of all pipes, those of trees included.</summary>
    public void EvaluatePipes(LaneStates states) => FlowSum = _arrays.Friction switch
    {
        HeadLossFormula.DarcyWeisbach => Evaluate<DarcyWeisbach, Kept>(states),
        HeadLossFormula.ChezyManning => Evaluate<ChezyManning, Kept>(states),
        _ => Evaluate<HazenWilliams, Kept>(states),
    };

    /// <summary>
    /// Carries the coefficients of the last <see cref="EvaluatePipes"/> over to other offsets, without evaluating any law: the
    /// flows in a chain that has kept its own flow have changed by dc_i, so that along the tangents its headloss is
    /// <code>
    /// h = sum of h_i + g_i dc_i
    /// </code>
    /// as EPANET's first iteration has it, which starts from the flows of before.
    /// </summary>
    /// <param name="states">The scenarios, with their new offsets.</param>
    /// <param name="before">The offsets of before.</param>
    /// <returns>Sum of the changes of flow, m3/s, one per lane.</returns>
    public T CarryOver(LaneStates states, double[] before)
    {
        var offsets = new LaneView<T>(states.Offset);
        var olds = new LaneView<T>(before);
        return T.Count == 1 ? CarryOverAcrossChains(offsets, olds) : CarryOverAcrossScenarios(offsets, olds);
    }

    // A place without a pipe has a slope of 0, and no offset.
    private T CarryOverAcrossChains(LaneView<T> offsets, LaneView<T> olds)
    {
        var slopes = new LaneView<T>(Slope);
        var conductances = new LaneView<T>(Conductance);
        var lossFlows = new LaneView<T>(LossFlow);
        var sum = Lanes8.Of(0);
        for (var g = 0; g * PipeTable.Lanes < _pipes.LongChainCount; g++)
        {
            var more = Lanes8.Of(0);
            var place = _pipes.GroupStart[g] * PipeTable.Lanes;
            var end = place + (_pipes.GroupRows[g] * PipeTable.Lanes);
            for (; place < end; place += PipeTable.Lanes)
            {
                var change = offsets.Row<Lanes8>(place) - olds.Row<Lanes8>(place);
                more = Lanes8.MultiplyAdd(slopes.Row<Lanes8>(place), change, more);
                sum += Lanes8.Abs(change);
            }

            var edge = g * PipeTable.Lanes;
            lossFlows.SetRow(
                edge, Lanes8.MultiplyAdd(conductances.Row<Lanes8>(edge), more, lossFlows.Row<Lanes8>(edge)));
        }

        Lanes8.Store(sum, ref _flowSums[0]);
        double total = 0;
        foreach (var part in _flowSums)
        {
            total += part;
        }

        return T.Of(total);
    }

    private T CarryOverAcrossScenarios(LaneView<T> offsets, LaneView<T> olds)
    {
        var slopes = new LaneView<T>(Slope);
        var conductances = new LaneView<T>(Conductance);
        var lossFlows = new LaneView<T>(LossFlow);
        var sum = T.Of(0);
        for (var c = 0; c < _pipes.LongChainCount; c++)
        {
            var more = T.Of(0);
            var place = _pipes.PlaceOf(c, 0);
            var end = place + ((int)_pipes.ChainLength[c] * PipeTable.Lanes);
            for (; place < end; place += PipeTable.Lanes)
            {
                var change = offsets[place] - olds[place];
                more = T.MultiplyAdd(slopes[place], change, more);
                sum += T.Abs(change);
            }

            lossFlows[c] = T.MultiplyAdd(conductances[c], more, lossFlows[c]);
        }

        return sum;
    }

    /// <summary>Evaluates the chains of some scenarios, and leaves those of the others as they are.</summary>
    /// <param name="states">The scenarios.</param>
    /// <param name="known">Mask of the others.</param>
    /// <param name="offsets">Of the scenarios that are evaluated, filled with their present offsets.</param>
    public void EvaluateAgain(LaneStates states, T known, double[] offsets)
    {
        _conductanceBefore ??= LaneMemory.Zeros(_pipes.ChainCount, T.Count);
        _lossFlowBefore ??= LaneMemory.Zeros(_pipes.ChainCount, T.Count);
        Array.Copy(Conductance, _conductanceBefore, _conductanceBefore.Length);
        Array.Copy(LossFlow, _lossFlowBefore, _lossFlowBefore.Length);
        var sum = FlowSum;
        EvaluateChains(states);
        FlowSum = T.Select(known, sum, FlowSum);
        Blend(_conductanceBefore, Conductance, _pipes.ChainCount);
        Blend(_lossFlowBefore, LossFlow, _pipes.ChainCount);
        var olds = new LaneView<T>(offsets);
        var present = new LaneView<T>(states.Offset);
        for (var place = 0; place < _pipes.PlaceCount; place++)
        {
            olds[place] = T.Select(known, olds[place], present[place]);
        }

        void Blend(double[] before, double[] after, int count)
        {
            var befores = new LaneView<T>(before);
            var afters = new LaneView<T>(after);
            for (var c = 0; c < count; c++)
            {
                afters[c] = T.Select(known, befores[c], afters[c]);
            }
        }
    }

    private T Evaluate<TLaw, TUse>(LaneStates states)
        where TLaw : struct, IPipeLaw
        where TUse : struct, IUse
    {
        if (T.Count > 1)
        {
            return AcrossScenarios<TLaw, TUse>(states);
        }

        switch (Width)
        {
            case 8:
                AcrossChains<TLaw, TUse, Lanes8>(states);
                break;
            case 4:
                AcrossChains<TLaw, TUse, Lanes4>(states);
                break;
            default:
                AcrossChains<TLaw, TUse, Lanes1>(states);
                break;
        }

        // In one order, whatever the width.
        double sum = 0;
        foreach (var part in _flowSums)
        {
            sum += part;
        }

        return T.Of(sum);
    }

    private void AcrossChains<TLaw, TUse, TPipes>(LaneStates states)
        where TLaw : struct, IPipeLaw
        where TUse : struct, IUse
        where TPipes : struct, ILanes<TPipes>
    {
        var flows = new LaneView<T>(states.Flow);
        var offsets = new LaneView<T>(states.Offset);
        var conductances = new LaneView<T>(Conductance);
        var lossFlows = new LaneView<T>(LossFlow);
        var rows = new PipeRows<T>(_pipes, LaneResistance, LaneRelativeRoughness);
        var losses = new LaneView<T>(Loss);
        var slopes = new LaneView<T>(Slope);
        var starts = new IndexView(_pipes.GroupStart);
        var fullRows = new IndexView(_pipes.GroupFullRows);
        var allRows = new IndexView(_pipes.GroupRows);
        var groups = _pipes.GroupStart.Length;
        for (var part = 0; part < PipeTable.Lanes; part += TPipes.Count)
        {
            var sum = TPipes.Of(0);
            for (var g = 0; g < groups; g++)
            {
                var edge = (g * PipeTable.Lanes) + part;
                var place = (starts[g] * PipeTable.Lanes) + part;
                var q = flows.Row<TPipes>(edge);
                var loss = TPipes.Of(0);
                var slope = TPipes.Of(0);
                var full = place + (fullRows[g] * PipeTable.Lanes);
                var end = place + (allRows[g] * PipeTable.Lanes);
                for (; place < full; place += PipeTable.Lanes)
                {
                    var flow = q + offsets.Row<TPipes>(place);
                    var size = TPipes.Abs(flow);
                    var perFlow = rows.LossPerFlow<TLaw, TPipes>(place, size, out var steep);
                    if (TUse.Keeps)
                    {
                        losses.SetRow(place, perFlow * flow);
                        slopes.SetRow(place, steep);
                    }

                    loss = TPipes.MultiplyAdd(perFlow, flow, loss);
                    slope += steep;
                    sum += size;
                }

                for (; place < end; place += PipeTable.Lanes)
                {
                    // A place without a pipe counts for nothing.
                    var isPipe = rows.IsPipe<TPipes>(place);
                    var flow = q + offsets.Row<TPipes>(place);
                    var size = TPipes.Abs(flow);
                    var perFlow = TPipes.Where(isPipe, rows.LossPerFlow<TLaw, TPipes>(place, size, out var steep));
                    steep = TPipes.Where(isPipe, steep);
                    if (TUse.Keeps)
                    {
                        losses.SetRow(place, perFlow * flow);
                        slopes.SetRow(place, steep);
                    }

                    loss = TPipes.MultiplyAdd(perFlow, flow, loss);
                    slope += steep;
                    sum += TPipes.Where(isPipe, size);
                }

                var conductance = TPipes.Of(1) / slope;
                conductances.SetRow(edge, conductance);
                lossFlows.SetRow(edge, conductance * loss);
            }

            TPipes.Store(sum, ref _flowSums[part]);
        }

        for (var place = _pipes.TreeRow * PipeTable.Lanes; TUse.Keeps && place < _pipes.PlaceCount; place += TPipes.Count)
        {
            var flow = offsets.Row<TPipes>(place);
            losses.SetRow(place, rows.LossPerFlow<TLaw, TPipes>(place, TPipes.Abs(flow), out var steep) * flow);
            slopes.SetRow(place, steep);
        }
    }

    private T AcrossScenarios<TLaw, TUse>(LaneStates states)
        where TLaw : struct, IPipeLaw
        where TUse : struct, IUse
    {
        var flows = new LaneView<T>(states.Flow);
        var offsets = new LaneView<T>(states.Offset);
        var conductances = new LaneView<T>(Conductance);
        var lossFlows = new LaneView<T>(LossFlow);
        var losses = new LaneView<T>(Loss);
        var slopes = new LaneView<T>(Slope);
        var rows = new PipeRows<T>(_pipes, LaneResistance, LaneRelativeRoughness);
        var sum = T.Of(0);
        for (var c = 0; c < _pipes.ChainCount; c++)
        {
            var q = flows[c];
            var loss = T.Of(0);
            var slope = T.Of(0);
            var place = _pipes.PlaceOf(c, 0);
            var end = place + ((int)_pipes.ChainLength[c] * PipeTable.Lanes);
            for (; place < end; place += PipeTable.Lanes)
            {
                var flow = q + offsets[place];
                var size = T.Abs(flow);
                var perFlow = rows.LossPerFlow<TLaw>(place, size, out var steep);
                if (TUse.Keeps)
                {
                    losses[place] = perFlow * flow;
                    slopes[place] = steep;
                }

                loss = T.MultiplyAdd(perFlow, flow, loss);
                slope += steep;
                sum += size;
            }

            var conductance = T.Of(1) / slope;
            conductances[c] = conductance;
            lossFlows[c] = conductance * loss;
        }

        var trees = _pipes.TreeRow * PipeTable.Lanes;
        for (var place = trees; TUse.Keeps && place < trees + _pipes.TreeCount; place++)
        {
            var flow = offsets[place];
            var perFlow = rows.LossPerFlow<TLaw>(place, T.Abs(flow), out var steep);
            losses[place] = perFlow * flow;
            slopes[place] = steep;
        }

        return sum;
    }

    // Whether the pipes' own losses are wanted, or only the chains'; decided when the code is compiled.
    private interface IUse
    {
        static abstract bool Keeps { get; }
    }

    private readonly struct Summed : IUse
    {
        public static bool Keeps => false;
    }

    private readonly struct Kept : IUse
    {
        public static bool Keeps => true;
    }
}
