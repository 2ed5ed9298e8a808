using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Hydraulics;

/// <summary>Statuses that no solution satisfies.</summary>
public sealed class RestlessLinkTests
{
    [Fact]
    public void Controls_that_contradict_each_other_are_named_with_their_link()
    {
        // Closed, the pipe lets the pressure fall below 20 m and must open; open, it lifts it above and must close.
        var network = Draw.Network(
            [Draw.Junction("j", demand: 0.01), Draw.Reservoir("high", 50), Draw.Reservoir("low", 15)],
            [Draw.Pipe("p", "high", "j"), Draw.Pipe("q", "low", "j")]) with
        {
            Controls =
            [
                new SimpleControl("p", new ControlAction(LinkStatus.Closed, null), new LevelCondition("j", true, 20)),
                new SimpleControl("p", new ControlAction(LinkStatus.Open, null), new LevelCondition("j", false, 20)),
            ],
        };
        var results = network.Run();
        Assert.Equal(SimulationOutcome.StoppedUnbalanced, results.Outcome);
        Assert.False(results.Steps[0].Converged);
        Assert.Contains(results.Diagnostics, d => d.Code == "WS3001");
        var restless = Assert.Single(results.Diagnostics, d => d.Code == "WS3009");
        Assert.Equal("pipe p", restless.Element);
    }

    [Fact]
    public void An_unbalanced_run_goes_on_where_the_options_say_so()
    {
        var network = Draw.Network(
            [Draw.Junction("j", demand: 0.01), Draw.Reservoir("r", 50)],
            [Draw.Pipe("p", "r", "j"), Draw.Pipe("q", "r", "j", length: 700)]);
        network = network with
        {
            Times = new TimeOptions { Duration = TimeSpan.FromHours(2) },
            Options = network.Options with { MaxTrials = 1, Unbalanced = UnbalancedAction.Continue },
        };
        var results = network.Run();
        Assert.Equal(SimulationOutcome.CompletedUnbalanced, results.Outcome);
        Assert.Equal(3, results.Times.Length);
    }
}
