using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>The few figures by which scenarios are set side by side at once, SI.</summary>
/// <param name="PeopleServed">People of the communities that are served.</param>
/// <param name="LowestVillagePressure">Lowest pressure head at any time in any village, m; null where no source reaches one.</param>
/// <param name="Required">Mean demand of communities, m3/s.</param>
/// <param name="Delivered">Mean of what they are given, m3/s.</param>
/// <param name="MeanPower">Energy drawn over the length of the run, W; null of a steady state.</param>
internal sealed record ScenarioFigures(int PeopleServed, double? LowestVillagePressure, double Required, double Delivered, double? MeanPower)
{
    /// <summary>Those of a county's run; null of one that was not run.</summary>
    public static ScenarioFigures? Of(RunSummary? summary)
    {
        if (summary?.Service is not { } service)
        {
            return null;
        }

        var villages = service.Communities.Where(c => c.Community.Class == CommunityClass.Rural).ToList();
        return new ScenarioFigures(
            service.PeopleServed,
            villages.Exists(v => v.MinimumPressure is null) ? null : villages.Min(v => v.MinimumPressure),
            service.Communities.Sum(c => c.Required),
            service.Communities.Sum(c => c.Delivered),
            summary.Duration > TimeSpan.Zero ? summary.Energy / summary.Duration.TotalSeconds : null);
    }
}
