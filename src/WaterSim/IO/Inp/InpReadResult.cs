using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>What reading an INP file gave: a network, or all the reasons why there is none.</summary>
public sealed record InpReadResult
{
    /// <summary>The network; null where there are errors.</summary>
    public required Network? Network { get; init; }

    /// <summary>Everything found, in the order of the file's lines.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Where each element stands in the file.</summary>
    public required SourceMap Sources { get; init; }

    /// <summary>True where an error was found.</summary>
    public bool HasErrors => Network is null;
}
