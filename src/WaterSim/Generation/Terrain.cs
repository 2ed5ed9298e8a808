namespace WaterSim.Generation;

/// <summary>The ground: hills a few kilometres wide on land that rises and falls slowly over tens of kilometres.</summary>
/// <remarks>Value noise: random heights at the points of a lattice, and smooth steps between them.</remarks>
internal sealed class Terrain(ulong seed)
{
    private const double Base = 220;
    private const double RegionCell = 40_000;
    private const double RegionRelief = 12;
    private const double HillCell = 2_500;
    private const double HillRelief = 9;

    /// <summary>Ground elevation, m.</summary>
    /// <param name="x">Easting, m.</param>
    /// <param name="y">Northing, m.</param>
    public double At(double x, double y) => Region(x, y) + (HillRelief * Noise(x, y, HillCell, 1));

    /// <summary>Elevation of the land without its hills, m.</summary>
    /// <param name="x">Easting, m.</param>
    /// <param name="y">Northing, m.</param>
    public double Region(double x, double y) => Base + (RegionRelief * Noise(x, y, RegionCell, 2));

    // From -1 to 1.
    private double Noise(double x, double y, double cell, ulong layer)
    {
        var (left, bottom) = (Math.Floor(x / cell), Math.Floor(y / cell));
        var (u, v) = (Smooth((x / cell) - left), Smooth((y / cell) - bottom));
        var (i, k) = ((long)left, (long)bottom);
        var low = Lattice(i, k, layer) + (u * (Lattice(i + 1, k, layer) - Lattice(i, k, layer)));
        var high = Lattice(i, k + 1, layer) + (u * (Lattice(i + 1, k + 1, layer) - Lattice(i, k + 1, layer)));
        return low + (v * (high - low));
    }

    private static double Smooth(double t) => t * t * (3 - (2 * t));

    private double Lattice(long i, long k, ulong layer)
    {
        var bits = RandomStream.Mix(RandomStream.Mix(RandomStream.Mix(seed + layer) ^ (ulong)i) ^ (ulong)k);
        return ((bits >> 11) * (2.0 / (1UL << 53))) - 1;
    }
}
