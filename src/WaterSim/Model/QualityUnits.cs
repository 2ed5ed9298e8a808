namespace WaterSim.Model;

/// <summary>
/// The units of water quality in one file, and the factors from them to SI: concentrations in mg/L or ug/L, ages in
/// hours, reaction rates per day, masses per minute.
/// </summary>
/// <param name="File">The file's other units.</param>
/// <param name="Options">Its quality options.</param>
/// <param name="Reactions">Its reaction orders.</param>
public readonly record struct QualityUnits(FileUnits File, QualityOptions Options, ReactionOptions Reactions)
{
    private const double Day = 86_400;
    private const double Foot = 0.3048;
    private const double ChlorineDiffusivity = 1.3e-8 * Foot * Foot;

    /// <summary>g/m3 of one of the file's units of concentration: mg/L, or ug/L where the file says so.</summary>
    public double Concentration =>
        Options.ChemicalUnits.StartsWith("ug/", StringComparison.OrdinalIgnoreCase) ||
        Options.ChemicalUnits.StartsWith("\u00B5g/", StringComparison.OrdinalIgnoreCase) ||
        Options.ChemicalUnits.StartsWith("\u03BCg/", StringComparison.OrdinalIgnoreCase)
            ? 1e-3
            : 1;

    /// <summary>SI value of one of the file's units of quality: g/m3 of a chemical, s of age, percent of a trace.</summary>
    public double Quality => Options.Mode switch
    {
        QualityMode.Age => 3600,
        QualityMode.Trace => 1,
        _ => Concentration,
    };

    /// <summary>The units of a network's file.</summary>
    public static QualityUnits Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new QualityUnits(FileUnits.Of(network.Options), network.Quality, network.Reactions);
    }

    /// <summary>SI value of a source's strength 1: g/s from mg/min of a mass source, else g/m3.</summary>
    public double Source(QualitySourceKind kind) =>
        kind == QualitySourceKind.Mass ? Concentration * 1e-3 / 60 : Concentration;

    /// <summary>SI value of a bulk coefficient 1 of a reaction order: (g/m3)^(1-n)/s from (mg/L)^(1-n)/d.</summary>
    public double Bulk(double order) => Math.Pow(Concentration, 1 - Math.Max(order, 0)) / Day;

    /// <summary>SI value of a wall coefficient 1: m/s from ft/d or m/d, or g/m2/s from mg/ft2/d or mg/m2/d.</summary>
    public double Wall()
    {
        var length = File.FactorToSI(Quantity.Length);
        return Reactions.WallOrder == 0 ? Concentration * 1e-3 / (length * length) / Day : length / Day;
    }

    /// <summary>
    /// SI value of a file's diffusivity, m2/s. As EPANET decides: above 1e-4 it is a multiple of that of chlorine at 20
    /// degrees C (1.3e-8 ft2/s), else it stands in ft2/s or m2/s.
    /// </summary>
    public double DiffusivityToSI(double value) =>
        value > 1e-4 ? value * ChlorineDiffusivity : value * (File.IsUsCustomary ? Foot * Foot : 1);

    /// <summary>What a file writes for a diffusivity in m2/s: the multiple where it may.</summary>
    public double DiffusivityFromSI(double value) =>
        value / ChlorineDiffusivity > 1e-4
            ? value / ChlorineDiffusivity
            : value / (File.IsUsCustomary ? Foot * Foot : 1);
}
