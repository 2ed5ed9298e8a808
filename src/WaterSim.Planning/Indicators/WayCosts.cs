using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Lays a county's yearly cost on the ways of its water: of pipes by length times diameter to a power, of plants by capacity and what
/// they treat, of pumps by energy. What no water passes, tanks and fixed cost fall on all water alike.
/// </summary>
internal sealed class WayCosts
{
    private readonly CountyRun _run;
    private readonly EconomyScheme _economy;
    private readonly double[] _ofLink;
    private double _common;

    public WayCosts(CountyRun run, EconomyScheme economy)
    {
        (_run, _economy) = (run, economy);
        _ofLink = new double[run.Network.Links.Length];
        Pipes();
        Plants();
        Pumps();
        _common += Yearly(AssetPart.Tanks) + economy.FixedCost;
    }

    /// <summary>Cost of what is drawn at each node, yuan/a; all nodes together bear all cost where any water is drawn.</summary>
    public double[] AtNodes()
    {
        var (forward, backward) = GrossFlows();
        var flows = new List<TracedFlow>(2 * _ofLink.Length);
        var (common, traced) = (_common, 0.0);
        for (var j = 0; j < _ofLink.Length; j++)
        {
            var passing = forward[j] + backward[j];
            if (!(CountyRun.PerYear(passing) > 1))
            {
                // Less than a m3 a year: the way stands idle.
                common += _ofLink[j];
                continue;
            }

            traced += _ofLink[j];
            var (from, to) = _run.Ends[j];
            var cost = _ofLink[j] / CountyRun.PerYear(passing);
            flows.Add(new TracedFlow(from, to, forward[j], cost));
            flows.Add(new TracedFlow(to, from, backward[j], cost));
        }

        var units = CostTracing.UnitCosts(_run.Network.Nodes.Length, flows);
        var drawn = _run.Uses.Mean.Select(u => CountyRun.PerYear(u.All)).ToArray();
        double all = 0, borne = 0;
        for (var i = 0; i < drawn.Length; i++)
        {
            all += drawn[i];
            borne += drawn[i] * units[i];
        }

        // What tanks gained or gave on this day bore cost too, or brought none: those who draw bear the year's.
        var scale = borne > 0 ? traced / borne : 0;
        var even = all > 0 ? (common + (borne > 0 ? 0 : traced)) / all : 0;
        return [.. drawn.Select((d, i) => d * ((units[i] * scale) + even))];
    }

    private double Yearly(AssetPart part) => _economy.Investments
        .Where(i => i.Part == part)
        .Sum(i => i.Amount * (FinanceIndicators.AnnualFactor(_economy.Interest, i.Life) + i.Maintenance));

    private void Pipes()
    {
        var weights = _run.Network.Links
            .Select(l => l is Pipe p ? p.Length * Math.Pow(p.Diameter, _economy.PipeCostExponent) : 0)
            .ToArray();
        Share(Yearly(AssetPart.Pipes), weights);
    }

    private void Plants()
    {
        var yearly = Yearly(AssetPart.Plants);
        var capacity = _run.Summary.Plants.Sum(p => p.Plant.Capacity);
        foreach (var plant in _run.Summary.Plants)
        {
            var weights = new double[_ofLink.Length];
            foreach (var (link, sign) in PlantFlows.Outlets(_run.Network, plant.Plant))
            {
                weights[link] = _run.Statistics.MeanAndPeak(k => Math.Max(0, sign * _run.Results.Flows(k)[link])).Mean;
            }

            Share((yearly * plant.Plant.Capacity / capacity) + FinanceIndicators.TreatmentOf(_run, plant), weights);
        }

        _common += _run.Summary.Plants.IsEmpty ? yearly : 0;
    }

    private void Pumps()
    {
        var weights = new double[_ofLink.Length];
        foreach (var pump in _run.Summary.Pumps)
        {
            var link = _run.Network.IndexOfLink(pump.Id);
            weights[link] = pump.Energy;
            _ofLink[link] += _run.YearOf(pump.Cost);
        }

        // A charge on the peak of all pumps belongs to none of them alone.
        _common += _run.YearOf(_run.Summary.EnergyCost - _run.Summary.Pumps.Sum(p => p.Cost));
        Share(Yearly(AssetPart.Pumps), weights);
    }

    private void Share(double cost, double[] weights)
    {
        var sum = weights.Sum();
        if (!(sum > 0))
        {
            _common += cost;
            return;
        }

        for (var j = 0; j < weights.Length; j++)
        {
            _ofLink[j] += cost * weights[j] / sum;
        }
    }

    // What passes each link one way and the other, mean over the run: a tank's pipe has both.
    private (double[] Forward, double[] Backward) GrossFlows()
    {
        var (forward, backward) = (new double[_ofLink.Length], new double[_ofLink.Length]);
        for (var k = 0; k < _run.Results.Times.Length; k++)
        {
            var flows = _run.Results.Flows(k);
            var weight = _run.Statistics.Weight(k);
            for (var j = 0; j < forward.Length; j++)
            {
                forward[j] += weight * Math.Max(0, flows[j]);
                backward[j] += weight * Math.Max(0, -flows[j]);
            }
        }

        return (forward, backward);
    }
}
