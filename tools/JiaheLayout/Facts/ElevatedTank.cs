namespace JiaheLayout.Facts;

/// <summary>
/// An elevated tank filled through a pressure-reducing inlet valve: volume (m3), floor (m), place, the inlet valve's place,
/// and diameters. The valve holds a head a little below the tank's top, so the tank draws more the lower it stands.
/// </summary>
internal sealed record ElevatedTank(
    string Id, string En, string Zh, string Town, double VolumeM3, double FloorM, double X, double Y,
    double ValveX, double ValveY, int InletDn, string From, int FromDn, string Hub, int OutletDn, double FirstLevelM)
{
    /// <summary>Depth (m).</summary>
    public const double DepthM = 4.5;

    /// <summary>Head (m) the inlet valve holds behind itself.</summary>
    public double InletHeadM => FloorM + DepthM - 0.2;
}
