using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// A network made ready to be run: numbered, reduced and laid out for the solver. It never changes, so that any number of
/// runs, one after another or on several threads, can share one.
/// </summary>
public sealed class CompiledNetwork
{
    private CompiledNetwork(NetworkArrays arrays)
    {
        Arrays = arrays;
        Clock = new RunClock(arrays.Network.Times);
        Patterns = new PatternSet(arrays.Network);
        Demands = new DemandTable(arrays);
        ChangingLinks = [.. Enumerable.Range(arrays.FirstSwitchable, arrays.ModelLink.Length - arrays.FirstSwitchable)
            .Where(k => k < arrays.EdgeCount || arrays.From[k] >= arrays.SuppliedCount)];
    }

    /// <summary>The network it was made from.</summary>
    public Network Network => Arrays.Network;

    /// <summary>Junctions whose heads the solver has to find, those inside trees and chains of pipes left out.</summary>
    public int UnknownHeads => Arrays.UnknownCount;

    /// <summary>Longest step of water quality: the network's, no longer than the hydraulic step; without one a tenth of that.</summary>
    public TimeSpan QualityStep => TimeSpan.FromSeconds(Clock.QualityStep);

    /// <summary>The network as the solver has it.</summary>
    internal NetworkArrays Arrays { get; }

    /// <summary>The times of a run.</summary>
    internal RunClock Clock { get; }

    /// <summary>The patterns.</summary>
    internal PatternSet Patterns { get; }

    /// <summary>What is drawn at the junctions, by pattern.</summary>
    internal DemandTable Demands { get; }

    /// <summary>Links whose status or setting may change, and those that no source reaches; solver links.</summary>
    internal int[] ChangingLinks { get; }

    /// <summary>Compiles a network.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentException">The network is not valid: what its validator would report as an error.</exception>
    public static CompiledNetwork Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new CompiledNetwork(NetworkArrays.Compile(network));
    }

    /// <summary>Compiles a network for a purpose.</summary>
    internal static CompiledNetwork Of(Network network, CompileOptions options) => new(NetworkArrays.Compile(network, options));
}
