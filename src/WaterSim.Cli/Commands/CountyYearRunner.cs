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
        var (run, found) = YearRun.Start(input.System!, input.Network!, OptionsOf(input, request, without), input.Files[0]);
        return (run is null ? null : new CountyYear(run), found);
    }

    /// <inheritdoc/>
    public (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Resume(
        NetworkInput input, YearRequest request, ReadOnlyMemory<byte> state)
    {
        var (run, found) = YearRun.Resume(
            input.System!, input.Network!, OptionsOf(input, request, request.Without), input.Files[0], state);
        return (run is null ? null : new CountyYear(run), found);
    }

    private static YearOptions OptionsOf(NetworkInput input, YearRequest request, ImmutableArray<string> without) => new()
    {
        Inflow = request.Inflow,
        From = request.FromOf(input.System!),
        Days = request.Days,
        DailyOnly = request.DailyOnly,
        Hourly = request.Hourly,
        Seed = request.Seed,
        Shut = without,
        DesignYear = request.DesignYear,
    };

    private sealed class CountyYear(YearRun run) : IYearRun
    {
        public YearSummary Summary => run.Summary;

        public IEnumerable<YearDay> Days() => run.Days();

        public byte[] Save() => run.Save();
    }
}
