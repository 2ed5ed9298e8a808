using MathNet.Numerics.RootFinding;
using WaterSim.Hydraulics;
using WaterSim.Hydraulics.Laws;

namespace WaterSim.Tests.Hydraulics.Laws;

/// <summary>Friction laws against published figures.</summary>
public sealed class FrictionLawTests
{
    // The authors' own form (Williams and Hazen, Hydraulic Tables, 1920), in ft and s: v = 1.318 C R^0.63 S^0.54, R = d/4.
    // Its exponents are 1.852 and 4.871 rounded another way.
    [Theory]
    [InlineData(0.06, 0.3, 100)]
    [InlineData(0.016, 0.15, 130)]
    [InlineData(0.3, 0.6, 120)]
    public void Hazen_Williams_is_within_half_a_percent_of_its_authors_form(double q, double d, double c)
    {
        var velocity = q / (Math.PI * d * d / 4) / 0.3048;
        var slope = Math.Pow(velocity / (1.318 * c * Math.Pow(d / 4 / 0.3048, 0.63)), 1 / 0.54);
        Assert.Equal(1, HazenWilliams.HeadLoss(HazenWilliams.Resistance(1000, d, c), q, out _) / (1000 * slope), 0.005);
    }

    // Manning's formula in SI: v = R^(2/3) S^(1/2) / n with R = d/4. EPANET's rounded constants differ by 0.6 percent.
    [Theory]
    [InlineData(0.3, 0.012, 0.08)]
    [InlineData(0.6, 0.015, 0.5)]
    public void Chezy_Manning_is_within_one_percent_of_Mannings_formula(double d, double n, double q)
    {
        var velocity = q / (Math.PI * d * d / 4);
        var slope = Math.Pow(velocity * n / Math.Pow(d / 4, 2.0 / 3), 2);
        Assert.Equal(1, ChezyManning.HeadLoss(ChezyManning.Resistance(1000, d, n), q, out _) / (1000 * slope), 0.01);
    }

    // Colebrook and White (1939), solved here by MathNet: 1/sqrt(f) = -2 log10(e/3.7d + 2.51/(Re sqrt(f))).
    // Swamee and Jain give their formula as within 1 percent for 5000 < Re < 1e8, 1e-6 < e/d < 1e-2.
    [Theory]
    [InlineData(1e4, 1e-6)]
    [InlineData(1e5, 1e-4)]
    [InlineData(1e6, 1e-3)]
    [InlineData(1e7, 1e-2)]
    public void Darcy_Weisbach_friction_is_within_two_percent_of_Colebrooks(double reynolds, double roughness)
    {
        var colebrook = Brent.FindRoot(
            f => (1 / Math.Sqrt(f)) + (2 * Math.Log10((roughness / 3.7) + (2.51 / (reynolds * Math.Sqrt(f))))),
            0.005,
            0.1,
            1e-12);
        Assert.Equal(1, DarcyWeisbach.FrictionFactor(reynolds, roughness, out _) / colebrook, 0.02);
    }

    [Fact]
    public void Laminar_flow_follows_Hagen_and_Poiseuille()
    {
        // h = 128 nu L q / (pi g d^4)
        const double Viscosity = 1e-6, Length = 50, Diameter = 0.1, Flow = 1e-4;
        var expected = 128 * Viscosity * Length * Flow / (Math.PI * Constants.Gravity * Math.Pow(Diameter, 4));
        var ours = DarcyWeisbach.HeadLoss(
            DarcyWeisbach.Resistance(Length, Diameter),
            1e-3,
            DarcyWeisbach.ReynoldsPerFlow(Viscosity, Diameter),
            Flow,
            out _);
        Assert.Equal(expected, ours, 1e-12 * expected);
    }

    [Theory]
    [InlineData(2000, 1e-2)]
    [InlineData(2000, 1e-6)]
    [InlineData(4000, 1e-2)]
    [InlineData(4000, 1e-6)]
    public void Friction_is_smooth_where_the_transition_begins_and_ends(double reynolds, double roughness)
    {
        var below = Factor(reynolds * (1 - 1e-9), roughness, out var slopeBelow);
        var above = Factor(reynolds * (1 + 1e-9), roughness, out var slopeAbove);
        Assert.Equal(below, above, 1e-6);
        Assert.Equal(slopeBelow, slopeAbove, 1e-3 * Math.Abs(slopeBelow) + 1e-9);
    }

    private static double Factor(double reynolds, double roughness, out double slope)
    {
        if (reynolds <= 2000)
        {
            slope = -64 / (reynolds * reynolds);
            return 64 / reynolds;
        }

        return DarcyWeisbach.FrictionFactor(reynolds, roughness, out slope);
    }
}
