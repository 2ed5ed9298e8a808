namespace JiaheLayout.Facts;

/// <summary>
/// Villages fed from one hub: their number and people, the level about which their ground lies (m), whether a
/// pressure-reducing valve stands at the group's head, and the middle of its territory (m east, m north).
/// </summary>
internal sealed record SupplyGroup(
    string Id, string Township, string Hub, int Villages, int People, double GroundM, bool Reduced, double X, double Y);
