using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// The pipes whose law is evaluated many at a time, as rows of eight places: first the chains of plain pipes, eight side
/// by side, the n-th row of a group holding the n-th pipe of each; then the pipes of the dead-end trees, one behind the
/// other from the roots outward. A place without a pipe has resistance 0.
/// </summary>
internal sealed class PipeTable
{
    /// <summary>Places in a row.</summary>
    public const int Lanes = 8;

    /// <summary>Number of chains, those of one pipe included; chain c is the solver's link c.</summary>
    public required int ChainCount { get; init; }

    /// <summary>Chains before this have more than one pipe.</summary>
    public required int LongChainCount { get; init; }

    /// <summary>First row of each group of eight chains.</summary>
    public required int[] GroupStart { get; init; }

    /// <summary>Rows of each group: the pipes of its longest chain.</summary>
    public required int[] GroupRows { get; init; }

    /// <summary>Rows of each group in which every place holds a pipe.</summary>
    public required int[] GroupFullRows { get; init; }

    /// <summary>Number of pipes; one per chain.</summary>
    public required double[] ChainLength { get; init; }

    /// <summary>Position in the chain of the pipe whose flow is the chain's; one per chain.</summary>
    public required int[] ChainLead { get; init; }

    /// <summary>Row behind the chains, where the trees begin.</summary>
    public required int TreeRow { get; init; }

    /// <summary>Pipes in trees.</summary>
    public required int TreeCount { get; init; }

    /// <summary>Solver node that each tree pipe hangs on; one per tree pipe.</summary>
    public required int[] TreeParent { get; init; }

    /// <summary>The solver's link of each place; -1: no pipe.</summary>
    public required int[] Link { get; init; }

    /// <summary>The place of each solver link; -1: no pipe.</summary>
    public required int[] PlaceOfLink { get; init; }

    /// <summary>1 where a pipe is drawn along its chain, or away from its tree's root; -1 where against; one per place.</summary>
    public required double[] Sign { get; init; }

    /// <summary>Solver node behind each place, going along the chain; -1 behind the last pipe.</summary>
    public required int[] NodeBehind { get; init; }

    /// <summary>Friction resistance in the terms of the friction law; one per place.</summary>
    public required double[] Resistance { get; init; }

    /// <summary>Minor loss resistance, m/(m3/s)^2; one per place.</summary>
    public required double[] MinorResistance { get; init; }

    /// <summary>True where any pipe has a minor loss.</summary>
    public bool HasMinorLosses { get; set; }

    /// <summary>Darcy-Weisbach: relative roughness, -; one per place, else empty.</summary>
    public required double[] RelativeRoughness { get; init; }

    /// <summary>Darcy-Weisbach: Reynolds number per flow, s/m3; one per place, else empty.</summary>
    public required double[] ReynoldsPerFlow { get; init; }

    /// <summary>Number of places.</summary>
    public int PlaceCount => Link.Length;

    /// <summary>Place of a tree's pipe.</summary>
    public int TreePlace(int tree) => (TreeRow * Lanes) + tree;

    /// <summary>Place of the n-th pipe of a chain.</summary>
    public int PlaceOf(int chain, int position) =>
        ((GroupStart[chain / Lanes] + position) * Lanes) + (chain % Lanes);
}
