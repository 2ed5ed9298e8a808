using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Cli.Commands;

/// <summary>Runs of a county by the planning model.</summary>
internal sealed class CountyYearRunner : IYearRunner
{
    /// <inheritdoc/>
    public NetworkInput Read(string path) => NetworkInput.Read(path);

    /// <inheritdoc/>
    public (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Start(
        NetworkInput input, YearRequest request, ImmutableArray<string> without) =>
        throw new NotSupportedException("to come");

    /// <inheritdoc/>
    public (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Resume(
        NetworkInput input, YearRequest request, ReadOnlyMemory<byte> state) =>
        throw new NotSupportedException("to come");
}
