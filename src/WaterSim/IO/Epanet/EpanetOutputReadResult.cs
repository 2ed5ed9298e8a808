using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.IO.Epanet;

/// <summary>What reading EPANET's binary results gave: the results, or the reason why there are none.</summary>
public sealed record EpanetOutputReadResult
{
    /// <summary>The results; null where there are errors.</summary>
    public required EpanetOutputFile? File { get; init; }

    /// <summary>Everything found.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>True where an error was found.</summary>
    public bool HasErrors => File is null;
}
