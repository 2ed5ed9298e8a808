using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>Means over the last day are means over time.</summary>
public sealed class LastDayMeanTests
{
    [Fact]
    public void A_short_step_before_an_event_counts_for_less()
    {
        // The reservoir gives 1 for 100 min and 0 for the next 80. Solutions at 0, 60, 100, 120 and 180 min cut the steps of
        // 40 min to 40, 20, 40 and 20, 40, 20: three steps each, of 100 and 80 min.
        var network = Draw.Network(
            [
                Draw.Junction("A", demand: 0.01),
                Draw.Reservoir("R", 50) with { Source = new(QualitySourceKind.Concentration, 1, "first") },
            ],
            [Draw.Pipe("P", "R", "A")]) with
        {
            Patterns = [new Pattern("first", [1, 0])],
            Times = new TimeOptions
            {
                Duration = TimeSpan.FromMinutes(180),
                HydraulicStep = TimeSpan.FromMinutes(60),
                ReportStep = TimeSpan.FromMinutes(60),
                PatternStep = TimeSpan.FromMinutes(100),
                QualityStep = TimeSpan.FromMinutes(40),
            },
        };

        var results = ExtendedPeriod.Run(
            network, new RunOptions { Quality = [QualityAnalysis.Chemical] },
            cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([0, 3600, 6000, 7200, 10_800], results.Steps.Select(s => s.Time));
        Assert.Equal(100.0 / 180, results.Quality[0].LastDay.Mean[network.IndexOfNode("R")], 1e-12);
    }
}
