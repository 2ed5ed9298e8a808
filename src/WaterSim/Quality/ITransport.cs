using WaterSim.Hydraulics;
using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>What moves one analysis's values through the network.</summary>
internal interface ITransport
{
    /// <summary>What is followed.</summary>
    Followed Followed { get; }

    /// <summary>Begins anew.</summary>
    /// <param name="tankVolumes">m3, one per tank.</param>
    void Begin(ReadOnlySpan<double> tankVolumes);

    /// <summary>Before the flows change: notes what stands at nodes that no water enters.</summary>
    void Settle();

    /// <summary>Takes the plan's new flows.</summary>
    /// <param name="state">The solution.</param>
    /// <param name="strengths">Strengths of the sources, in their unit; one per source.</param>
    void SetFlows(HydraulicState state, ReadOnlySpan<double> strengths);

    /// <summary>Moves all water on.</summary>
    /// <param name="count">By how many steps.</param>
    /// <param name="dt">Length of each, s.</param>
    /// <param name="takes">Whether to take down the extremes.</param>
    void Step(int count, double dt, bool takes);

    /// <summary>The extremes that were taken down.</summary>
    QualityExtremes Extremes();

    /// <summary>Sets the tanks' volumes, m3, to what the hydraulics say.</summary>
    void SetTankVolumes(ReadOnlySpan<double> volumes);

    /// <summary>Writes the present value at every node; a row per node of the model.</summary>
    void TakeNodes(Span<double> rows);

    /// <summary>Writes the present mean in every link; a row per link of the model.</summary>
    void TakeLinks(Span<double> rows);

    /// <summary>Keeps all that changes.</summary>
    void Keep(StateArchive archive);

    /// <summary>The balance so far, of a value.</summary>
    QualityBalance Balance(int column);
}
