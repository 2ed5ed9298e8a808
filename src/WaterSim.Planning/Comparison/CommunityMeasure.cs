using System.Collections.Immutable;
using WaterSim.Planning.Indicators;

namespace WaterSim.Planning.Comparison;

/// <summary>What communities are compared by.</summary>
/// <param name="Id">Its id, which is the name of a column but for the unit and the run.</param>
/// <param name="Name">Its name, English.</param>
/// <param name="Unit">Unit of the values as shown.</param>
/// <param name="Suffix">The unit at the end of a column's name.</param>
/// <param name="Better">Which way it gets better.</param>
/// <param name="Decimals">Decimals to show it with; a smaller difference is none.</param>
public sealed record CommunityMeasure(
    string Id, string Name, string Unit, string Suffix, IndicatorDirection Better, int Decimals)
{
    internal static CommunityMeasure ServiceHours { get; } =
        new("service_hours", "Hours at or above the service head", "h/d", "hd", IndicatorDirection.Higher, 1);

    internal static CommunityMeasure LowestPressure { get; } =
        new("min_pressure", "Lowest pressure", "m", "m", IndicatorDirection.Higher, 1);

    internal static CommunityMeasure SupplyHours { get; } =
        new("supply_hours", "Hours of supply", "h/d", "hd", IndicatorDirection.Higher, 1);

    internal static CommunityMeasure DaysShort { get; } =
        new("days_short", "Days short of water", "d", "d", IndicatorDirection.Lower, 0);

    internal static CommunityMeasure DeliveredShare { get; } =
        new("delivered_share", "Share of need delivered", "%", "percent", IndicatorDirection.Higher, 1);

    internal static ImmutableArray<CommunityMeasure> Of(ComparisonKind kind) => kind == ComparisonKind.Day
        ? [ServiceHours, LowestPressure, SupplyHours]
        : [DaysShort, DeliveredShare];
}
