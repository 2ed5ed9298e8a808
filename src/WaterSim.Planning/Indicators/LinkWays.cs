namespace WaterSim.Planning.Indicators;

/// <summary>Which nodes the links of one side of the clear wells join, as rows of neighbours.</summary>
internal sealed class LinkWays
{
    private readonly int[] _start;
    private readonly (int Node, int Link)[] _neighbours;

    private LinkWays(CountyRun run, Func<int, bool> isIncluded)
    {
        _start = new int[run.Network.Nodes.Length + 1];
        for (var j = 0; j < run.Ends.Length; j++)
        {
            if (isIncluded(j))
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
            if (isIncluded(j))
            {
                var (from, to) = run.Ends[j];
                _neighbours[next[from]++] = (to, j);
                _neighbours[next[to]++] = (from, j);
            }
        }
    }

    /// <summary>Links that carry treated water.</summary>
    public static LinkWays Treated(CountyRun run) => new(run, run.IsTreated);

    /// <summary>Links that carry raw water, to the clear wells.</summary>
    public static LinkWays Raw(CountyRun run) => new(run, j => !run.IsTreated(j));

    /// <summary>Number of nodes.</summary>
    public int Nodes => _start.Length - 1;

    /// <summary>Nodes that links join to one, with those links.</summary>
    public ReadOnlySpan<(int Node, int Link)> Of(int node) => _neighbours.AsSpan(_start[node].._start[node + 1]);

    /// <summary>By node, whether some source reaches it when some links are lost; ways may end at some nodes and not pass them.</summary>
    public bool[] Reached(IEnumerable<int> sources, Predicate<int> isLost, Predicate<int>? isEnd = null)
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
            if (isEnd?.Invoke(node) == true)
            {
                continue;
            }

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
