using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Cli.Commands;

/// <summary>Reads a county, begins runs of it, or goes on with them.</summary>
internal interface IYearRunner
{
    /// <summary>Reads what the user named.</summary>
    NetworkInput Read(string path);

    /// <summary>Begins a run, or says why it cannot.</summary>
    /// <param name="input">The county and its network.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="without">Interconnections that are not used.</param>
    (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Start(NetworkInput input, YearRequest request, ImmutableArray<string> without);

    /// <summary>Goes on with a run, or says why it cannot.</summary>
    /// <param name="input">The county and its network.</param>
    /// <param name="request">What is asked for, as then.</param>
    /// <param name="state">What <see cref="IYearRun.Save"/> gave.</param>
    (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Resume(NetworkInput input, YearRequest request, ReadOnlyMemory<byte> state);
}
