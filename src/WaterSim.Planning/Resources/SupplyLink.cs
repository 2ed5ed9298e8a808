namespace WaterSim.Planning.Resources;

/// <summary>An interconnection between two zones.</summary>
/// <param name="From">Zone at the start of its link.</param>
/// <param name="To">Zone at the end of its link.</param>
/// <param name="Link">Position of the link in the network.</param>
public sealed record SupplyLink(int From, int To, int Link);
