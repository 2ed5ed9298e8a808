using WaterSim.Planning.Coupling;

namespace WaterSim.Cli.Commands;

/// <summary>How the year of one of several scenarios went.</summary>
internal sealed record YearOutcome : SideOutcome
{
    /// <summary>Its year, or null where that was not run to its end.</summary>
    public YearSummary? Summary { get; init; }
}
