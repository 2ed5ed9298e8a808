namespace WaterSim.Planning.Indicators;

/// <summary>
/// How much more power arrives at the taps than is needed there, ready to be lost in a failure:
/// <code>
/// Todini     I = sum_j q_j (h_j - h*_j) / (sum_k Q_k H_k + sum_p Q_p H_p - sum_j q_j h*_j)
/// modified   M = sum_j q_j (h_j - h*_j) / sum_j q_j h*_j
/// </code>
/// q_j demand (m3/s), h_j head and h*_j head needed (m) at demand node j; Q_k outflow and H_k head of source k; Q_p flow and H_p lift of
/// pump p. The sums are powers over the weight of water, m4/s. I, -, is the share of the power that the network could lose and does
/// not; it is at most 1, and below 0 where heads fall short. M, -, relates the surplus to what the taps need; it counts heads from the
/// datum that the caller chooses, while I does not depend on it where flows balance. Sources: Todini (2000), Urban Water 2, 115-122;
/// Jayaram and Srinivasan (2008), Water Resources Research 44, W01417.
/// </summary>
/// <param name="Supplied">Power of sources and pumps, m4/s.</param>
/// <param name="Delivered">Power at demand nodes, m4/s.</param>
/// <param name="Needed">Power needed at demand nodes, m4/s.</param>
public readonly record struct PowerSurplus(double Supplied, double Delivered, double Needed)
{
    /// <summary>Todini's index I, -; null where no more is supplied than needed.</summary>
    public double? Todini => Supplied > Needed ? (Delivered - Needed) / (Supplied - Needed) : null;

    /// <summary>The modified index M, -; null where nothing is needed.</summary>
    public double? Modified => Needed > 0 ? (Delivered - Needed) / Needed : null;
}
