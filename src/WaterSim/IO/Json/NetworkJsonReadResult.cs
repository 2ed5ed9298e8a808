using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.IO.Json;

/// <summary>What reading a network in JSON gave: a network, or the reasons why there is none.</summary>
public sealed record NetworkJsonReadResult
{
    /// <summary>The network; null where there are errors.</summary>
    public required Network? Network { get; init; }

    /// <summary>Everything found.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>True where an error was found.</summary>
    public bool HasErrors => Network is null;
}
