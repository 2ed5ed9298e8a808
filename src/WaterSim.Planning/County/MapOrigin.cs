namespace WaterSim.Planning.County;

/// <summary>Where on Earth the map's point (0, 0) lies; map coordinates are m east (x) and north (y) of it.</summary>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
public readonly record struct MapOrigin(double Longitude, double Latitude);
