namespace WaterSim.Model;

/// <summary>How a chemical reacts, in pipes and tanks that say nothing of their own. Defaults are EPANET's.</summary>
/// <remarks>Coefficients are negative where the chemical decays, positive where it grows.</remarks>
public sealed record ReactionOptions
{
    /// <summary>Order n of the reaction in the water of pipes, -; below 0: Michaelis-Menten.</summary>
    public double BulkOrder { get; init; } = 1;

    /// <summary>Order of the reaction in tanks, -.</summary>
    public double TankOrder { get; init; } = 1;

    /// <summary>Order of the reaction at the pipe wall, -: 0 or 1.</summary>
    public double WallOrder { get; init; } = 1;

    /// <summary>Bulk coefficient, (g/m3)^(1-n)/s; n below 0 counts as 0.</summary>
    public double BulkCoefficient { get; init; }

    /// <summary>Wall coefficient: m/s of order 1, g/m2/s of order 0.</summary>
    public double WallCoefficient { get; init; }

    /// <summary>Concentration that growth or decay tends to, or half-saturation of Michaelis-Menten, g/m3; 0: none.</summary>
    public double LimitingPotential { get; init; }

    /// <summary>
    /// Factor F by which a pipe's wall coefficient follows its roughness, in the wall coefficient's unit: F/C of
    /// Hazen-Williams, F/|ln(e/d)| of Darcy-Weisbach, F n of Chezy-Manning; 0: it does not.
    /// </summary>
    public double RoughnessCorrelation { get; init; }
}
