namespace JiaheLayout.Facts;

/// <summary>
/// A water works. <paramref name="OutletM"/> is the clear well's floor (m); places are metres east and north of the origin;
/// <paramref name="FirstLevelM"/> is the clear well's level at midnight of the average day.
/// </summary>
internal sealed record Plant(
    string Id, string En, string Zh, double CapacityM3d, double OutletM, double X, double Y, double OutX, double OutY,
    int OutDn, double FirstLevelM)
{
    /// <summary>Capacity in L/s.</summary>
    public double CapacityLps => CapacityM3d / 86.4;

    /// <summary>Clear-well depth (m), assumed alike for all plants.</summary>
    public const double WellDepthM = 4.5;

    /// <summary>Clear-well volume (m3): 20 % of a day at capacity.</summary>
    public double WellVolumeM3 => Math.Round(CapacityM3d * 0.2 / 50) * 50;
}
