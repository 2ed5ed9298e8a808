using WaterSim.Cli.Output;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary>Tells what made a year, for its folder and for going on later.</summary>
internal static class YearManifests
{
    /// <summary>What a later command must ask for to go on.</summary>
    public static YearIdentity IdentityOf(YearRequest request, NetworkInput input, CountySystem county) => new()
    {
        ToolVersion = CommandLineTool.Version,
        Options = request.OptionsOf(county),
        Inputs = [.. FilesOf(request, input, county).Select(f => HashedFile.Of(f))],
        From = request.FromOf(county),
        Days = request.Days,
    };

    /// <summary>The manifest of a year that is complete.</summary>
    public static RunManifest Of(
        YearRequest request, NetworkInput input, CountySystem county, Scenario? scenario, Phases phases, DateTimeOffset started) => new()
        {
            ToolVersion = CommandLineTool.Version,
            Options =
            [
                new("county", request.County),
                .. request.OptionsOf(county),
                .. InflowName(request, county),
                .. scenario is null ? [] : ScenarioWords.Told(scenario),
                new("with-without", string.Join(',', request.WithWithoutOf(county))),
                new("resume", request.Resume ? "yes" : "no"),
                new("figures", FigureChoice.Word(request.Figures)),
                new("lang", request.Language),
            ],
            Inputs = [.. FilesOf(request, input, county).Select(f => HashedFile.Of(f))],
            Started = started,
            Timings = phases.Notes,
            Outcome = SimulationOutcome.Completed,
            Size = NetworkSize.Of(input.Network!),
            ReportedTimes = request.Days,
        };

    // What a report calls the year.
    private static IEnumerable<KeyValuePair<string, string?>> InflowName(YearRequest request, CountySystem county)
    {
        if (county.Resources?.Years.FirstOrDefault(y => y.Id == request.Inflow)?.Name is { } name)
        {
            yield return new("inflow-name", name.En);
            if (name.Zh is not null)
            {
                yield return new("inflow-name-zh", name.Zh);
            }
        }
    }

    // A year of inflow that is a file of daily values stands beside the system file.
    private static IEnumerable<string> FilesOf(YearRequest request, NetworkInput input, CountySystem county)
    {
        var series = county.Resources!.Years.First(y => y.Id == request.Inflow).Series;
        return series is null
            ? input.Files
            : [.. input.Files, Path.Combine(Path.GetDirectoryName(input.Files[0]) ?? "", series)];
    }
}
