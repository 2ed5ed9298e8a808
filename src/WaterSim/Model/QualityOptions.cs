namespace WaterSim.Model;

/// <summary>What is asked of a water quality analysis. Defaults are EPANET's.</summary>
public sealed record QualityOptions
{
    /// <summary>What is followed.</summary>
    public QualityMode Mode { get; init; }

    /// <summary>Name of the chemical.</summary>
    public string Chemical { get; init; } = "Chemical";

    /// <summary>
    /// The concentration unit of the file, as it writes it: <c>mg/L</c>, <c>ug/L</c>, or any other word, which counts
    /// as mg/L. Inside all concentrations are g/m3.
    /// </summary>
    public string ChemicalUnits { get; init; } = "mg/L";

    /// <summary>The node whose share is traced; null unless <see cref="Mode"/> is trace.</summary>
    public string? TraceNodeId { get; init; }

    /// <summary>
    /// Difference below which two parcels of water are one: g/m3 of a chemical, s of age, percent of a trace; null:
    /// EPANET's 0.01 in the file's concentration unit, in h, or in percent.
    /// </summary>
    public double? Tolerance { get; init; }

    /// <summary>Molecular diffusivity, m2/s (chlorine at 20 degrees C: 1.208e-9).</summary>
    public double Diffusivity { get; init; } = 1.3e-8 * 0.3048 * 0.3048;
}
