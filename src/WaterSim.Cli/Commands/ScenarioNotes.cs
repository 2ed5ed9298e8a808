using WaterSim.Model;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Cli.Commands;

/// <summary>What there is to say of running scenarios.</summary>
internal static class ScenarioNotes
{
    /// <summary>Scenarios are asked for of a network alone.</summary>
    public static Diagnostic NoCounty(string network) => Error(
        "WS5013", $"'{network}' is no county, and scenarios are about one", "Name a county folder or its system.yaml.");

    /// <summary>The county has no scenarios.</summary>
    public static Diagnostic NoScenarios(string folder) => Error(
        "WS5014", $"there is no scenario file in '{folder}'", "Put .yaml files there, or name files by --scenario.");

    /// <summary>The place of the scenarios' run folders is a run itself.</summary>
    public static Diagnostic PlaceIsRun(string place) => Error(
        "WS5015", $"'{place}' is a run folder, which holds that run and nothing else", "Name another place with --out.");

    /// <summary>A scenario met a defect.</summary>
    public static Diagnostic Defect(Exception e) => Error(
        "WS5016", $"internal error ({e.GetType().Name}: {e.Message})",
        "This is a defect of watersim: please report it with the scenario and its network.");

    /// <summary>A scenario of a year asks for another year of inflow than the command does.</summary>
    public static Diagnostic OtherInflow(string asked, DroughtInflow scenario) => Error(
        "WS5021", $"--inflow {asked}, and the scenario takes the year of inflow {scenario.Year}",
        "Leave out --inflow, or take drought_inflow out of the scenario.") with
    {
        Element = scenario.Label,
        Location = scenario.Location,
    };

    private static Diagnostic Error(string code, string message, string remedy) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        Element = "scenarios",
        Message = message,
        Remedy = remedy,
    };
}
