using WaterSim.Model;

namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>One thing that a scenario changes.</summary>
public abstract record ScenarioChange
{
    /// <summary>What messages call it, such as <c>change 2 (burst)</c>.</summary>
    public string Label { get; init; } = "change";

    /// <summary>Where it stands, or null for one that was made in code.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What it is for alone, or null for days and years.</summary>
    public ScenarioSpan? Only { get; init; }

    /// <summary>When it holds, or null for the whole run. Of what is built or renewed always null.</summary>
    public TimeWindow? Window { get; init; }
}
