using WaterSim.Model;

namespace WaterSim.Planning.Indicators;

/// <summary>What comes into a county's treated side and is drawn from it, at any reported time.</summary>
internal sealed class TreatedSide
{
    private readonly CountyRun _run;
    private readonly bool[] _isJunction;
    private readonly double[] _serviceHeads;
    private readonly double _datum;

    // Links of the treated side: all, those with an end that is no junction, and pumps.
    private readonly int[] _links;
    private readonly int[] _atStores;
    private readonly int[] _pumps;
    private readonly double[] _supplies;

    public TreatedSide(CountyRun run)
    {
        _run = run;
        var (nodes, links) = (run.Network.Nodes, run.Network.Links);
        _isJunction = [.. nodes.Select(n => n is Junction)];
        _serviceHeads = ServiceHeads(run);
        _datum = run.Nodes.SelectMany(own => own)
            .Select(i => nodes[i])
            .OfType<Junction>()
            .Select(j => j.Elevation)
            .DefaultIfEmpty(0)
            .Min();
        _links = [.. Enumerable.Range(0, links.Length).Where(run.IsTreated)];
        _atStores = [.. _links.Where(j => !_isJunction[run.Ends[j].From] || !_isJunction[run.Ends[j].To])];
        _pumps = [.. _links.Where(j => links[j] is Pump)];
        _supplies = new double[nodes.Length];
    }

    /// <summary>Power put in, delivered and needed at a reported time.</summary>
    public PowerSurplus Power(int k)
    {
        var heads = _run.Results.Heads(k);
        var pressures = _run.Results.Pressures(k);
        var drawn = _run.Results.Demands(k);
        var supplies = Supplies(k);
        double supplied = 0, delivered = 0, needed = 0;
        for (var i = 0; i < supplies.Length; i++)
        {
            if (supplies[i] == 0 || double.IsNaN(heads[i]))
            {
                continue;
            }

            var power = supplies[i] * (heads[i] - _datum);
            if (!_isJunction[i] || supplies[i] > 0)
            {
                supplied += power;
            }
            else
            {
                var service = _serviceHeads[i];
                delivered -= power;
                needed += drawn[i] * (heads[i] - _datum + (double.IsNaN(service) ? 0 : service - pressures[i]));
            }
        }

        var flows = _run.Results.Flows(k);
        var losses = _run.Results.HeadLosses(k);
        foreach (var j in _pumps)
        {
            supplied -= flows[j] > 0 ? flows[j] * losses[j] : 0;
        }

        return new PowerSurplus(supplied, delivered, needed);
    }

    /// <summary>Flow entropy at a reported time, nats.</summary>
    public double? Entropy(int k)
    {
        var flows = new List<(int From, int To, double Flow)>(_links.Length);
        var all = _run.Results.Flows(k);
        foreach (var j in _links)
        {
            flows.Add((_run.Ends[j].From, _run.Ends[j].To, all[j]));
        }

        return FlowEntropy.Of(Supplies(k), flows);
    }

    // What comes in at each node, m3/s; negative where it is drawn or stored. Holds until the next call.
    private double[] Supplies(int k)
    {
        var flows = _run.Results.Flows(k);
        var drawn = _run.Results.Demands(k);
        for (var i = 0; i < _supplies.Length; i++)
        {
            _supplies[i] = _isJunction[i] && !_run.IsRaw[i] ? -drawn[i] : 0;
        }

        foreach (var j in _atStores)
        {
            var (from, to) = _run.Ends[j];
            _supplies[from] += _isJunction[from] ? 0 : flows[j];
            _supplies[to] -= _isJunction[to] ? 0 : flows[j];
        }

        return _supplies;
    }

    // By node the head its community is owed over its ground; NaN at nodes of no community.
    private static double[] ServiceHeads(CountyRun run)
    {
        var heads = new double[run.Network.Nodes.Length];
        Array.Fill(heads, double.NaN);
        for (var c = 0; c < run.Nodes.Length; c++)
        {
            foreach (var i in run.Nodes[c])
            {
                heads[i] = run.System.Communities[c].ServiceHead;
            }
        }

        return heads;
    }
}
