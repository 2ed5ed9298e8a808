namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A positional control valve loses head by how far it is open:
/// <code>
/// m = m100 / (c/100)^2
/// </code>
/// m minor loss resistance (m/(m3/s)^2), m100 that of the fully open valve, c flow coefficient relative to fully open
/// (percent), read from the valve's curve by its opening (percent), or the opening itself where there is no curve.
/// Source: a valve's flow coefficient is q / sqrt(dp), so that the loss goes with its inverse square; EPANET 2.3.
/// </summary>
internal static class PositionalControlValve
{
    /// <summary>Minor loss resistance at an opening, m/(m3/s)^2; at most that of a closed link.</summary>
    /// <param name="openResistance">m100, m/(m3/s)^2.</param>
    /// <param name="flowCoefficient">c, percent.</param>
    public static double Resistance(double openResistance, double flowCoefficient)
    {
        const double Shut = 1e8 * Constants.GradientUnit / Constants.CubicFoot;
        var share = Math.Clamp(flowCoefficient / 100, 0, 1);
        return Math.Min(openResistance / (share * share), Shut);
    }
}
