using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// What the supply costs and earns in a year of such days as the run's, 365 of them:
/// <code>
/// annual factor   a = i / (1 - (1 + i)^-n),   1/n where i = 0
/// capital         C = sum_p A_p a(i, n_p)
/// running cost    O = sum_p m_p A_p + F + sum_w V_w (chemicals_w + energy_w + raw_w / (1 - loss_w)) + pumping
/// revenue         R = sum_c (sum_b price_b billed_cb + price for others billed_co)
/// unit cost       (C + O) / billed,   subsidy  max(0, C + O - R)
/// </code>
/// A_p invested in part p (yuan), n_p its life (a), m_p upkeep (-/a), i interest (-/a), F fixed cost (yuan/a), V_w output of plant w (m3/a),
/// its costs from <c>dispatch:</c> (0 where it has none), b the blocks of households' use (<see cref="Tariff"/>), pumping at the network's
/// prices of energy. Water of junctions outside the communities is not billed. Sources: annuity, e.g. Brealey and Myers, <i>Principles of Corporate Finance</i>; what counts as running
/// cost follows China's rules for pricing urban water supply (2021), but the return allowed there is here the interest alone.
/// </summary>
public sealed record FinanceIndicators
{
    /// <summary>What was invested, yuan.</summary>
    public required double Investment { get; init; }

    /// <summary>Investment annualised C, yuan/a.</summary>
    public required double Capital { get; init; }

    /// <summary>Upkeep of the works, yuan/a.</summary>
    public required double Maintenance { get; init; }

    /// <summary>Staff, billing and offices, yuan/a.</summary>
    public required double Fixed { get; init; }

    /// <summary>Chemicals and energy of plants, and raw water, yuan/a.</summary>
    public required double Treatment { get; init; }

    /// <summary>Energy of pumps in the network, yuan/a.</summary>
    public required double Pumping { get; init; }

    /// <summary>Water billed, m3/a.</summary>
    public required double Billed { get; init; }

    /// <summary>Revenue R, yuan/a.</summary>
    public required double Revenue { get; init; }

    /// <summary>Households' water by block, all classes together, the first block first; one where no tariff has blocks.</summary>
    public required ImmutableArray<BlockSale> Blocks { get; init; }

    /// <summary>Water of others than households.</summary>
    public required BlockSale Others { get; init; }

    /// <summary>What towns pay, households and others.</summary>
    public required BlockSale Urban { get; init; }

    /// <summary>What villages pay, households and others.</summary>
    public required BlockSale Rural { get; init; }

    /// <summary>Running cost O, yuan/a.</summary>
    public double Running => Maintenance + Fixed + Treatment + Pumping;

    /// <summary>Capital and running cost, yuan/a.</summary>
    public double Cost => Capital + Running;

    /// <summary>Cost of water billed, capital included, yuan/m3; null where none is.</summary>
    public double? UnitCost => Equity.Ratio(Cost, Billed);

    /// <summary>Running cost of water billed, yuan/m3; null where none is.</summary>
    public double? RunningUnitCost => Equity.Ratio(Running, Billed);

    /// <summary>What revenue leaves uncovered of all cost, yuan/a.</summary>
    public double Subsidy => Math.Max(0, Cost - Revenue);

    /// <summary>What revenue leaves uncovered of the running cost, yuan/a.</summary>
    public double RunningSubsidy => Math.Max(0, Running - Revenue);

    /// <summary>Revenue over all cost, -; null where nothing costs.</summary>
    public double? CostRecovery => Equity.Ratio(Revenue, Cost);

    /// <summary>What of an investment falls on each year of its life, interest included, 1/a.</summary>
    /// <param name="interest">Interest, -/a, 0 or more.</param>
    /// <param name="life">Years, 1 or more.</param>
    public static double AnnualFactor(double interest, int life)
    {
        if (!(interest >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(interest), interest, "Interest is 0 or more.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(life, 1);
        return interest > 0 ? interest / (1 - Math.Pow(1 + interest, -life)) : 1.0 / life;
    }

    /// <summary>What a plant spends on a m3 that it sends out, yuan/m3: chemicals, energy, and the raw water for it.</summary>
    /// <param name="plant">How the plant is run, or null: nothing.</param>
    public static double TreatmentCost(PlantOperation? plant) =>
        plant is null ? 0 : plant.ChemicalCost + plant.EnergyCost + (plant.RawWaterCost / (1 - plant.Loss));

    internal static FinanceIndicators Of(CountyRun run, EconomyScheme economy)
    {
        var sales = CommunitySales.Of(run, economy);
        return new FinanceIndicators
        {
            Investment = economy.Investments.Sum(i => i.Amount),
            Capital = economy.Investments.Sum(i => i.Amount * AnnualFactor(economy.Interest, i.Life)),
            Maintenance = economy.Investments.Sum(i => i.Amount * i.Maintenance),
            Fixed = economy.FixedCost,
            Treatment = run.Summary.Plants.Sum(p => TreatmentOf(run, p)),
            Pumping = run.YearOf(run.Summary.EnergyCost),
            Billed = sales.Sum(s => s.Billed),
            Revenue = sales.Sum(s => s.Revenue),
            Blocks =
            [
                .. Enumerable.Range(0, sales.Select(s => s.Blocks.Length).DefaultIfEmpty(1).Max())
                    .Select(b => BlockSale.Sum(sales.Where(s => b < s.Blocks.Length).Select(s => s.Blocks[b]))),
            ],
            Others = BlockSale.Sum(sales.Select(s => s.Other)),
            Urban = SoldTo(CommunityClass.Urban),
            Rural = SoldTo(CommunityClass.Rural),
        };

        BlockSale SoldTo(CommunityClass of) => BlockSale.Sum(
            sales.Where((_, c) => run.System.Communities[c].Class == of).Select(s => new BlockSale(s.Billed, s.Revenue)));
    }

    internal static double TreatmentOf(CountyRun run, PlantSupply plant) =>
        CountyRun.PerYear(Math.Max(0, plant.Output))
        * TreatmentCost(run.System.Dispatch?.Plants.FirstOrDefault(p => p.Plant == plant.Plant.Id));
}
