using System.Globalization;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Conformance;

/// <summary>Pump energy against EPANET's energy report, with each network's own options.</summary>
public sealed class EnergyConformanceTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.005;

    [Fact]
    public void Energy_of_every_pump_is_EPANETs_within_half_a_percent()
    {
        var rows = File.ReadLines(ConformanceData.Require("energy.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        var beyond = new List<string>();
        var compared = 0;
        foreach (var network in rows.GroupBy(r => r[0], StringComparer.Ordinal))
        {
            var results = Run(network.Key);
            foreach (var row in network.Where(r => r[1][0] != '#'))
            {
                compared++;
                beyond.AddRange(Compare(results, row));
            }
        }

        output.WriteLine($"{compared} pumps");
        Assert.Equal(20, compared);
        Assert.True(beyond.Count == 0, string.Join('\n', beyond));
    }

    private static SimulationResults Run(string name)
    {
        var network = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp")).Network;
        Assert.NotNull(network);
        return ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);
    }

    // Columns: utilisation percent, efficiency percent, kWh per volume unit, average kW, peak kW, cost per day.
    private static IEnumerable<string> Compare(SimulationResults results, string[] row)
    {
        var network = results.Network;
        var energy = results.Energy.Single(e => network.Links[e.Link].Id == row[1]);
        var days = Math.Max(network.Times.Duration.TotalHours, 1) / 24;

        // EPANET's volume unit: a million gallons, or a cubic metre.
        var volumeUnit = FileUnits.Of(network.Options).IsUsCustomary ? 3785.411784 : 1;
        (string What, double Ours)[] values =
        [
            ("utilisation, %", 100 * energy.Utilization),
            ("efficiency, %", energy.AverageEfficiency),
            ("kWh per volume", energy.MeanEnergyPerVolume / 3.6e6 * volumeUnit),
            ("average kW", energy.AveragePower / 1000),
            ("peak kW", energy.PeakPower / 1000),
            ("cost per day", energy.Cost / days),
        ];
        for (var i = 0; i < values.Length; i++)
        {
            var theirs = double.Parse(row[i + 2], CultureInfo.InvariantCulture);

            // The report is rounded to two decimals.
            if (Math.Abs(values[i].Ours - theirs) > (Tolerance * Math.Abs(theirs)) + 0.006)
            {
                yield return $"{row[0]} pump {row[1]}: {values[i].What} {values[i].Ours:R}, EPANET {theirs:R}";
            }
        }
    }
}
