using WaterSim.Hydraulics;
using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>
/// The way through the network while flows stay as they are: nodes in an order in which every node comes after those that
/// it gets water from, and the links that each of them feeds. Made anew only where a flow has turned.
/// </summary>
/// <remarks>
/// Water that a pump drives round in a loop, or rounding, leaves no such order. The nodes of a loop stand one behind the other;
/// the links from later of them to earlier ones are <see cref="Late"/>: what they bring is what they held before the step.
/// </remarks>
internal sealed class FlowPlan
{
    private readonly QualityNetwork _network;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly sbyte[] _direction;
    private readonly double[] _rate;
    private readonly int[] _nodeStart;
    private readonly int[] _nodeLinks;
    private readonly int[] _waiting;
    private readonly int[] _found;
    private readonly int[] _back;
    private readonly int[] _next;
    private readonly List<int> _walk = [];
    private readonly List<int> _open = [];
    private readonly List<int> _loop = [];
    private int _placed;

    public FlowPlan(QualityNetwork network)
    {
        (_network, _from, _to) = (network, network.From, network.To);
        var (nodes, links) = (network.NodeCount, network.LinkCount);
        _direction = new sbyte[links];
        _rate = new double[links];
        _nodeStart = new int[nodes + 2];
        _nodeLinks = new int[links];
        _waiting = new int[nodes];
        _found = new int[nodes];
        _back = new int[nodes];
        _next = new int[nodes];
        Place = new int[nodes];
        Stops = new Stop[nodes];
        Feeds = new Feed[links];
        LastDirection = new sbyte[links];
        InRate = new double[nodes];
        FedRate = new double[nodes];
        Outside = new double[nodes];
        _walk.EnsureCapacity(nodes);
        _open.EnsureCapacity(nodes);
        _loop.EnsureCapacity(nodes);
        Loops.EnsureCapacity(nodes / 2);
        Late.EnsureCapacity(links);
        Turned.EnsureCapacity(links);
        MakeOrder();
    }

    /// <summary>The nodes, upstream first.</summary>
    public Stop[] Stops { get; }

    /// <summary>Place of a node in that order; one per node.</summary>
    public int[] Place { get; }

    /// <summary>The links that carry water, by the node that feeds them, in that order.</summary>
    public Feed[] Feeds { get; }

    /// <summary>Where water goes round in a loop: first place of it in <see cref="Stops"/> and one behind its last, in order.</summary>
    public List<(int Start, int End)> Loops { get; } = [];

    /// <summary>Places in <see cref="Feeds"/> of links whose water arrives late.</summary>
    public List<int> Late { get; } = [];

    /// <summary>Links that flow the other way than when they last flowed, as of the last update.</summary>
    public List<int> Turned { get; } = [];

    /// <summary>All water that enters a node, from links and from outside, m3/s; one per node.</summary>
    public double[] InRate { get; }

    /// <summary>What a node feeds to links, m3/s; one per node.</summary>
    public double[] FedRate { get; }

    /// <summary>What enters at a junction from outside, m3/s; one per node.</summary>
    public double[] Outside { get; }

    /// <summary>1 or -1, from start to end or back, as a link last flowed; 0 where it never did. One per link.</summary>
    public sbyte[] LastDirection { get; }

    /// <summary>Begins anew, with everything at rest.</summary>
    public void Clear()
    {
        Array.Clear(_direction);
        Array.Clear(LastDirection);
        Turned.Clear();
        MakeOrder();
    }

    /// <summary>Takes the flows of a solution.</summary>
    /// <param name="state">The solution, the flows of all links set.</param>
    public void Update(HydraulicState state)
    {
        Turned.Clear();
        var turned = false;
        var (links, from, directions, rates) = (_network.SolverLink, _from, _direction, _rate);
        var (unsupplied, statuses, flows) = (state.Unsupplied, state.Status, state.Flow);
        for (var k = 0; k < directions.Length; k++)
        {
            // What seeps through a closed link in the computation does not move water.
            var link = links[k];
            var flow = flows[link];
            rates[k] = Math.Abs(flow);
            flow = unsupplied[from[k]] || statuses[link] <= LinkState.Closed ? 0 : flow;
            var direction = (sbyte)(flow > 0 ? 1 : flow < 0 ? -1 : 0);
            if (direction != directions[k])
            {
                turned = true;
                directions[k] = direction;
                if (direction == -LastDirection[k] && direction != 0)
                {
                    Turned.Add(k);
                }

                LastDirection[k] = direction != 0 ? direction : LastDirection[k];
            }
        }

        if (turned)
        {
            MakeOrder();
        }

        SetRates(state);
    }

    /// <summary>Keeps all that changes; the order follows from the directions.</summary>
    public void Keep(StateArchive archive)
    {
        archive.Keep<sbyte>(_direction);
        archive.Keep<sbyte>(LastDirection);
        archive.Keep<double>(InRate);
        if (archive.IsReading)
        {
            MakeOrder();
        }
    }

    private void SetRates(HydraulicState state)
    {
        var (arrays, kinds) = (_network.Arrays, _network.Kinds);
        var (inRate, outside, fedRate, feeds, rates) = (InRate, Outside, FedRate, Feeds, _rate);
        var (demand, delivered, discharge) = (state.Demand, state.Delivered, state.Discharge);
        Array.Clear(inRate);
        for (var i = 0; i < outside.Length; i++)
        {
            // Where water is asked for, what is delivered may fall below 0 by the solver's rounding: nothing enters by that.
            outside[i] = demand[i] >= 0 ? 0 : -delivered[i];
        }

        Array.Clear(outside, arrays.UnknownCount, arrays.FixedEnd - arrays.UnknownCount);
        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            outside[arrays.Discharges.Node[e]] -= discharge[e];
        }

        var f = 0;
        foreach (ref var stop in Stops.AsSpan())
        {
            var fed = 0.0;
            for (var end = stop.FeedEnd; f < end; f++)
            {
                ref var feed = ref feeds[f];
                var rate = rates[feed.Link];
                feed.Rate = rate;
                fed += rate;
                inRate[feed.To < 0 ? ~feed.To : feed.To] += rate;
            }

            fedRate[stop.Node] = fed;
        }

        foreach (ref var stop in Stops.AsSpan())
        {
            var node = stop.Node;
            var enters = Math.Max(0, outside[node]);
            var all = inRate[node] + enters;
            outside[node] = enters;
            inRate[node] = all;
            stop.IsSpecial = enters > 0;
            stop.InverseIn = all > 0 ? 1 / all : 0;
            stop.Drawn = kinds[node] == NodeRole.Junction ? all - fedRate[node] : 0;
        }

        foreach (var late in Late)
        {
            Stops[Place[~feeds[late].To]].IsSpecial = true;
        }
    }

    // Loops are found by Tarjan's algorithm (1972), which yields them, and each node that is in none, from downstream up.
    private void MakeOrder()
    {
        SortLinksByStart();
        Loops.Clear();
        Late.Clear();
        Array.Clear(_found);
        _placed = Stops.Length;
        var count = 0;
        for (var root = 0; root < Stops.Length; root++)
        {
            if (_found[root] == 0)
            {
                Visit(root, ref count);
            }
        }

        Loops.Reverse();
        foreach (var (start, end) in Loops)
        {
            OrderLoop(start, end);
        }

        ListFeeds();
    }

    // Walks downstream from a node. Each open node knows the earliest open one that it leads back to; one that leads back to
    // none before it closes, and with it all that opened after.
    private void Visit(int root, ref int count)
    {
        Open(root, ref count);
        while (_walk.Count > 0)
        {
            var node = _walk[^1];
            if (_next[node] < _nodeStart[node + 1])
            {
                var to = EndOf(_nodeLinks[_next[node]++]);
                if (_found[to] == 0)
                {
                    Open(to, ref count);
                }
                else if (_found[to] > 0)
                {
                    _back[node] = Math.Min(_back[node], _found[to]);
                }

                continue;
            }

            _walk.RemoveAt(_walk.Count - 1);
            if (_walk.Count > 0)
            {
                _back[_walk[^1]] = Math.Min(_back[_walk[^1]], _back[node]);
            }

            if (_back[node] == _found[node])
            {
                Close(node);
            }
        }
    }

    private void Open(int node, ref int count)
    {
        _found[node] = _back[node] = ++count;
        _next[node] = _nodeStart[node];
        _walk.Add(node);
        _open.Add(node);
    }

    private void Close(int node)
    {
        var end = _placed;
        int last;
        do
        {
            last = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _found[last] = -1;
            Stops[--_placed].Node = last;
            Place[last] = _placed;
        }
        while (last != node);

        if (end - _placed > 1)
        {
            Loops.Add((_placed, end));
        }
    }

    // Within a loop, a node comes when no link of the loop that feeds it is left; where none is to be had, the first that is
    // left.
    private void OrderLoop(int start, int end)
    {
        _loop.Clear();
        for (var p = start; p < end; p++)
        {
            _loop.Add(Stops[p].Node);
            _waiting[Stops[p].Node] = 0;
        }

        foreach (var node in _loop)
        {
            for (var o = _nodeStart[node]; o < _nodeStart[node + 1]; o++)
            {
                var to = EndOf(_nodeLinks[o]);
                _waiting[to] += Place[to] >= start && Place[to] < end ? 1 : 0;
            }
        }

        foreach (var node in _loop)
        {
            Place[node] = -1;
        }

        PutStorageFirst();
        _placed = start;
        var first = 0;
        for (var p = start; p < end; p++)
        {
            for (; p == _placed; first++)
            {
                if (Place[_loop[first]] < 0)
                {
                    PutNext(_loop[first]);
                }
            }

            var node = Stops[p].Node;
            for (var o = _nodeStart[node]; o < _nodeStart[node + 1]; o++)
            {
                var to = EndOf(_nodeLinks[o]);
                if (Place[to] < 0 && --_waiting[to] == 0)
                {
                    PutNext(to);
                }
            }
        }
    }

    // What leaves a reservoir does not depend on what enters it, and what leaves a tank hardly.
    private void PutStorageFirst()
    {
        var front = 0;
        foreach (var role in (ReadOnlySpan<NodeRole>)[NodeRole.Held, NodeRole.Tank])
        {
            for (var i = front; i < _loop.Count; i++)
            {
                if (_network.Kinds[_loop[i]] == role)
                {
                    (_loop[front], _loop[i]) = (_loop[i], _loop[front]);
                    front++;
                }
            }
        }
    }

    private void ListFeeds()
    {
        var fed = 0;
        for (var p = 0; p < Stops.Length; p++)
        {
            var node = Stops[p].Node;
            for (var o = _nodeStart[node]; o < _nodeStart[node + 1]; o++, fed++)
            {
                var to = EndOf(_nodeLinks[o]);
                var isLate = Place[to] <= p;
                (Feeds[fed].Link, Feeds[fed].To, Feeds[fed].Place) = (_nodeLinks[o], isLate ? ~to : to, Place[to]);
                if (isLate)
                {
                    Late.Add(fed);
                }
            }

            Stops[p].FeedEnd = fed;
        }
    }

    private void PutNext(int node)
    {
        Place[node] = _placed;
        Stops[_placed++].Node = node;
    }

    private int EndOf(int link) => _direction[link] > 0 ? _to[link] : _from[link];

    private void SortLinksByStart()
    {
        Array.Clear(_nodeStart);
        for (var k = 0; k < _direction.Length; k++)
        {
            if (_direction[k] != 0)
            {
                _nodeStart[StartOf(k) + 2]++;
            }
        }

        for (var i = 1; i < _nodeStart.Length; i++)
        {
            _nodeStart[i] += _nodeStart[i - 1];
        }

        for (var k = 0; k < _direction.Length; k++)
        {
            if (_direction[k] != 0)
            {
                _nodeLinks[_nodeStart[StartOf(k) + 1]++] = k;
            }
        }
    }

    private int StartOf(int link) => _direction[link] > 0 ? _from[link] : _to[link];
}
