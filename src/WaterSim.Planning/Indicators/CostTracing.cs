namespace WaterSim.Planning.Indicators;

/// <summary>
/// What water has cost by the time it arrives. At each node waters mix, and so do their costs; on each way the way's own cost is added:
/// <code>
/// u_i = sum_l q_l (u_from(l) + c_l) / sum_l q_l      over flows l that come to node i
/// </code>
/// u_i cost of water at node i (yuan/m3; 0 where none comes), q_l flow (m3/s), c_l cost of way l (yuan/m3). Whoever draws water pays so for
/// the works it passed, in the proportion in which it passed them, and all pay all: sum_l q_l c_l = sum_i u_i (inflow_i - outflow_i).
/// Source: proportional sharing of flows, Bialek (1996), <i>Tracing the flow of electricity</i>, IEE Proceedings 143, 313-320.
/// </summary>
public static class CostTracing
{
    private const double Tolerance = 1e-13;
    private const int MostSweeps = 20_000;

    /// <summary>Costs of water at nodes, yuan/m3.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="flows">Flows between them; water may go both ways between two nodes, as into and out of a tank.</param>
    public static double[] UnitCosts(int nodes, IEnumerable<TracedFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var coming = flows.Where(f => f.Flow > 0).ToLookup(f => f.To);
        var fed = Enumerable.Range(0, nodes)
            .Where(coming.Contains)
            .Select(i => (Node: i, Flows: coming[i].ToArray(), Sum: coming[i].Sum(f => f.Flow)))
            .ToArray();
        var costs = new double[nodes];

        // Each sweep carries costs along all ways that go with its direction; to and fro, few are needed.
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            double change = 0, largest = 0;
            for (var at = 0; at < fed.Length; at++)
            {
                var (node, mine, sum) = fed[sweep % 2 == 0 ? at : fed.Length - 1 - at];
                double cost = 0;
                foreach (var flow in mine)
                {
                    cost += flow.Flow * (costs[flow.From] + flow.Cost);
                }

                cost /= sum;
                change = Math.Max(change, Math.Abs(cost - costs[node]));
                largest = Math.Max(largest, Math.Abs(cost));
                costs[node] = cost;
            }

            if (change <= Tolerance * largest)
            {
                break;
            }
        }

        return costs;
    }
}
