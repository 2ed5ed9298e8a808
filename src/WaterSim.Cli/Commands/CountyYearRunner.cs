using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.Coupling;

namespace WaterSim.Cli.Commands;

/// <summary>Runs of a county by the planning model.</summary>
internal sealed class CountyYearRunner : IYearRunner
{
    /// <inheritdoc/>
    public NetworkInput Read(string path) => NetworkInput.Read(path);

    /// <inheritdoc/>
    public (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Start(
        NetworkInput input, YearRequest request, ImmutableArray<string> without)
    {
        var (run, found) = YearRun.Start(input.System!, input.Network!, request.YearOptionsOf(input.System!, without), input.Files[0], input.LeakageFrom);
        return (run is null ? null : new CountyYear(run), found);
    }

    /// <inheritdoc/>
    public (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Resume(
        NetworkInput input, YearRequest request, ReadOnlyMemory<byte> state)
    {
        var (run, found) = YearRun.Resume(
            input.System!, input.Network!, request.YearOptionsOf(input.System!, request.Without), input.Files[0], state, input.LeakageFrom);
        return (run is null ? null : new CountyYear(run), found);
    }

    private sealed class CountyYear(YearRun run) : IYearRun
    {
        public YearSummary Summary => run.Summary;

        public IEnumerable<YearDay> Days() => run.Days();

        public byte[] Save() => run.Save();
    }
}
