using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// The demands of all junctions: bases and the patterns they follow. A demand at a moment is the sum over its patterns of
/// base times the pattern's multiplier. Where there are few patterns, the bases stand in a table of nodes by patterns too, which
/// one scenario alone goes through many nodes at a time.
/// </summary>
internal sealed class DemandTable
{
    // Patterns up to which the table of nodes by patterns is quicker than single entries.
    private const int FewPatterns = 12;

    private readonly int[] _nodes;
    private readonly int[] _start;
    private readonly double[] _bases;
    private readonly int[] _patterns;
    private readonly double[]? _table;
    private readonly int _tableNodes;

    public DemandTable(NetworkArrays arrays)
    {
        var network = arrays.Network;
        var ids = new PatternNumbers();
        var (nodes, start) = (new List<int>(), new List<int>());
        var entries = new List<(int Pattern, double Base)>();
        var own = new List<(int Pattern, double Base)>();
        for (var i = 0; i < arrays.ModelNode.Length; i++)
        {
            if (network.Nodes[arrays.ModelNode[i]] is not Junction { Demands.Length: > 0 } junction)
            {
                continue;
            }

            // In the order of the patterns, so that a sum is the same bits whichever way it is gone through.
            own.Clear();
            foreach (var demand in junction.Demands)
            {
                own.Add((
                    ids.Of(demand.PatternId ?? network.Options.DefaultPatternId),
                    demand.Base * network.Options.DemandMultiplier));
            }

            if (own.Count > 1)
            {
                own = [.. own.GroupBy(d => d.Pattern).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(d => d.Base)))];
            }

            nodes.Add(i);
            start.Add(entries.Count);
            entries.AddRange(own);
        }

        start.Add(entries.Count);
        _nodes = [.. nodes];
        _start = [.. start];
        _bases = [.. entries.Select(e => e.Base)];
        _patterns = [.. entries.Select(e => e.Pattern)];
        PatternIds = ids.Ids;
        _tableNodes = (arrays.ModelNode.Length + Lanes8.Count - 1) / Lanes8.Count * Lanes8.Count;
        _table = PatternIds.Length <= FewPatterns ? Table() : null;
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
        if (T.Count == 1 && _table is not null)
        {
            SetByTable(states.Demand, multipliers);
            return;
        }

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
                sum = T.MultiplyAdd(T.Of(bases[d].Value), multiplier[patterns[d]], sum);
            }

            demand[nodes[n]] = sum;
        }
    }

    // The last few nodes are gone through one by one, in the same order of operations.
    private void SetByTable(double[] demands, double[] multipliers)
    {
        var table = new LaneView<Lanes1>(_table!);
        var demand = new LaneView<Lanes1>(demands);
        var i = 0;
        for (; i + Lanes8.Count <= demands.Length; i += Lanes8.Count)
        {
            var sum = Lanes8.Of(0);
            for (var p = 0; p < multipliers.Length; p++)
            {
                sum = Lanes8.MultiplyAdd(table.Row<Lanes8>((p * _tableNodes) + i), Lanes8.Of(multipliers[p]), sum);
            }

            demand.SetRow(i, sum);
        }

        for (; i < demands.Length; i++)
        {
            var sum = 0.0;
            for (var p = 0; p < multipliers.Length; p++)
            {
                sum = Math.FusedMultiplyAdd(table[(p * _tableNodes) + i].Value, multipliers[p], sum);
            }

            demands[i] = sum;
        }
    }

    private double[] Table()
    {
        var table = new double[PatternIds.Length * _tableNodes];
        for (var n = 0; n < _nodes.Length; n++)
        {
            for (var d = _start[n]; d < _start[n + 1]; d++)
            {
                table[(_patterns[d] * _tableNodes) + _nodes[n]] = _bases[d];
            }
        }

        return table;
    }

    // Patterns by the order in which demands first name them.
    private sealed class PatternNumbers
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string?> _ids = [];
        private int _none = -1;

        public string?[] Ids => [.. _ids];

        public int Of(string? id)
        {
            if (id is not null && _numbers.TryGetValue(id, out var number))
            {
                return number;
            }

            if (id is null && _none >= 0)
            {
                return _none;
            }

            _ids.Add(id);
            if (id is null)
            {
                _none = _ids.Count - 1;
            }
            else
            {
                _numbers.Add(id, _ids.Count - 1);
            }

            return _ids.Count - 1;
        }
    }
}
