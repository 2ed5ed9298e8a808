using WaterSim.Hydraulics;

namespace WaterSim.Simulation;

/// <summary>Scenarios of an ensemble that share a compiled network.</summary>
internal sealed class EnsembleBlock
{
    private readonly Lazy<CompiledNetwork> _compiled;

    /// <summary>A block.</summary>
    /// <param name="plan">The ensemble.</param>
    /// <param name="start">Its first scenario.</param>
    /// <param name="end">The scenario behind its last.</param>
    /// <param name="links">Links that its scenarios change, by the model's positions.</param>
    /// <param name="nodes">Junctions where its scenarios draw what the network does not, by the model's positions.</param>
    /// <param name="roughnessDiffers">Whether the roughness of pipes differs between its scenarios.</param>
    public EnsembleBlock(
        EnsemblePlan plan, int start, int end, HashSet<int> links, HashSet<int> nodes, bool roughnessDiffers)
    {
        (Start, End, ChangingLinks, RoughnessDiffers) = (start, end, links, roughnessDiffers);
        _compiled = new Lazy<CompiledNetwork>(() => links.Count == 0 && nodes.Count == 0
            ? plan.Whole
            : CompiledNetwork.Of(
                plan.Network, new CompileOptions { Validate = false, ChangingLinks = links, DrawingNodes = nodes }));
    }

    /// <summary>Its first scenario.</summary>
    public int Start { get; }

    /// <summary>The scenario behind its last.</summary>
    public int End { get; }

    /// <summary>Links that its scenarios change, by the model's positions.</summary>
    public IReadOnlySet<int> ChangingLinks { get; }

    /// <summary>Whether the roughness of pipes differs between its scenarios.</summary>
    public bool RoughnessDiffers { get; }

    /// <summary>The network; compiled when it is first asked for.</summary>
    public CompiledNetwork Compiled => _compiled.Value;
}
