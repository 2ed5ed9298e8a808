namespace WaterSim.Planning.Indicators;

/// <summary>
/// How many ways water takes, as entropy of its flows:
/// <code>
/// S = S_0 + sum_j (T_j / T) S_j
/// S_0 = - sum_k (Q_k / T) ln (Q_k / T)            over sources k
/// S_j = - sum_m (q_jm / T_j) ln (q_jm / T_j)      over what leaves node j: links m, and its demand
/// </code>
/// Q_k supply of source k (m3/s), T their sum, T_j all water that passes node j (m3/s), q_jm what of it leaves by m. S, -, in nats: 0 where
/// all water takes one way to one user; it grows as flows divide more evenly among more ways. A tree whose demands are the same has
/// always the same S, so that only designs or runs of the same demands should be compared. Source: Tanyimboh and Templeman (1993),
/// Engineering Optimization 22, 33-49.
/// </summary>
public static class FlowEntropy
{
    /// <summary>Entropy of a network's flows at a moment, -.</summary>
    /// <param name="supplies">One per node, m3/s: positive where water comes in from outside, negative where it is drawn.</param>
    /// <param name="flows">Flows between nodes, m3/s, from the first node to the second; negative the other way.</param>
    /// <returns>S, nats; null where no water comes in.</returns>
    public static double? Of(ReadOnlySpan<double> supplies, IEnumerable<(int From, int To, double Flow)> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var leaving = new double[supplies.Length];
        var parts = new double[supplies.Length];
        double total = 0, sources = 0;
        for (var i = 0; i < supplies.Length; i++)
        {
            total += Math.Max(0, supplies[i]);
            sources += Part(supplies[i]);
            Leave(i, -supplies[i]);
        }

        foreach (var (from, to, flow) in flows)
        {
            Leave(flow > 0 ? from : to, Math.Abs(flow));
        }

        if (total <= 0)
        {
            return null;
        }

        // - sum_m (q/T) ln (q/T) = ln T - (sum_m q ln q) / T
        var entropy = Math.Log(total) - (sources / total);
        for (var i = 0; i < leaving.Length; i++)
        {
            entropy += leaving[i] > 0 ? ((leaving[i] * Math.Log(leaving[i])) - parts[i]) / total : 0;
        }

        return entropy;

        void Leave(int node, double flow)
        {
            leaving[node] += Math.Max(0, flow);
            parts[node] += Part(flow);
        }
    }

    private static double Part(double flow) => flow > 0 ? flow * Math.Log(flow) : 0;
}
