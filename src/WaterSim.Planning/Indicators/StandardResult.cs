namespace WaterSim.Planning.Indicators;

/// <summary>How a supply fared by a standard. Units of limit and value are the <see cref="Indicators.Standard"/>'s.</summary>
/// <param name="Standard">The standard.</param>
/// <param name="Limit">What it asks for; null where it differs from community to community.</param>
/// <param name="Value">The worst found, or null where there is none: nobody to be judged, or a node that no source reaches.</param>
/// <param name="Passes">Whether it holds for all; null where the run did not follow what tells.</param>
/// <param name="PeopleFailing">People for whom it does not hold; null where it is not about people (pumps, plants).</param>
public sealed record StandardResult(Standard Standard, double? Limit, double? Value, bool? Passes, int? PeopleFailing);
