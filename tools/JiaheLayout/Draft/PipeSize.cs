namespace JiaheLayout.Draft;

/// <summary>A pipe one can buy: inner diameter (mm) and Hazen-Williams C.</summary>
internal sealed record PipeSize(string Name, double InnerMm, double C)
{
    /// <summary>Head lost per metre at a flow (L/s), Hazen-Williams in SI units: 10.667 Q^1.852 / (C^1.852 d^4.871).</summary>
    public double Slope(double lps) =>
        10.667 * Math.Pow(lps / 1000, 1.852) / (Math.Pow(C, 1.852) * Math.Pow(InnerMm / 1000, 4.871));
}
