using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Comparison;

/// <summary>A plant, tank, booster or source on a run's map.</summary>
/// <param name="Kind">What it is: <c>plant</c>, <c>tank</c>, <c>booster</c>, <c>source</c> or <c>standby</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="At">Its place, in the network's map units.</param>
public sealed record MapFacility(string Kind, string Id, LocalizedName Name, MapPoint At);
