namespace JiaheLayout.Facts;

/// <summary>A joint of the trunk mains: ground (m), place, and the plant whose water it carries.</summary>
internal sealed record TrunkNode(string Id, double GroundM, double X, double Y, string Plant);
