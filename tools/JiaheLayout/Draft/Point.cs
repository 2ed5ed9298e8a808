namespace JiaheLayout.Draft;

/// <summary>A place, metres east (X) and north (Y) of the county's origin, kept to 0.1 m.</summary>
internal readonly record struct Point
{
    public Point(double x, double y)
    {
        X = Math.Round(x, 1);
        Y = Math.Round(y, 1);
    }

    public double X { get; }

    public double Y { get; }

    public double DistanceTo(Point other) =>
        Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));

    public Point Toward(Point other, double metres)
    {
        var share = metres / DistanceTo(other);
        return new(X + ((other.X - X) * share), Y + ((other.Y - Y) * share));
    }

    /// <summary>Local metres of a longitude and latitude, equirectangular about the county's origin, sphere of 6,371 km.</summary>
    public static Point OfLonLat(double lon, double lat)
    {
        const double metresPerDegree = 6_371_000 * Math.PI / 180;
        var shrink = Math.Cos(Facts.County.OriginLat * Math.PI / 180);
        return new((lon - Facts.County.OriginLon) * metresPerDegree * shrink, (lat - Facts.County.OriginLat) * metresPerDegree);
    }
}
