namespace WaterSim.Planning.Indicators;

/// <summary>One indicator as a planner reads it.</summary>
/// <param name="Id">Its id, which stays from version to version: <c>service.people_at_service_head</c>.</param>
/// <param name="Group">What it is about; the id's part before the point.</param>
/// <param name="Name">Its name, English.</param>
/// <param name="Value">Its value in <paramref name="Unit"/>; null where the run did not follow it or it is not defined.</param>
/// <param name="Unit">The unit as shown, such as <c>%</c> or <c>yuan/m3</c>; <c>-</c> where there is none.</param>
/// <param name="Better">Which way it gets better.</param>
/// <param name="Decimals">Decimals to show it with.</param>
public sealed record IndicatorRow(
    string Id, string Group, string Name, double? Value, string Unit, IndicatorDirection Better, int Decimals);
