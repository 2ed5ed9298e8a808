namespace WaterSim.Planning.Indicators;

/// <summary>Which nodes the links of the treated side join, as rows of neighbours.</summary>
internal sealed class TreatedWays
{
    private readonly int[] _start;
    private readonly (int Node, int Link)[] _neighbours;

    public TreatedWays(CountyRun run)
    {
        _start = new int[run.Network.Nodes.Length + 1];
        for (var j = 0; j < run.Ends.Length; j++)
        {
            if (run.IsTreated(j))
            {
                _start[run.Ends[j].From + 1]++;
                _start[run.Ends[j].To + 1]++;
            }
        }

        for (var i = 1; i < _start.Length; i++)
        {
            _start[i] += _start[i - 1];
        }

        var next = _start.ToArray();
        _neighbours = new (int Node, int Link)[_start[^1]];
        for (var j = 0; j < run.Ends.Length; j++)
        {
            if (run.IsTreated(j))
            {
                var (from, to) = run.Ends[j];
                _neighbours[next[from]++] = (to, j);
                _neighbours[next[to]++] = (from, j);
            }
        }
    }

    /// <summary>Number of nodes.</summary>
    public int Nodes => _start.Length - 1;

    /// <summary>Nodes that links join to one, with those links.</summary>
    public ReadOnlySpan<(int Node, int Link)> Of(int node) => _neighbours.AsSpan(_start[node].._start[node + 1]);

    /// <summary>By node, whether some source reaches it when some links are lost.</summary>
    public bool[] Reached(IEnumerable<int> sources, Predicate<int> isLost)
    {
        var reached = new bool[Nodes];
        var next = new Stack<int>(sources);
        while (next.TryPop(out var node))
        {
            if (reached[node])
            {
                continue;
            }

            reached[node] = true;
            foreach (var (other, link) in Of(node))
            {
                if (!reached[other] && !isLost(link))
                {
                    next.Push(other);
                }
            }
        }

        return reached;
    }
}
