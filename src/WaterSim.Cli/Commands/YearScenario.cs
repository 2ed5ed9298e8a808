using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.Scenarios;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Cli.Commands;

/// <summary>A year's county, network and options as a scenario file leaves them.</summary>
/// <param name="Input">The county as it is changed; its files are those of the scenario too.</param>
/// <param name="Request">What is asked for, with the scenario's inflow, links and sources.</param>
/// <param name="Scenario">The scenario.</param>
internal sealed record YearScenario(NetworkInput Input, YearRequest Request, Scenario Scenario)
{
    /// <summary>Reads the request's one scenario and applies it, or says why it cannot be run as this year.</summary>
    /// <param name="input">The county; with demand, from which the first day follows.</param>
    /// <param name="request">What is asked for.</param>
    public static (YearScenario? Applied, ImmutableArray<Diagnostic> Diagnostics) Of(NetworkInput input, YearRequest request)
    {
        var (system, network) = (input.System!, input.Network!);
        var options = request.YearOptionsOf(system, request.Without);
        var read = ScenarioReader.LoadForYear(request.Scenarios[0], system, network, options);
        if (read.Scenario is not { } scenario)
        {
            return (null, read.Diagnostics);
        }

        var drought = scenario.Changes.OfType<DroughtInflow>().LastOrDefault(c => c.Only is not ScenarioSpan.Day);
        if (request.IsInflowGiven && drought is not null && drought.Year != request.Inflow)
        {
            return (null, [.. read.Diagnostics, ScenarioNotes.OtherInflow(request.Inflow, drought)]);
        }

        var applied = ScenarioApplication.ApplyToYear(scenario, system, network, options);
        return (
            new YearScenario(
                input with
                {
                    System = applied.System,
                    Network = applied.Network,
                    LeakageFrom = network,
                    Files = [.. input.Files, .. read.Files],
                },
                request with
                {
                    Inflow = applied.Options.Inflow,
                    Without = applied.Options.Shut,
                    SourcesOut = applied.Options.SourcesOut,
                },
                scenario),
            read.Diagnostics);
    }
}
