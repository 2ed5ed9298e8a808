using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;
using WaterSim.Simulation;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// All that a planner asks of a run of a county, in SI units. What the run did not follow or the system file does not give is null:
/// a blend for <see cref="Source"/>, age or chlorine for <see cref="Quality"/>, <c>economy:</c> for <see cref="Price"/> and
/// <see cref="Finance"/>. Yearly figures are those of 365 days such as the run's.
/// </summary>
public sealed record CountyIndicators
{
    /// <summary>Who is served, how long and how much.</summary>
    public required ServiceIndicators Service { get; init; }

    /// <summary>Same source, or null where no blend was followed.</summary>
    public required SameSource? Source { get; init; }

    /// <summary>Same quality, or null where neither age nor chlorine was followed.</summary>
    public required SameQuality? Quality { get; init; }

    /// <summary>Same price, or null without <c>economy:</c>.</summary>
    public required SamePrice? Price { get; init; }

    /// <summary>Same service.</summary>
    public required SameService Equality { get; init; }

    /// <summary>What the network has to spare.</summary>
    public required ResilienceIndicators Resilience { get; init; }

    /// <summary>Whom the loss of one link, booster or plant cuts off.</summary>
    public required SingleFailures Failures { get; init; }

    /// <summary>Where the water goes.</summary>
    public required LossIndicators Losses { get; init; }

    /// <summary>What lifting takes.</summary>
    public required EnergyIndicators Energy { get; init; }

    /// <summary>Cost and revenue, or null without <c>economy:</c>.</summary>
    public required FinanceIndicators? Finance { get; init; }

    /// <summary>Judgement by the standards.</summary>
    public required ImmutableArray<StandardResult> Standards { get; init; }

    /// <summary>What a planner wants the run judged by, or null for everything: to this tables and summaries keep. All is computed.</summary>
    public ImmutableArray<IndicatorGroup>? Asked { get; init; }

    /// <summary>Computes the indicators of a run.</summary>
    /// <param name="results">The run.</param>
    /// <param name="system">The county its network belongs to.</param>
    /// <param name="summary">The run's summary, made with the same system; null: it is made here.</param>
    /// <exception cref="ArgumentException">The system names an id the network lacks, or the summary is not a county's.</exception>
    public static CountyIndicators Of(SimulationResults results, CountySystem system, RunSummary? summary = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(system);
        summary ??= RunSummary.Of(results, system);
        if (summary.Service is null)
        {
            throw new ArgumentException("The summary is that of a plain network. Make it with the county's system.", nameof(summary));
        }

        var run = new CountyRun(results, system, summary);
        var service = ServiceIndicators.Of(run);
        var losses = LossIndicators.Of(run);
        var energy = EnergyIndicators.Of(run);
        return new CountyIndicators
        {
            Service = service,
            Source = SameSource.Of(system, summary.CountyQuality),
            Quality = SameQuality.Of(summary.CountyQuality),
            Price = system.Economy is { } economy ? SamePrice.Of(run, economy) : null,
            Equality = SameService.Of(summary.Service, service),
            Resilience = ResilienceIndicators.Of(run),
            Failures = SingleFailures.Of(run),
            Losses = losses,
            Energy = energy,
            Finance = system.Economy is { } costs ? FinanceIndicators.Of(run, costs) : null,
            Standards = StandardsCheck.Of(system, summary.Service, summary.CountyQuality, service, losses, energy),
        };
    }
}
