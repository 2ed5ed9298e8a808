using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Scenarios;

/// <summary>A county's year as a scenario leaves it: what <see cref="YearRun.Start"/> takes.</summary>
public sealed record AppliedYear
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The county as it is changed: people, dispatch, outages, storage, prices.</summary>
    public required CountySystem System { get; init; }

    /// <summary>The network as it is changed: pipes, demands, electricity prices.</summary>
    public required Network Network { get; init; }

    /// <summary>The options with the scenario's inflow, the interconnections it shuts and the sources it takes out.</summary>
    public required YearOptions Options { get; init; }
}
