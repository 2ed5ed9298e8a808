using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// What lifting the water takes:
/// <code>
/// per volume      e = E / V
/// work            W = rho g sum_k sum_p w_k q_pk H_pk T
/// ratio           r = E / W,     efficiency 1 / r
/// </code>
/// E energy of all pumps (J), V water delivered (m3), q flow (m3/s) and H lift (m) of running pump p, w_k share of the run T (s) for which
/// time k holds. r, -, times 277.8 is the kWh per 1000 m3 and MPa that Chinese waterworks report: 1000 m3 against 1 MPa are 1e9 J or
/// 277.8 kWh. W and r take power and lift at the reported times, so that both hold for the same moments; E is the run's. Treatment and
/// pumps that the network does not model are not in it. Source: as IWA's Ph5, standardised energy consumption (Alegre
/// et al. 2006, <i>Performance Indicators for Water Supply Services</i>), but over the work and without a unit.
/// </summary>
public sealed record EnergyIndicators
{
    /// <summary>Weight of water, N/m3: 1000 kg/m3 x 9.80665 m/s2.</summary>
    public const double WeightOfWater = 9806.65;

    /// <summary>What a perfect pump draws, kWh per 1000 m3 and MPa.</summary>
    public const double PerfectPump = 1e9 / JoulesPerKilowattHour;

    private const double JoulesPerKilowattHour = 3.6e6;

    /// <summary>Energy of all pumps, J.</summary>
    public required double Energy { get; init; }

    /// <summary>Energy over water delivered, J/m3; null where none was.</summary>
    public required double? PerVolume { get; init; }

    /// <summary>Energy over work done on the water, - (1: perfect pumps); null where no pump lifted water at a reported time.</summary>
    public required double? OverWork { get; init; }

    /// <summary>Cost of energy by the network's prices, in their currency.</summary>
    public required double Cost { get; init; }

    /// <summary>Mean price paid, currency per kWh; null where no energy was drawn.</summary>
    public required double? MeanPrice { get; init; }

    /// <summary>Energy by price, the lowest price first; empty where no energy was drawn at a reported time.</summary>
    public required ImmutableArray<EnergyAtPrice> Prices { get; init; }

    /// <summary>Energy per 1000 m3 lifted against 1 MPa, kWh.</summary>
    public double? PerThousandCubicMetersAndMegapascal => OverWork * PerfectPump;

    /// <summary>Mean wire-to-water efficiency, -.</summary>
    public double? Efficiency => Equity.Ratio(1, OverWork);

    internal static EnergyIndicators Of(CountyRun run)
    {
        var results = run.Results;
        var patterns = new PatternValues(run.Network);
        var byPrice = new SortedDictionary<double, double>();
        double power = 0, work = 0;
        for (var k = 0; k < results.Times.Length; k++)
        {
            var powers = results.Powers(k);
            var flows = results.Flows(k);
            var losses = results.HeadLosses(k);
            var weight = run.Statistics.Weight(k);
            for (var j = 0; j < run.Network.Links.Length; j++)
            {
                if (run.Network.Links[j] is not Pump pump || !(powers[j] > 0) || weight == 0)
                {
                    continue;
                }

                power += weight * powers[j];
                work += weight * WeightOfWater * Math.Max(0, flows[j]) * Math.Max(0, -losses[j]);
                var price = Price(run.Network, pump, patterns.Period(results.Times[k]), patterns);
                byPrice[price] = byPrice.GetValueOrDefault(price) + (weight * powers[j]);
            }
        }

        return new EnergyIndicators
        {
            Energy = run.Summary.Energy,
            PerVolume = run.Summary.EnergyPerVolume,
            OverWork = Equity.Ratio(power, work),
            Cost = run.Summary.EnergyCost,
            MeanPrice = Equity.Ratio(run.Summary.EnergyCost * JoulesPerKilowattHour, run.Summary.Energy),
            Prices = [.. byPrice.Select(p => new EnergyAtPrice(p.Key, p.Value / power))],
        };
    }

    // A pump's own price and pattern come before the network's.
    private static double Price(Network network, Pump pump, long period, PatternValues patterns) =>
        (pump.EnergyPrice is > 0 and var own ? own : network.Energy.Price)
        * PatternValues.At(patterns.Of(pump.PricePatternId ?? network.Energy.PricePatternId), period);
}
