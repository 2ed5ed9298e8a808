namespace WaterSim.Planning.Indicators;

/// <summary>What the loss of one thing cuts off.</summary>
/// <param name="Id">Id of the link, booster, plant or source that is lost.</param>
/// <param name="People">People whom no way joins to a plant any more; a community's people are shared among its nodes by what they draw.</param>
public sealed record SingleFailure(string Id, double People);
