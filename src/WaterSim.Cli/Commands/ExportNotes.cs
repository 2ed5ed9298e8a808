using WaterSim.Model;

namespace WaterSim.Cli.Commands;

/// <summary>What <c>watersim export</c> has to say of its folder.</summary>
internal static class ExportNotes
{
    /// <summary>The folder lies in a run folder.</summary>
    public static Diagnostic WithinRun(string folder) => Error(
        "WS5018", $"'{folder}' is a run folder or lies in one, which holds the files of its run and no others",
        "Name another folder with --out.");

    /// <summary>A file could not be written, or one of the run not read.</summary>
    public static Diagnostic NotWritten(string why) => Error(
        "WS5019", $"the run could not be exported: {why}", "Free space, check permissions or name another folder with --out.");

    private static Diagnostic Error(string code, string message, string remedy) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        Message = message,
        Remedy = remedy,
    };
}
