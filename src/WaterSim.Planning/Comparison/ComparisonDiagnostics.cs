using WaterSim.Model;

namespace WaterSim.Planning.Comparison;

/// <summary>What a comparison has to say of its runs.</summary>
internal static class ComparisonDiagnostics
{
    public static Diagnostic Mixed(string one, string other) => Error(
        "WS4120", $"'{one}' is a run of a day and '{other}' one of many days: they have nothing to compare",
        "Compare runs of 'watersim run' with each other, and years with each other.");

    public static Diagnostic NoIndicators(string folder, string why) => Error(
        "WS4121", $"'{folder}' has no indicators to compare: {why}", "Make the run again, of a county.");

    public static Diagnostic AnotherCounty(string one, string other, string why) => Error(
        "WS4122", $"'{one}' and '{other}' are runs of different networks: {why}", "Compare runs of one county.");

    public static Diagnostic Damaged(string folder, string file, string why) => Error(
        "WS4123", $"'{file}' in '{folder}' cannot be read as what it is: {why}", "Make the run again.");

    public static Diagnostic Twice(string folder) => Error(
        "WS4124", $"'{folder}' is named twice", "Name each run once.");

    public static Diagnostic OtherFiles(string one, string other, string what) => Notice(
        "WS4125", $"'{one}' and '{other}' began from different files: {what}",
        "Nothing, where variants are compared; else run both from the same files.");

    public static Diagnostic OtherTime(string one, string other, string what) => Notice(
        "WS4126", $"'{one}' and '{other}' do not cover the same time: {what}",
        "Nothing, where that is meant; else run both for the same time.");

    private static Diagnostic Error(string code, string message, string remedy) => Make(code, DiagnosticSeverity.Error, message, remedy);

    private static Diagnostic Notice(string code, string message, string remedy) => Make(code, DiagnosticSeverity.Notice, message, remedy);

    private static Diagnostic Make(string code, DiagnosticSeverity severity, string message, string remedy) => new()
    {
        Code = code,
        Severity = severity,
        Element = "comparison",
        Message = message,
        Remedy = remedy,
    };
}
