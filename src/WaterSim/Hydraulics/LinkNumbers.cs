using WaterSim.Hydraulics.Laws;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// The solver's numbers of the links, and the table of the plain pipes: chains first, the longest before the others, then
/// pipes that may close, then pumps and valves; after these edges the pipes that chains and trees hide, and at last what
/// no source reaches.
/// </summary>
internal sealed class LinkNumbers
{
    private readonly Network _network;
    private readonly NodeNumbers _nodes;
    private readonly List<int> _order = [];

    /// <summary>Numbers the links of a network.</summary>
    public LinkNumbers(Network network, NodeNumbers nodes)
    {
        (_network, _nodes) = (network, nodes);
        var chains = Chains();
        FirstSwitchable = chains.Count;
        var taken = new bool[network.Links.Length];
        foreach (var (_, links, _) in chains)
        {
            foreach (var link in links)
            {
                taken[link] = true;
            }
        }

        foreach (var (_, _, link) in nodes.Reduction.Trees)
        {
            taken[link] = true;
        }

        var isolated = new bool[taken.Length];
        for (var k = 0; k < taken.Length; k++)
        {
            isolated[k] = nodes.SolverNode[nodes.Ends[k].From] >= nodes.SuppliedCount;
        }

        var rest = Enumerable.Range(0, taken.Length).Where(k => !taken[k] && !isolated[k]).ToArray();
        foreach (var k in rest.Where(k => network.Links[k] is Pipe))
        {
            chains.Add(([nodes.Ends[k].From, nodes.Ends[k].To], [k], 0));
        }

        _order.AddRange(chains.Select(c => c.Links[c.Lead]));
        _order.AddRange(rest.Where(k => network.Links[k] is not Pipe));
        var edges = _order.Count;
        EdgeFrom = new int[edges];
        EdgeTo = new int[edges];
        for (var e = 0; e < edges; e++)
        {
            var (from, to) = e < chains.Count
                ? (chains[e].Nodes[0], chains[e].Nodes[^1])
                : nodes.Ends[_order[e]];
            (EdgeFrom[e], EdgeTo[e]) = (nodes.SolverNode[from], nodes.SolverNode[to]);
        }

        _order.AddRange(chains.SelectMany(c => c.Links.Where((_, i) => i != c.Lead)));
        _order.AddRange(nodes.Reduction.Trees.Select(t => t.Link));
        _order.AddRange(Enumerable.Range(0, taken.Length).Where(k => isolated[k]));
        ModelLink = [.. _order];
        SolverLink = new int[ModelLink.Length];
        for (var k = 0; k < ModelLink.Length; k++)
        {
            SolverLink[ModelLink[k]] = k;
        }

        Pipes = Table(chains);
    }

    /// <summary>The model's position of each solver link.</summary>
    public int[] ModelLink { get; }

    /// <summary>The solver's number of each model link.</summary>
    public int[] SolverLink { get; }

    /// <summary>Edges from here on are judged one by one.</summary>
    public int FirstSwitchable { get; }

    /// <summary>Solver node where an edge starts; one per edge.</summary>
    public int[] EdgeFrom { get; }

    /// <summary>Solver node where an edge ends; one per edge.</summary>
    public int[] EdgeTo { get; }

    /// <summary>The plain pipes.</summary>
    public PipeTable Pipes { get; }

    // Each chain turned so that at least one of its pipes is drawn along it: that one's flow stands for the chain.
    private List<(int[] Nodes, int[] Links, int Lead)> Chains()
    {
        var chains = new List<(int[] Nodes, int[] Links, int Lead)>(_nodes.Reduction.Chains.Count);
        foreach (var (nodes, links) in _nodes.Reduction.Chains)
        {
            var lead = 0;
            while (lead < links.Length && _nodes.Ends[links[lead]].From != nodes[lead])
            {
                lead++;
            }

            if (lead == links.Length)
            {
                Array.Reverse(nodes);
                Array.Reverse(links);
                lead = 0;
            }

            chains.Add((nodes, links, lead));
        }

        // Equally long chains stand side by side, but chains that share a node apart from each other: when they are added
        // to the matrix, one need not wait for the other.
        return [.. chains.OrderByDescending(c => c.Links.Length)
            .ThenBy(c => Math.Min(_nodes.SolverNode[c.Nodes[0]], _nodes.SolverNode[c.Nodes[^1]]))
            .GroupBy(c => c.Links.Length)
            .SelectMany(g => Apart([.. g]))];
    }

    // By turns from each of eight parts of the list.
    private static IEnumerable<T> Apart<T>(T[] items)
    {
        const int Parts = 8;
        var length = (items.Length + Parts - 1) / Parts;
        for (var i = 0; i < length; i++)
        {
            for (var part = 0; part < Parts; part++)
            {
                if ((part * length) + i < Math.Min(items.Length, (part + 1) * length))
                {
                    yield return items[(part * length) + i];
                }
            }
        }
    }

    private PipeTable Table(List<(int[] Nodes, int[] Links, int Lead)> chains)
    {
        const int Lanes = PipeTable.Lanes;
        var groups = (chains.Count + Lanes - 1) / Lanes;
        var (start, rows, full) = (new int[groups], new int[groups], new int[groups]);
        var row = 0;
        for (var g = 0; g < groups; g++)
        {
            var last = (g * Lanes) + Lanes - 1;
            start[g] = row;
            rows[g] = chains[g * Lanes].Links.Length;
            full[g] = last < chains.Count ? chains[last].Links.Length : 0;
            row += rows[g];
        }

        var trees = _nodes.Reduction.Trees;
        var places = (row + ((trees.Count + Lanes - 1) / Lanes)) * Lanes;
        var darcy = _network.Options.HeadLoss == HeadLossFormula.DarcyWeisbach;
        var table = new PipeTable
        {
            ChainCount = chains.Count,
            LongChainCount = chains.TakeWhile(c => c.Links.Length > 1).Count(),
            GroupStart = start,
            GroupRows = rows,
            GroupFullRows = full,
            ChainLength = [.. chains.Select(c => (double)c.Links.Length)],
            ChainLead = [.. chains.Select(c => c.Lead)],
            TreeRow = row,
            TreeCount = trees.Count,
            TreeParent = new int[trees.Count],
            Link = new int[places],
            PlaceOfLink = new int[ModelLink.Length],
            Sign = new double[places],
            NodeBehind = new int[places],
            Resistance = new double[places],
            MinorResistance = new double[places],
            RelativeRoughness = darcy ? new double[places] : [],
            ReynoldsPerFlow = darcy ? new double[places] : [],
        };
        Array.Fill(table.Link, -1);
        Array.Fill(table.PlaceOfLink, -1);
        Array.Fill(table.NodeBehind, -1);
        Array.Fill(table.ReynoldsPerFlow, 1);
        for (var c = 0; c < chains.Count; c++)
        {
            var (nodes, links, _) = chains[c];
            for (var i = 0; i < links.Length; i++)
            {
                Put(table, table.PlaceOf(c, i), links[i], nodes[i]);
                table.NodeBehind[table.PlaceOf(c, i)] = i + 1 < links.Length ? _nodes.SolverNode[nodes[i + 1]] : -1;
            }
        }

        for (var t = 0; t < trees.Count; t++)
        {
            var (node, parent, link) = trees[trees.Count - 1 - t];
            Put(table, table.TreePlace(t), link, parent);
            table.NodeBehind[table.TreePlace(t)] = _nodes.SolverNode[node];
            table.TreeParent[t] = _nodes.SolverNode[parent];
        }

        return table;
    }

    private void Put(PipeTable table, int place, int link, int before)
    {
        var pipe = (Pipe)_network.Links[link];
        table.Link[place] = SolverLink[link];
        table.PlaceOfLink[SolverLink[link]] = place;
        table.Sign[place] = _nodes.Ends[link].From == before ? 1 : -1;
        table.Resistance[place] = NetworkArrays.ResistanceOf(pipe, pipe.Roughness, _network.Options.HeadLoss);
        table.HasMinorLosses |= pipe.MinorLoss != 0;
        table.MinorResistance[place] = MinorLoss.Resistance(pipe.MinorLoss, pipe.Diameter);
        if (table.RelativeRoughness.Length > 0)
        {
            table.RelativeRoughness[place] = pipe.Roughness / pipe.Diameter;
            table.ReynoldsPerFlow[place] = DarcyWeisbach.ReynoldsPerFlow(_network.Options.Viscosity, pipe.Diameter);
        }
    }
}
