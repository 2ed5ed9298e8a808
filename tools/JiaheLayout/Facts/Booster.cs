namespace JiaheLayout.Facts;

/// <summary>
/// A booster station: duty point (m3/h, m) of each of its two pumps, places, and the head tank it fills
/// (volume m3, floor m, depth 4 m), from which its villages are fed by gravity.
/// </summary>
internal sealed record Booster(
    string Id, string En, string Zh, string Town, double DutyM3h, double DutyM, string From, int SuctionDn, double X, double Y,
    double GroundM, int RisingDn, double TankVolumeM3, double TankFloorM, double TankX, double TankY, double FirstLevelM)
{
    /// <summary>Depth (m) of the station's head tank.</summary>
    public const double TankDepthM = 4.0;

    /// <summary>Duty flow in L/s.</summary>
    public double DutyLps => DutyM3h / 3.6;
}
