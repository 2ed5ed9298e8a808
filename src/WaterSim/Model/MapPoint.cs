namespace WaterSim.Model;

/// <summary>A point on the map, in the file's own map units (often metres or degrees).</summary>
/// <param name="X">Easting or longitude.</param>
/// <param name="Y">Northing or latitude.</param>
public readonly record struct MapPoint(double X, double Y);
