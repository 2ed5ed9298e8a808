namespace WaterSim.Quality.Laws;

/// <summary>
/// Reaction at the wall of a pipe, which no more can reach than the flow carries there (Rossman, Clark and Grayman 1994;
/// EPANET 2.2 manual, section 3.4):
/// <code>
/// dc/dt = 4/d  kw kf / (|kw| + kf)  c                   order 1: resistances in series
/// dc/dt = 4/d  sign(kw) min(|kw|, kf c)                 order 0: the slower of the two
/// </code>
/// d diameter (m), kw wall coefficient (m/s of order 1, g/m2/s of order 0; below 0 for decay), kf mass transfer
/// coefficient (m/s; <see cref="MassTransfer"/>), infinite where diffusivity is given as 0; 4/d wall area by volume (1/m).
/// </summary>
internal static class WallReaction
{
    /// <summary>Rate of a reaction of order 1 by concentration, 1/s.</summary>
    public static double FirstOrder(double kw, double kf, double d) =>
        4 / d * (double.IsInfinity(kf) ? kw : kw * kf / (Math.Abs(kw) + kf));

    /// <summary>Rate of a reaction of order 0, g/m3/s, at a concentration c, g/m3.</summary>
    public static double ZeroOrder(double kw, double kf, double d, double c) =>
        c <= 0 ? 0 : 4 / d * Math.Sign(kw) * Math.Min(Math.Abs(kw), kf * c);
}
