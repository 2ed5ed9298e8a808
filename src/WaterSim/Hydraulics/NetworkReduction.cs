namespace WaterSim.Hydraulics;

/// <summary>
/// What of a network needs no unknown head. Where demand does not depend on pressure and a pipe stays open, two things
/// follow from the balance of water alone:
/// <code>
/// in a dead-end tree    a pipe's flow is the demand beyond it
/// in a series run       a pipe's flow is that of the first pipe less the demand between them
/// </code>
/// so that trees are cut off, and a run becomes one chain with one unknown flow. Only the nodes that are left, the core,
/// need an equation. In real networks that is one node in three to eight.
/// </summary>
internal sealed class NetworkReduction
{
    private readonly int[] _start;
    private readonly int[] _links;
    private readonly int[] _degree;
    private readonly (int From, int To)[] _ends;
    private readonly bool[] _mayNode;
    private readonly bool[] _mayLink;
    private readonly bool[] _linkTaken;

    private NetworkReduction((int From, int To)[] ends, bool[] mayNode, bool[] mayLink, int[] start, int[] links)
    {
        (_ends, _mayNode, _mayLink, _start, _links) = (ends, mayNode, mayLink, start, links);
        _degree = new int[mayNode.Length];
        _linkTaken = new bool[ends.Length];
        for (var i = 0; i < _degree.Length; i++)
        {
            _degree[i] = start[i + 1] - start[i];
        }
    }

    /// <summary>The trees' pipes, leaves first: the node cut off, the node it hung on, the pipe between.</summary>
    public List<(int Node, int Parent, int Link)> Trees { get; } = [];

    /// <summary>The chains: nodes from end to end, one more than pipes.</summary>
    public List<(int[] Nodes, int[] Links)> Chains { get; } = [];

    /// <summary>True where a node is in the core; one per node.</summary>
    public bool[] IsCore { get; private set; } = [];

    /// <summary>Finds trees and chains.</summary>
    /// <param name="ends">Nodes at both ends; one per link.</param>
    /// <param name="mayNode">True at nodes that need no equation of their own: junctions whose demand is fixed, and
    /// whose head nobody asks for while a step is solved.</param>
    /// <param name="mayLink">True at pipes that stay open.</param>
    public static NetworkReduction Of((int From, int To)[] ends, bool[] mayNode, bool[] mayLink)
    {
        var (start, links) = Incidence(ends, mayNode.Length);
        var reduction = new NetworkReduction(ends, mayNode, mayLink, start, links);
        reduction.CutTrees();
        reduction.JoinRuns();
        return reduction;
    }

    /// <summary>The links at each node: those of node i are links[start[i]] up to links[start[i + 1]].</summary>
    public static (int[] Start, int[] Links) Incidence(ReadOnlySpan<(int From, int To)> ends, int nodes)
    {
        var start = new int[nodes + 1];
        foreach (var (from, to) in ends)
        {
            start[from + 1]++;
            start[to + 1]++;
        }

        for (var i = 0; i < nodes; i++)
        {
            start[i + 1] += start[i];
        }

        var links = new int[start[nodes]];
        var next = start.AsSpan(0, nodes).ToArray();
        for (var k = 0; k < ends.Length; k++)
        {
            links[next[ends[k].From]++] = k;
            links[next[ends[k].To]++] = k;
        }

        return (start, links);
    }

    private void CutTrees()
    {
        var leaves = new Queue<int>();
        for (var i = 0; i < _degree.Length; i++)
        {
            if (_degree[i] == 1 && _mayNode[i])
            {
                leaves.Enqueue(i);
            }
        }

        while (leaves.TryDequeue(out var node))
        {
            // Its last link may have gone with its neighbour, at the end of a tree without a root.
            if (_degree[node] != 1 || LastLink(node) is not { } link || !_mayLink[link])
            {
                continue;
            }

            var parent = Other(link, node);
            _linkTaken[link] = true;
            _degree[node] = 0;
            _degree[parent]--;
            Trees.Add((node, parent, link));
            if (_degree[parent] == 1 && _mayNode[parent])
            {
                leaves.Enqueue(parent);
            }
        }
    }

    private void JoinRuns()
    {
        IsCore = new bool[_degree.Length];
        var inside = new bool[_degree.Length];
        foreach (var (node, _, _) in Trees)
        {
            inside[node] = true;
        }

        for (var i = 0; i < IsCore.Length; i++)
        {
            IsCore[i] = !inside[i] && !IsInsideRun(i);
        }

        for (var i = 0; i < IsCore.Length; i++)
        {
            if (!IsCore[i])
            {
                continue;
            }

            for (var p = _start[i]; p < _start[i + 1]; p++)
            {
                if (!_linkTaken[_links[p]] && _mayLink[_links[p]])
                {
                    Follow(i, _links[p]);
                }
            }
        }
    }

    private bool IsInsideRun(int node)
    {
        if (!_mayNode[node] || _degree[node] != 2)
        {
            return false;
        }

        for (var p = _start[node]; p < _start[node + 1]; p++)
        {
            if (!_linkTaken[_links[p]] && !_mayLink[_links[p]])
            {
                return false;
            }
        }

        return true;
    }

    private void Follow(int start, int link)
    {
        List<int> nodes = [start];
        List<int> links = [];
        for (var next = link; ; next = LastLink(nodes[^1])!.Value)
        {
            _linkTaken[next] = true;
            links.Add(next);
            nodes.Add(Other(next, nodes[^1]));
            if (IsCore[nodes[^1]])
            {
                break;
            }
        }

        if (nodes[^1] != start)
        {
            Chains.Add(([.. nodes], [.. links]));
            return;
        }

        // A ring at one node: its middle stays in the core, so that no chain ends where it began. A link from a node to
        // itself carries nothing and stays as it is.
        var middle = links.Count / 2;
        if (middle == 0)
        {
            Chains.Add(([.. nodes], [.. links]));
            return;
        }

        IsCore[nodes[middle]] = true;
        Chains.Add(([.. nodes[..(middle + 1)]], [.. links[..middle]]));
        Chains.Add(([.. nodes[middle..]], [.. links[middle..]]));
    }

    // The first link at a node that no tree or chain has taken yet.
    private int? LastLink(int node)
    {
        for (var p = _start[node]; p < _start[node + 1]; p++)
        {
            if (!_linkTaken[_links[p]])
            {
                return _links[p];
            }
        }

        return null;
    }

    private int Other(int link, int node) => _ends[link].From == node ? _ends[link].To : _ends[link].From;
}
