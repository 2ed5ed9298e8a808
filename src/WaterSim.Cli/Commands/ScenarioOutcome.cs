using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Commands;

/// <summary>How the run of one of several scenarios went.</summary>
internal sealed record ScenarioOutcome : SideOutcome
{
    /// <summary>The summary of its run, or null where it was not run.</summary>
    public RunSummary? Summary { get; init; }

    /// <summary>Its indicators, or null where it was not run.</summary>
    public CountyIndicators? Indicators { get; init; }
}
