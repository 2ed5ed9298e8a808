using System.Runtime.CompilerServices;
using WaterSim.Hydraulics.Laws;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>What the laws read of the plain pipes, where scenarios differ in roughness by scenario.</summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal readonly ref struct PipeRows<T>
    where T : struct, ILanes<T>
{
    private readonly LaneView<T> _resistance;
    private readonly LaneView<T> _relativeRoughness;
    private readonly LaneView<Lanes1> _commonResistance;
    private readonly LaneView<Lanes1> _commonRoughness;
    private readonly LaneView<Lanes1> _reynoldsPerFlow;
    private readonly LaneView<Lanes1> _minor;
    private readonly bool _isOwn;
    private readonly bool _hasMinor;

    /// <summary>The pipes.</summary>
    /// <param name="pipes">The network's.</param>
    /// <param name="resistance">Each scenario's own resistances, one per place and lane, or null.</param>
    /// <param name="relativeRoughness">Each scenario's own relative roughness, where the law needs it, or null.</param>
    public PipeRows(PipeTable pipes, double[]? resistance, double[]? relativeRoughness)
    {
        _isOwn = resistance is not null;
        _hasMinor = pipes.HasMinorLosses;
        _resistance = new LaneView<T>(resistance ?? pipes.Resistance);
        _relativeRoughness = new LaneView<T>(relativeRoughness ?? pipes.RelativeRoughness);
        _commonResistance = new LaneView<Lanes1>(pipes.Resistance);
        _commonRoughness = new LaneView<Lanes1>(pipes.RelativeRoughness);
        _reynoldsPerFlow = new LaneView<Lanes1>(pipes.ReynoldsPerFlow);
        _minor = new LaneView<Lanes1>(pipes.MinorResistance);
    }

    /// <summary>A mask of the places that hold a pipe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TPipes IsPipe<TPipes>(int place)
        where TPipes : struct, ILanes<TPipes> => TPipes.Less(TPipes.Of(0), _commonResistance.Row<TPipes>(place));

    /// <summary>Headloss over flow and slope, s/m2, of pipes of one scenario that stand in one row: friction and minor loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TPipes LossPerFlow<TLaw, TPipes>(int place, TPipes size, out TPipes slope)
        where TLaw : struct, IPipeLaw
        where TPipes : struct, ILanes<TPipes>
    {
        var perFlow = TLaw.LossPerFlow(
            _resistance.Row<TPipes>(place),
            TLaw.NeedsReynolds ? _relativeRoughness.Row<TPipes>(place) : default,
            TLaw.NeedsReynolds ? _reynoldsPerFlow.Row<TPipes>(place) : default,
            size,
            out slope);
        if (_hasMinor)
        {
            var minor = _minor.Row<TPipes>(place) * size;
            slope += minor + minor;
            perFlow += minor;
        }

        return perFlow;
    }

    /// <summary>The same of one pipe in all scenarios.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T LossPerFlow<TLaw>(int place, T size, out T slope)
        where TLaw : struct, IPipeLaw
    {
        var perFlow = TLaw.LossPerFlow(
            _isOwn ? _resistance[place] : T.Of(_commonResistance[place].Value),
            !TLaw.NeedsReynolds ? default : _isOwn ? _relativeRoughness[place] : T.Of(_commonRoughness[place].Value),
            TLaw.NeedsReynolds ? T.Of(_reynoldsPerFlow[place].Value) : default,
            size,
            out slope);
        if (_hasMinor)
        {
            var minor = T.Of(_minor[place].Value) * size;
            slope += minor + minor;
            perFlow += minor;
        }

        return perFlow;
    }
}
