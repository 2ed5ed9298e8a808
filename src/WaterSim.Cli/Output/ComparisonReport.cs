using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.Comparison;

namespace WaterSim.Cli.Output;

/// <summary>What <c>--json</c> prints of a comparison: one object, also of runs that cannot be compared.</summary>
internal static class ComparisonReport
{
    /// <summary>Prints the object.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="code">The exit code that will follow.</param>
    /// <param name="folder">The comparison's folder, or null where none was written.</param>
    /// <param name="diagnostics">Everything found.</param>
    /// <param name="timings">Phases and how long each took.</param>
    /// <param name="comparison">The comparison, told as its folder has it; null where there is none.</param>
    public static void Write(
        Terminal terminal, int code, string? folder, IEnumerable<Diagnostic> diagnostics,
        ImmutableArray<KeyValuePair<string, TimeSpan>> timings, RunComparison? comparison) => RunReport.Write(
            terminal, code, folder, diagnostics, timings, comparison is null ? null : to => ComparisonJson.Write(comparison, to));
}
