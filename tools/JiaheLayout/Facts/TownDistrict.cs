namespace JiaheLayout.Facts;

/// <summary>
/// A district of a town's distribution grid: people, hub it hangs on, the head (m) its inlet valve holds (null: none needed),
/// middle, nodes per side, spacing (m) and turn (degrees).
/// </summary>
internal sealed record TownDistrict(
    string Id, string Township, string Hub, int People, double? HeadM, double X, double Y, int Side, double SpacingM, double TurnDeg);
