using WaterSim.Model;

namespace WaterSim.Quality;

/// <summary>One thing to follow through the network. A run can follow several at once; none changes another's results.</summary>
public sealed record QualityAnalysis
{
    private QualityAnalysis(QualityKind kind, string? nodeId = null) => (Kind, NodeId) = (kind, nodeId);

    /// <summary>The age of the water, s.</summary>
    public static QualityAnalysis Age { get; } = new(QualityKind.Age);

    /// <summary>
    /// Where the water comes from: a share, 0 to 1, for each reservoir, one for water that was there at the start, and
    /// where a junction has a negative demand one for water that enters so. The shares of a place add up to 1.
    /// </summary>
    public static QualityAnalysis Blend { get; } = new(QualityKind.Blend);

    /// <summary>
    /// The chemical of <see cref="QualityOptions"/>, g/m3, with the network's initial concentrations, sources and reactions.
    /// </summary>
    public static QualityAnalysis Chemical { get; } = new(QualityKind.Chemical);

    /// <summary>What is followed.</summary>
    public QualityKind Kind { get; }

    /// <summary>The node that is traced; null but for <see cref="QualityKind.Trace"/>.</summary>
    public string? NodeId { get; }

    /// <summary>The share of water, 0 to 1, that came through a node.</summary>
    /// <param name="nodeId">A reservoir, tank or junction.</param>
    public static QualityAnalysis Trace(string nodeId)
    {
        ArgumentException.ThrowIfNullOrEmpty(nodeId);
        return new(QualityKind.Trace, nodeId);
    }

    /// <summary>What a network's own options ask for, or null where they ask for nothing.</summary>
    public static QualityAnalysis? Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Quality.Mode switch
        {
            QualityMode.Age => Age,
            QualityMode.Chemical => Chemical,
            QualityMode.Trace => Trace(network.Quality.TraceNodeId ?? ""),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        QualityKind.Age => "age",
        QualityKind.Blend => "blend",
        QualityKind.Trace => $"trace:{NodeId}",
        _ => "chemical",
    };
}
