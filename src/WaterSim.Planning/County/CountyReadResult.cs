using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.County;

/// <summary>What reading a county system found: the system and its network, or why there is none.</summary>
public sealed record CountyReadResult
{
    /// <summary>The system, or null where an error stands in <see cref="Diagnostics"/>.</summary>
    public CountySystem? System { get; init; }

    /// <summary>The network it refers to, or null where that could not be read.</summary>
    public Network? Network { get; init; }

    /// <summary>Everything found wrong or worth knowing in both files, in the order of the files.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Paths of the files that were read, as opened: the system file and the network; for hashing.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}
