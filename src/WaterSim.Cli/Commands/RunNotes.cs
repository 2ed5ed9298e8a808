using WaterSim.Model;

namespace WaterSim.Cli.Commands;

/// <summary>What commands that write run folders have to say of them.</summary>
internal static class RunNotes
{
    /// <summary>The run could not be written.</summary>
    public static Diagnostic NotWritten(string why) => new()
    {
        Code = "WS5002",
        Severity = DiagnosticSeverity.Error,
        Message = $"the run could not be written: {why}",
        Remedy = "Free space or name another place with --out; an earlier run is as it was.",
    };

    /// <summary>A folder should have been removed.</summary>
    public static Diagnostic LeftBehind(string folder) => new()
    {
        Code = "WS5001",
        Severity = DiagnosticSeverity.Warning,
        Message = $"'{folder}' is no longer needed and could not be removed",
        Remedy = "Remove it by hand.",
    };
}
