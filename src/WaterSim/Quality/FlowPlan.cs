using WaterSim.Hydraulics;

namespace WaterSim.Quality;

/// <summary>
/// The way through the network while flows stay as they are: nodes in an order in which every node comes after those that
/// it gets water from, and the links that each of them feeds. Made anew only where a flow has turned.
/// </summary>
/// <remarks>
/// Water that a pump drives round in a loop, or rounding, leaves no such order. One node of the loop then comes first, and
/// the links from later nodes to it are <see cref="Late"/>: what they bring is what they held before the step.
/// </remarks>
internal sealed class FlowPlan
{
    private readonly QualityNetwork _network;
    private readonly sbyte[] _direction;
    private readonly int[] _nodeStart;
    private readonly int[] _nodeLinks;
    private readonly int[] _waiting;
    private readonly List<int> _met = [];
    private int _placed;

    public FlowPlan(QualityNetwork network)
    {
        _network = network;
        var (nodes, links) = (network.NodeCount, network.LinkCount);
        _direction = new sbyte[links];
        _nodeStart = new int[nodes + 2];
        _nodeLinks = new int[links];
        _waiting = new int[nodes];
        Place = new int[nodes];
        Order = new int[nodes];
        OutStart = new int[nodes + 1];
        OutLink = new int[links];
        OutTo = new int[links];
        OutRate = new double[links];
        LastDirection = new sbyte[links];
        InRate = new double[nodes];
        FedRate = new double[nodes];
        Drawn = new double[nodes];
        Outside = new double[nodes];
        _met.EnsureCapacity(links);
        Late.EnsureCapacity(links);
        Turned.EnsureCapacity(links);
        MakeOrder();
    }

    /// <summary>The nodes, upstream first.</summary>
    public int[] Order { get; }

    /// <summary>Place of a node in that order; one per node.</summary>
    public int[] Place { get; }

    /// <summary>First entry of the links fed, by place in <see cref="Order"/>; one more than nodes.</summary>
    public int[] OutStart { get; }

    /// <summary>The links fed, node by node in that order.</summary>
    public int[] OutLink { get; }

    /// <summary>The node each leads to; its complement where the link is late.</summary>
    public int[] OutTo { get; }

    /// <summary>Their flows, m3/s, never negative.</summary>
    public double[] OutRate { get; }

    /// <summary>Places in <see cref="OutLink"/> of links whose water arrives late.</summary>
    public List<int> Late { get; } = [];

    /// <summary>Links that flow the other way than when they last flowed, as of the last update.</summary>
    public List<int> Turned { get; } = [];

    /// <summary>All water that enters a node, from links and from outside, m3/s; one per node.</summary>
    public double[] InRate { get; }

    /// <summary>What a node feeds to links, m3/s; one per node.</summary>
    public double[] FedRate { get; }

    /// <summary>What a junction does not feed on, m3/s, so that nothing is lost; one per node, 0 elsewhere.</summary>
    public double[] Drawn { get; }

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
        for (var k = 0; k < _direction.Length; k++)
        {
            // What seeps through a closed link in the computation does not move water.
            var flow = state.Unsupplied[_network.From[k]] || state.Status[k] <= LinkState.Closed ? 0 : state.Flow[k];
            var direction = (sbyte)(flow > 0 ? 1 : flow < 0 ? -1 : 0);
            if (direction != _direction[k])
            {
                turned = true;
                _direction[k] = direction;
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

    private void SetRates(HydraulicState state)
    {
        var arrays = _network.Arrays;
        for (var i = 0; i < Outside.Length; i++)
        {
            InRate[i] = 0;
            Outside[i] = i >= arrays.UnknownCount && i < arrays.FixedEnd ? 0 : -state.Delivered[i];
        }

        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            Outside[arrays.Discharges.Node[e]] -= state.Discharge[e];
        }

        for (var p = 0; p < Order.Length; p++)
        {
            var fed = 0.0;
            for (var o = OutStart[p]; o < OutStart[p + 1]; o++)
            {
                var rate = Math.Abs(state.Flow[OutLink[o]]);
                OutRate[o] = rate;
                fed += rate;
                InRate[OutTo[o] < 0 ? ~OutTo[o] : OutTo[o]] += rate;
            }

            FedRate[Order[p]] = fed;
        }

        for (var i = 0; i < Drawn.Length; i++)
        {
            Outside[i] = Math.Max(0, Outside[i]);
            InRate[i] += Outside[i];
            Drawn[i] = _network.Kinds[i] == NodeRole.Junction ? InRate[i] - FedRate[i] : 0;
        }
    }

    // A node is placed when no link that feeds it is left; where none is to be had, one that some link already feeds.
    private void MakeOrder()
    {
        SortLinksByStart();
        Late.Clear();
        _met.Clear();
        Array.Fill(Place, -1);
        _placed = 0;
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] == 0)
            {
                PutNext(i);
            }
        }

        var fed = 0;
        var first = 0;
        for (var p = 0; p < Order.Length; p++)
        {
            if (p == _placed)
            {
                BreakLoop(ref first);
            }

            OutStart[p] = fed;
            var node = Order[p];
            for (var o = _nodeStart[node]; o < _nodeStart[node + 1]; o++)
            {
                var link = _nodeLinks[o];
                var to = _direction[link] > 0 ? _network.To[link] : _network.From[link];
                OutLink[fed] = link;
                OutTo[fed] = to;
                if (Place[to] >= 0)
                {
                    OutTo[fed] = ~to;
                    Late.Add(fed);
                }
                else if (--_waiting[to] == 0)
                {
                    PutNext(to);
                }
                else
                {
                    _met.Add(to);
                }

                fed++;
            }
        }

        OutStart[^1] = fed;
    }

    private void BreakLoop(ref int first)
    {
        while (_met.Count > 0)
        {
            var node = _met[^1];
            _met.RemoveAt(_met.Count - 1);
            if (Place[node] < 0)
            {
                PutNext(node);
                return;
            }
        }

        while (Place[first] >= 0)
        {
            first++;
        }

        PutNext(first);
    }

    private void PutNext(int node)
    {
        Place[node] = _placed;
        Order[_placed++] = node;
    }

    private void SortLinksByStart()
    {
        Array.Clear(_nodeStart);
        Array.Clear(_waiting);
        for (var k = 0; k < _direction.Length; k++)
        {
            if (_direction[k] != 0)
            {
                _nodeStart[StartOf(k) + 2]++;
                _waiting[_direction[k] > 0 ? _network.To[k] : _network.From[k]]++;
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

    private int StartOf(int link) => _direction[link] > 0 ? _network.From[link] : _network.To[link];
}
