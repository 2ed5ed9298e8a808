using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Same service: pressure, continuity and water per head in towns and villages. Each community's value stands for its people
/// (<see cref="Equity"/>):
/// <code>
/// ratio          R_x = x(rural) / x(urban),      x(class) the mean by people
/// Gini           G_x over all people of the county
/// worst decile   mean of x over the tenth of the people who have least
/// </code>
/// x is the lowest pressure head over the service head (-; 1: as owed), the continuity at that head (-), or household use per head
/// (m3 a day). Standards of towns and villages differ, so pressures are compared as shares of what each is owed. Source: Gini
/// (1912); which values are compared is our choice.
/// </summary>
public sealed record SameService
{
    private const double Decile = 0.1;

    /// <summary>Ratio of pressures over service heads, rural to urban, -.</summary>
    public required double? PressureRatio { get; init; }

    /// <summary>Ratio of continuity, rural to urban, -.</summary>
    public required double? ContinuityRatio { get; init; }

    /// <summary>Ratio of household use per head, rural to urban, -; null without <c>demand:</c>.</summary>
    public required double? PerHeadRatio { get; init; }

    /// <summary>Gini coefficient of lowest pressure heads over service heads, 0 to 1, -.</summary>
    public required double? PressureGini { get; init; }

    /// <summary>Gini coefficient of continuity, 0 to 1, -.</summary>
    public required double? ContinuityGini { get; init; }

    /// <summary>Gini coefficient of household use per head with a tap, 0 to 1, -; null without <c>demand:</c>.</summary>
    public required double? PerHeadGini { get; init; }

    /// <summary>Lowest pressure head over service head of the worst tenth of the people, -.</summary>
    public required double? WorstDecilePressure { get; init; }

    /// <summary>Continuity of the worst tenth of the people, -.</summary>
    public required double? WorstDecileContinuity { get; init; }

    /// <summary>Compares service.</summary>
    /// <param name="summary">Pressures of a run's communities.</param>
    /// <param name="service">Continuity and use of the same communities.</param>
    public static SameService Of(ServiceSummary summary, ServiceIndicators service)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(service);

        // A community that no source reaches has no pressure; one that is owed none is left out.
        var pressures = summary.Communities
            .Where(c => c.Community.ServiceHead > 0)
            .Select(c => (c.Community, Value: Math.Max(0, c.MinimumPressure ?? 0) / c.Community.ServiceHead))
            .ToArray();
        var continuity = service.Communities.Select(c => (c.Community, Value: c.Continuity)).ToArray();
        var use = service.Communities
            .Where(c => c.DomesticPerHead is not null)
            .Select(c => (c.Community, Value: c.DomesticPerHead!.Value))
            .ToArray();
        return new SameService
        {
            PressureRatio = Ratio(pressures),
            ContinuityRatio = Ratio(continuity),
            PerHeadRatio = Ratio(use),
            PressureGini = Equity.Gini(ByPeople(pressures)),
            ContinuityGini = Equity.Gini(ByPeople(continuity)),
            PerHeadGini = Equity.Gini(ByPeople(use)),
            WorstDecilePressure = Equity.WorstShare(ByPeople(pressures), Decile),
            WorstDecileContinuity = Equity.WorstShare(ByPeople(continuity), Decile),
        };
    }

    private static double? Ratio((Community Community, double Value)[] values) => Equity.Ratio(
        Equity.Mean(ByPeople(values.Where(v => v.Community.Class == CommunityClass.Rural))),
        Equity.Mean(ByPeople(values.Where(v => v.Community.Class == CommunityClass.Urban))));

    private static IEnumerable<(double Value, double People)> ByPeople(IEnumerable<(Community Community, double Value)> values) =>
        values.Select(v => (v.Value, (double)v.Community.People));
}
