using System.Collections.Immutable;
using System.Runtime.InteropServices;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Tests.County;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Results;

/// <summary>
/// A run of <see cref="SmallCounty"/> whose numbers are set by hand: times 0 h, 1 h and 3 h, so that the first value
/// holds for a third of the run, the second for two thirds and the last for none of it.
/// </summary>
internal static class HandMadeRun
{
    public static CountySystem System { get; } = SmallCounty.Read(SmallCounty.Yaml).System!;

    public static SimulationResults Results { get; } = Make(SmallCounty.Network);

    public static SimulationResults Make(
        Network network, ImmutableArray<Diagnostic> diagnostics = default, params ImmutableArray<QualityResults> quality)
    {
        var table = new ResultTable(network.Nodes.Length, network.Links.Length);
        table.Times.AddRange([0, 3600, 10800]);

        // Nodes: A, B, C, J, R, CW, T.
        double[][] pressures =
        [
            [25, 15, 14, 30, 0, 2, 2.5],
            [22, 14, 11, 30, 0, 3, 1.5],
            [21, 13, 15, 30, 0, 1, 2],
        ];
        double[][] required =
        [
            [0.010, 0.002, 0.001, 0, 0, 0, 0],
            [0.020, 0.002, 0.001, 0, 0, 0, 0],
            [0.030, 0.002, 0.001, 0, 0, 0, 0],
        ];
        double[][] demands =
        [
            [0.010, 0.002, 0.0010, 0, -0.05, 0.02, 0.01],
            [0.020, 0.002, 0.0005, 0, -0.05, -0.01, -0.02],
            [0.030, 0.002, 0.0010, 0, -0.02, 0.01, 0],
        ];

        // Links: IN, OUT, AT, BC, PA, PB.
        double[][] flows =
        [
            [0.05, 0.03, 0.01, 0.001, 0.003, 0],
            [0.05, 0.06, -0.02, 0.001, 0.003, 0],
            [0.02, 0.01, 0, 0.001, 0.003, 0],
        ];
        double[][] losses =
        [
            [1, 0.5, 0.1, 0.01, -10, 0],
            [1, 0.6, -0.1, 0.01, -13, 0],
            [1, 0.7, 0, 0.01, -20, 0],
        ];
        for (var k = 0; k < 3; k++)
        {
            pressures[k].CopyTo(table.Pressures.Add());
            pressures[k].Select((p, i) => p + Elevation(network.Nodes[i])).ToArray().CopyTo(table.Heads.Add());
            required[k].CopyTo(table.Required.Add());
            demands[k].CopyTo(table.Demands.Add());
            flows[k].CopyTo(table.Flows.Add());
            losses[k].CopyTo(table.HeadLosses.Add());
            table.Velocities.Add().Fill(0.123456789012345);
            table.Settings.Add().Fill(1);
            new[] { 0, 0, 0, 0, 900.5, 0 }.CopyTo(table.Powers.Add());
            new[] { LinkStatus.Open, LinkStatus.Open, LinkStatus.Active, LinkStatus.Open, LinkStatus.Open, LinkStatus.Closed }
                .CopyTo(table.Statuses.Add());
        }

        return new SimulationResults(
            network,
            table,
            SimulationOutcome.Completed,
            [Step(0, 3600, 5, 1e-9, 1e-6), Step(3600, 7200, 9, 3e-9, 2e-6), Step(10800, 0, 9, 2e-9, 5e-6)],
            new WaterBalance
            {
                FromReservoirs = 540,
                Delivered = 200,
                Required = 203.6,
                StorageChange = 339,
                Overflow = 0,
                Leaked = 0,
                Rounding = 0
            },
            [
                new PumpEnergy
                {
                    Link = 4, Utilization = 0.5, AverageEfficiency = 70, Energy = 7.2e6, Volume = 32.4, MeanEnergyPerVolume = 0,
 AveragePower = 900,
                    PeakPower = 950, Cost = 1.3,
                },
                new PumpEnergy
                {
                    Link = 5, Utilization = 0, AverageEfficiency = 0, Energy = 0, Volume = 0, MeanEnergyPerVolume = 0,
 AveragePower = 0, PeakPower = 0,
                    Cost = 0,
                },
            ],
            diagnostics.IsDefault ? [] : diagnostics)
        {
            Quality = quality,
        };
    }

    /// <summary>The same run with other pressure heads, m.</summary>
    /// <param name="results">The run, as made here.</param>
    /// <param name="change">By position of a node and its pressure head the other.</param>
    public static SimulationResults WithPressures(SimulationResults results, Func<int, double, double> change)
    {
        for (var k = 0; k < results.Times.Length; k++)
        {
            // The row is the table's own memory, which nobody else has.
            var row = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(results.Pressures(k)), results.Pressures(k).Length);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = change(i, row[i]);
            }
        }

        return results;
    }

    private static StepReport Step(long time, long length, int iterations, double mass, double energy) => new()
    {
        Time = time,
        Length = length,
        Iterations = iterations,
        Converged = true,
        RelativeFlowChange = 1e-4,
        MassResidual = mass,
        WorstNode = 1,
        EnergyResidual = energy,
        WorstLink = 2,
    };

    private static double Elevation(Node node) => node switch
    {
        Junction j => j.Elevation,
        Tank t => t.Elevation,
        Reservoir r => r.Head,
        _ => throw new ArgumentException("no such node", nameof(node)),
    };
}
