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

    /// <summary>A workspace for a compiled network.</summary>
    /// <param name="arrays">The network.</param>
    /// <param name="width">How many chains of one scenario are evaluated at a time: 8, 4 or 1.</param>
    public PipeCoefficients(NetworkArrays arrays, int width)
    {
        (_arrays, _pipes, Width) = (arrays, arrays.Pipes, width);
        var places = (arrays.EdgeCount + PipeTable.Lanes) * T.Count;
        Conductance = new double[places];
        LossFlow = new double[places];
        Loss = new double[arrays.Pipes.PlaceCount * T.Count];
        Slope = new double[arrays.Pipes.PlaceCount * T.Count];
    }

    /// <summary>How many chains of one scenario are evaluated at a time.</summary>
    public int Width { get; }

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
    /// <returns>Sum of the pipes' flows, m3/s, one per lane.</returns>
    public T EvaluateChains(LaneStates states) => _arrays.Friction switch
    {
        HeadLossFormula.DarcyWeisbach => Evaluate<DarcyWeisbach>(states),
        HeadLossFormula.ChezyManning => Evaluate<ChezyManning>(states),
        _ => Evaluate<HazenWilliams>(states),
    };

    /// <summary>Does the same, and fills <see cref="Loss"/> and <see cref="Slope"/> of all pipes, those of trees included.</summary>
    public void EvaluatePipes(LaneStates states)
    {
        switch (_arrays.Friction)
        {
            case HeadLossFormula.DarcyWeisbach:
                EvaluateEach<DarcyWeisbach>(states);
                break;
            case HeadLossFormula.ChezyManning:
                EvaluateEach<ChezyManning>(states);
                break;
            default:
                EvaluateEach<HazenWilliams>(states);
                break;
        }
    }

    private T Evaluate<TLaw>(LaneStates states)
        where TLaw : struct, IPipeLaw
    {
        if (T.Count > 1)
        {
            return AcrossScenarios<TLaw>(states);
        }

        switch (Width)
        {
            case 8:
                AcrossChains<TLaw, Lanes8>(states);
                break;
            case 4:
                AcrossChains<TLaw, Lanes4>(states);
                break;
            default:
                AcrossChains<TLaw, Lanes1>(states);
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

    private void EvaluateEach<TLaw>(LaneStates states)
        where TLaw : struct, IPipeLaw
    {
        if (T.Count > 1)
        {
            EachAcrossScenarios<TLaw>(states);
            return;
        }

        switch (Width)
        {
            case 8:
                EachAcrossPipes<TLaw, Lanes8>(states);
                break;
            case 4:
                EachAcrossPipes<TLaw, Lanes4>(states);
                break;
            default:
                EachAcrossPipes<TLaw, Lanes1>(states);
                break;
        }
    }

    private void AcrossChains<TLaw, TPipes>(LaneStates states)
        where TLaw : struct, IPipeLaw
        where TPipes : struct, ILanes<TPipes>
    {
        var flows = new LaneView<T>(states.Flow);
        var offsets = new LaneView<T>(states.Offset);
        var resistances = new LaneView<T>(LaneResistance ?? _pipes.Resistance);
        var conductances = new LaneView<T>(Conductance);
        var lossFlows = new LaneView<T>(LossFlow);
        for (var part = 0; part < PipeTable.Lanes; part += TPipes.Count)
        {
            var sum = TPipes.Of(0);
            for (var g = 0; g < _pipes.GroupStart.Length; g++)
            {
                var edge = (g * PipeTable.Lanes) + part;
                var place = (_pipes.GroupStart[g] * PipeTable.Lanes) + part;
                var q = flows.Row<TPipes>(edge);
                var loss = TPipes.Of(0);
                var slope = TPipes.Of(0);
                var full = place + (_pipes.GroupFullRows[g] * PipeTable.Lanes);
                var end = place + (_pipes.GroupRows[g] * PipeTable.Lanes);
                for (; place < full; place += PipeTable.Lanes)
                {
                    var flow = q + offsets.Row<TPipes>(place);
                    var size = TPipes.Abs(flow);
                    var perFlow = Law<TLaw, TPipes>(place, size, out var steep);
                    loss = TPipes.MultiplyAdd(perFlow, flow, loss);
                    slope += steep;
                    sum += size;
                }

                for (; place < end; place += PipeTable.Lanes)
                {
                    var isPipe = TPipes.Less(TPipes.Of(0), resistances.Row<TPipes>(place));
                    var flow = q + offsets.Row<TPipes>(place);
                    var size = TPipes.Abs(flow);
                    var perFlow = Law<TLaw, TPipes>(place, size, out var steep);
                    loss = TPipes.MultiplyAdd(TPipes.Where(isPipe, perFlow), flow, loss);
                    slope += TPipes.Where(isPipe, steep);
                    sum += TPipes.Where(isPipe, size);
                }

                var conductance = TPipes.Of(1) / slope;
                conductances.SetRow(edge, conductance);
                lossFlows.SetRow(edge, conductance * loss);
            }

            TPipes.Store(sum, ref _flowSums[part]);
        }
    }

    private void EachAcrossPipes<TLaw, TPipes>(LaneStates states)
        where TLaw : struct, IPipeLaw
        where TPipes : struct, ILanes<TPipes>
    {
        var flows = new LaneView<T>(states.Flow);
        var offsets = new LaneView<T>(states.Offset);
        for (var g = 0; g < _pipes.GroupStart.Length; g++)
        {
            for (var part = 0; part < PipeTable.Lanes; part += TPipes.Count)
            {
                var q = flows.Row<TPipes>((g * PipeTable.Lanes) + part);
                var place = (_pipes.GroupStart[g] * PipeTable.Lanes) + part;
                var end = place + (_pipes.GroupRows[g] * PipeTable.Lanes);
                for (; place < end; place += PipeTable.Lanes)
                {
                    Each<TLaw, TPipes>(place, q + offsets.Row<TPipes>(place));
                }
            }
        }

        for (var place = _pipes.TreeRow * PipeTable.Lanes; place < _pipes.PlaceCount; place += TPipes.Count)
        {
            Each<TLaw, TPipes>(place, offsets.Row<TPipes>(place));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Each<TLaw, TPipes>(int place, TPipes flow)
        where TLaw : struct, IPipeLaw
        where TPipes : struct, ILanes<TPipes>
    {
        var perFlow = Law<TLaw, TPipes>(place, TPipes.Abs(flow), out var steep);
        TPipes.Store(perFlow * flow, ref Loss[place]);
        TPipes.Store(steep, ref Slope[place]);
    }

    // Friction and minor loss of pipes that stand in one row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TPipes Law<TLaw, TPipes>(int place, TPipes size, out TPipes slope)
        where TLaw : struct, IPipeLaw
        where TPipes : struct, ILanes<TPipes>
    {
        var perFlow = TLaw.LossPerFlow(
            new LaneView<T>(LaneResistance ?? _pipes.Resistance).Row<TPipes>(place),
            TLaw.NeedsReynolds ? new LaneView<T>(LaneRelativeRoughness ?? _pipes.RelativeRoughness).Row<TPipes>(place) : default,
            TLaw.NeedsReynolds ? new LaneView<T>(_pipes.ReynoldsPerFlow).Row<TPipes>(place) : default,
            size,
            out slope);
        var minor = new LaneView<T>(_pipes.MinorResistance).Row<TPipes>(place) * size;
        slope += minor + minor;
        return perFlow + minor;
    }

    private T AcrossScenarios<TLaw>(LaneStates states)
        where TLaw : struct, IPipeLaw
    {
        var flows = new LaneView<T>(states.Flow);
        var offsets = new LaneView<T>(states.Offset);
        var conductances = new LaneView<T>(Conductance);
        var lossFlows = new LaneView<T>(LossFlow);
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
                var perFlow = LaneLaw<TLaw>(place, size, out var steep);
                loss = T.MultiplyAdd(perFlow, flow, loss);
                slope += steep;
                sum += size;
            }

            var conductance = T.Of(1) / slope;
            conductances[c] = conductance;
            lossFlows[c] = conductance * loss;
        }

        return sum;
    }

    private void EachAcrossScenarios<TLaw>(LaneStates states)
        where TLaw : struct, IPipeLaw
    {
        var flows = new LaneView<T>(states.Flow);
        var offsets = new LaneView<T>(states.Offset);
        for (var c = 0; c < _pipes.ChainCount; c++)
        {
            var q = flows[c];
            var place = _pipes.PlaceOf(c, 0);
            var end = place + ((int)_pipes.ChainLength[c] * PipeTable.Lanes);
            for (; place < end; place += PipeTable.Lanes)
            {
                LaneEach<TLaw>(place, q + offsets[place]);
            }
        }

        for (var t = 0; t < _pipes.TreeCount; t++)
        {
            var place = _pipes.TreePlace(t);
            LaneEach<TLaw>(place, offsets[place]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LaneEach<TLaw>(int place, T flow)
        where TLaw : struct, IPipeLaw
    {
        var perFlow = LaneLaw<TLaw>(place, T.Abs(flow), out var steep);
        T.Store(perFlow * flow, ref Loss[place * T.Count]);
        T.Store(steep, ref Slope[place * T.Count]);
    }

    // Friction and minor loss of one pipe in all scenarios.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T LaneLaw<TLaw>(int place, T size, out T slope)
        where TLaw : struct, IPipeLaw
    {
        var perFlow = TLaw.LossPerFlow(
            LaneResistance is { } own ? T.Load(in own[place * T.Count]) : T.Of(_pipes.Resistance[place]),
            !TLaw.NeedsReynolds ? default
                : LaneRelativeRoughness is { } rough ? T.Load(in rough[place * T.Count]) : T.Of(_pipes.RelativeRoughness[place]),
            TLaw.NeedsReynolds ? T.Of(_pipes.ReynoldsPerFlow[place]) : default,
            size,
            out slope);
        var minor = T.Of(_pipes.MinorResistance[place]) * size;
        slope += minor + minor;
        return perFlow + minor;
    }
}
