using WaterSim.Model;

namespace WaterSim.Quality;

/// <summary>Difference below which two parcels of water count as one.</summary>
public static class QualityTolerance
{
    private const double Age = 36;
    private const double Share = 1e-4;
    private const double Chemical = 0.01;

    /// <summary>
    /// The tolerance of an analysis of a network: s of age, a share from 0 to 1, g/m3 of a chemical. What the network's options
    /// give, where they ask for this kind of analysis; else EPANET's 0.01 of an hour, of a percent, or of the file's unit.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="analysis">What is followed.</param>
    public static double Of(Network network, QualityAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(analysis);
        var given = QualityAnalysis.Of(network)?.Kind == analysis.Kind ? network.Quality.Tolerance : null;
        return analysis.Kind switch
        {
            QualityKind.Age => given ?? Age,
            QualityKind.Chemical => given ?? (Chemical * QualityUnits.Of(network).Concentration),
            QualityKind.Trace => given is { } percent ? percent * 0.01 : Share,
            _ => Share,
        };
    }
}
