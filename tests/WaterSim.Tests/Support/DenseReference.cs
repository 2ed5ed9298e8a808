using MathNet.Numerics.LinearAlgebra;
using WaterSim.Hydraulics.Laws;
using WaterSim.Model;

namespace WaterSim.Tests.Support;

/// <summary>
/// The same equations solved the plain way: Newton's method on all heads and flows at once with a dense matrix, one law
/// at a time, nothing reduced. For networks of pipes, junctions and reservoirs.
/// </summary>
internal static class DenseReference
{
    /// <summary>Heads, m, and flows, m3/s, in the model's order.</summary>
    public static (double[] Heads, double[] Flows, double[] Delivered) Solve(Network network)
    {
        var (nodes, pipes) = (network.Nodes, network.Links.Cast<Pipe>().ToArray());
        var unknowns = nodes.Count(n => n is Junction);
        var drawn = nodes.Take(unknowns).Select(n => ((Junction)n).Demands.Sum(d => d.Base)).ToArray();
        var delivered = (double[])drawn.Clone();
        var heads = nodes.Select(n => n is Reservoir r ? r.Head : 40.0).ToArray();
        var flows = pipes.Select(p => 0.3 * p.Diameter * p.Diameter).ToArray();
        var pressureDriven = network.Options.DemandModel == DemandModel.PressureDriven;
        for (var iteration = 0; iteration < 500; iteration++)
        {
            // Unknowns: heads, flows, delivered demands. One row per junction, pipe and pressure-driven demand.
            var demands = pressureDriven ? unknowns : 0;
            var size = unknowns + pipes.Length + demands;
            var jacobian = Matrix<double>.Build.Dense(size, size);
            var residual = Vector<double>.Build.Dense(size);
            for (var i = 0; i < unknowns; i++)
            {
                residual[i] = -delivered[i];
            }

            for (var k = 0; k < pipes.Length; k++)
            {
                var (from, to) = (network.IndexOfNode(pipes[k].FromNode), network.IndexOfNode(pipes[k].ToNode));
                var row = unknowns + k;
                residual[row] = heads[from] - heads[to] - HeadLoss(network, pipes[k], flows[k], out var slope);
                jacobian[row, row] = -slope;
                Join(from, -1, row);
                Join(to, 1, row);
                void Join(int node, int sign, int row)
                {
                    if (node < unknowns)
                    {
                        residual[node] += sign * flows[k];
                        jacobian[node, row] = sign;
                        jacobian[row, node] = -sign;
                    }
                }
            }

            for (var i = 0; i < demands; i++)
            {
                var row = unknowns + pipes.Length + i;
                var junction = (Junction)nodes[i];
                jacobian[i, row] = -1;
                if (drawn[i] <= 0)
                {
                    jacobian[row, row] = 1;
                    continue;
                }

                var h = PressureDrivenDemand.HeadLoss(
                    drawn[i], network.Options.RequiredPressure, 1 / network.Options.PressureExponent, delivered[i], out var slope);
                residual[row] = heads[i] - junction.Elevation - h;
                jacobian[row, i] = 1;
                jacobian[row, row] = -slope;
            }

            var step = jacobian.LU().Solve(-residual);
            var change = 0.0;
            for (var i = 0; i < unknowns; i++)
            {
                heads[i] += step[i];
            }

            for (var k = 0; k < pipes.Length; k++)
            {
                flows[k] += step[unknowns + k];
                change += Math.Abs(step[unknowns + k]);
            }

            for (var i = 0; i < demands; i++)
            {
                var more = Math.Clamp(step[unknowns + pipes.Length + i], -0.4 * drawn[i], 0.4 * drawn[i]);
                delivered[i] += more;
                change += Math.Abs(more);
            }

            if (change < 1e-13 * (1 + flows.Sum(Math.Abs)))
            {
                break;
            }
        }

        return (heads, flows, delivered);
    }

    /// <summary>A pipe's headloss at a flow, m, by its law alone, and its slope, s/m2.</summary>
    public static double HeadLoss(Network network, Pipe pipe, double q, out double slope)
    {
        switch (network.Options.HeadLoss)
        {
            case HeadLossFormula.DarcyWeisbach:
                return DarcyWeisbach.HeadLoss(
                    DarcyWeisbach.Resistance(pipe.Length, pipe.Diameter),
                    pipe.Roughness / pipe.Diameter,
                    DarcyWeisbach.ReynoldsPerFlow(network.Options.Viscosity, pipe.Diameter),
                    q,
                    out slope);
            case HeadLossFormula.ChezyManning:
                return ChezyManning.HeadLoss(
                    ChezyManning.Resistance(pipe.Length, pipe.Diameter, pipe.Roughness), q, out slope);
            default:
                return HazenWilliams.HeadLoss(
                    HazenWilliams.Resistance(pipe.Length, pipe.Diameter, pipe.Roughness), q, out slope);
        }
    }
}
