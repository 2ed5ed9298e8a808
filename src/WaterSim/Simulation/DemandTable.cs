using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// The demands of all junctions: bases and the patterns they follow. A demand at a moment is the sum over its categories of
/// base times the pattern's multiplier.
/// </summary>
internal sealed class DemandTable
{
    private readonly int[] _nodes;
    private readonly int[] _start;
    private readonly double[] _bases;
    private readonly int[] _patterns;

    public DemandTable(NetworkArrays arrays)
    {
        var network = arrays.Network;
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = new List<string?>();
        var unnamed = -1;
        var (nodes, start) = (new List<int>(), new List<int>());
        var (bases, patterns) = (new List<double>(), new List<int>());
        for (var i = 0; i < arrays.ModelNode.Length; i++)
        {
            if (network.Nodes[arrays.ModelNode[i]] is not Junction { Demands.Length: > 0 } junction)
            {
                continue;
            }

            nodes.Add(i);
            start.Add(bases.Count);
            foreach (var demand in junction.Demands)
            {
                bases.Add(demand.Base * network.Options.DemandMultiplier);
                patterns.Add(IndexOf(demand.PatternId ?? network.Options.DefaultPatternId));
            }
        }

        start.Add(bases.Count);
        _nodes = [.. nodes];
        _start = [.. start];
        _bases = [.. bases];
        _patterns = [.. patterns];
        PatternIds = [.. ids];

        int IndexOf(string? id)
        {
            if (id is null)
            {
                if (unnamed < 0)
                {
                    unnamed = ids.Count;
                    ids.Add(null);
                }

                return unnamed;
            }

            if (!used.TryGetValue(id, out var index))
            {
                index = ids.Count;
                used.Add(id, index);
                ids.Add(id);
            }

            return index;
        }
    }

    /// <summary>The patterns that demands follow; null: none, a multiplier of 1.</summary>
    public string?[] PatternIds { get; }

    /// <summary>Sets the demand of every junction that has any, in all scenarios.</summary>
    /// <typeparam name="T">The scenarios side by side.</typeparam>
    /// <param name="states">The scenarios.</param>
    /// <param name="multipliers">One per entry of <see cref="PatternIds"/> and lane.</param>
    public void Set<T>(LaneStates states, double[] multipliers)
        where T : struct, ILanes<T>
    {
        var demand = new LaneView<T>(states.Demand);
        var multiplier = new LaneView<T>(multipliers);
        var nodes = new IndexView(_nodes);
        var start = new IndexView(_start);
        var patterns = new IndexView(_patterns);
        var bases = new LaneView<Lanes1>(_bases);
        var d = 0;
        for (var n = 0; n < _nodes.Length; n++)
        {
            var sum = T.Of(0);
            var end = start[n + 1];
            for (; d < end; d++)
            {
                sum += T.Of(bases[d].Value) * multiplier[patterns[d]];
            }

            demand[nodes[n]] = sum;
        }
    }
}
