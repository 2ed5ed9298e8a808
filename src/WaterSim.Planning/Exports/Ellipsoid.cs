using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Exports;

/// <summary>
/// A plane map in metres as degrees of WGS 84, by the ellipsoid's radii of curvature at the map's origin (lambda, phi):
/// <code>
/// longitude   lambda + x / (N cos phi)      N = a / sqrt(1 - e^2 sin^2 phi)
/// latitude    phi + y / M                   M = a (1 - e^2) / (1 - e^2 sin^2 phi)^1.5
/// </code>
/// x, y metres east and north; a = 6 378 137 m, e^2 = 0.00669437999. Source: Snyder (1987), <i>Map Projections: A Working Manual</i>, USGS
/// Professional Paper 1395, eq. 4-18 to 4-20.
/// </summary>
internal static class Ellipsoid
{
    private const double Radius = 6_378_137;
    private const double Eccentricity2 = 0.00669437999014;

    /// <summary>Longitude and latitude of a point, degrees.</summary>
    public static (double Longitude, double Latitude) Degrees(MapOrigin origin, MapPoint at)
    {
        var latitude = double.DegreesToRadians(origin.Latitude);
        var sine = Math.Sin(latitude);
        var shape = 1 - (Eccentricity2 * sine * sine);
        var (prime, meridian) = (Radius / Math.Sqrt(shape), Radius * (1 - Eccentricity2) / (shape * Math.Sqrt(shape)));
        return (
            origin.Longitude + double.RadiansToDegrees(at.X / (prime * Math.Cos(latitude))),
            origin.Latitude + double.RadiansToDegrees(at.Y / meridian));
    }
}
