namespace JiaheLayout.Facts;

/// <summary>The county: origin of the local metres (assumed) and an outline of about the found 699 km2 (shape assumed).</summary>
internal static class County
{
    public const double OriginLon = 112.37;
    public const double OriginLat = 25.64;

    /// <summary>Outline, km east and north of the origin.</summary>
    public static readonly (double X, double Y)[] OutlineKm =
    [
        (-14.4, 1), (-13.4, 5.7), (-9.6, 9.2), (-4, 12.4), (-2.2, 15.8), (3, 17.2), (8.8, 17.6), (10.6, 13.6), (9.2, 7.8),
        (12, 3.2), (15.6, -2.8), (16.6, -8.6), (16.2, -13), (8, -15.4), (3.2, -18.0), (-3, -17.2), (-5, -13), (-9.4, -11.4),
        (-10.2, -5), (-13.9, -3),
    ];
}
