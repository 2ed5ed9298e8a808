namespace WaterSim.Model;

/// <summary>A tank: storage whose level follows what flows in and out.</summary>
public sealed record Tank : Node
{
    /// <summary>Elevation of the tank bottom, where level is 0, m.</summary>
    public double Elevation { get; init; }

    /// <summary>Level at the start, m above the bottom.</summary>
    public double InitialLevel { get; init; }

    /// <summary>Lowest level at which the tank still supplies, m above the bottom.</summary>
    public double MinimumLevel { get; init; }

    /// <summary>Level at which the tank is full, m above the bottom.</summary>
    public double MaximumLevel { get; init; }

    /// <summary>Inside diameter, m; of a tank that is not round, of the circle with the same area.</summary>
    public double Diameter { get; init; }

    /// <summary>Volume below the minimum level, m3; 0: taken from the shape.</summary>
    public double MinimumVolume { get; init; }

    /// <summary>Curve of volume (m3) by level (m above the bottom) that replaces the diameter, or null.</summary>
    public string? VolumeCurveId { get; init; }

    /// <summary>How water mixes in it.</summary>
    public MixingModel Mixing { get; init; }

    /// <summary>Share of the volume that the inlet zone of <see cref="MixingModel.TwoCompartments"/> takes, -; above 0.</summary>
    public double MixingFraction { get; init; } = 1;

    /// <summary>
    /// Reaction coefficient, (g/m3)^(1-n)/s with n of <see cref="ReactionOptions.TankOrder"/>, or null for the global
    /// bulk coefficient.
    /// </summary>
    public double? BulkCoefficient { get; init; }

    /// <summary>True: a full tank spills. False: a full tank closes its inlet.</summary>
    public bool CanOverflow { get; init; }
}
