using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Hydraulics;

/// <summary>What statuses that a solve has found cut off from every source.</summary>
public sealed class SupplyReachTests
{
    private static readonly Network Zones = Draw.Network(
        [Draw.Junction("a", demand: 0.01), Draw.Junction("b", demand: 0.02), Draw.Junction("c", demand: 0.03), Draw.Reservoir("r", 90)],
        [
            Draw.Pipe("p", "r", "a"),
            new Valve { Id = "v", FromNode = "a", ToNode = "b", Kind = ValveKind.PressureReducing, Diameter = 0.3, Setting = 50 },
            new Valve { Id = "w", FromNode = "c", ToNode = "a", Kind = ValveKind.PressureReducing, Diameter = 0.3, Setting = 50 },
        ]);

    [Fact]
    public void A_prv_that_has_shut_cuts_off_what_is_above_it_and_not_what_is_below()
    {
        // Water could come to b by v as soon as v opened; to c it could come by w backwards alone.
        var (reach, state) = Start();
        Close(state, "v");
        Close(state, "w");

        Assert.True(reach.MarkAfterSolve(state));

        Assert.False(IsCutOff(state, "b"));
        Assert.True(IsCutOff(state, "c"));
    }

    [Fact]
    public void A_prv_that_is_closed_for_good_cuts_off_what_is_below_it()
    {
        var (reach, state) = Start();
        Close(state, "v");
        state.Setting[Place("v")] = double.NaN;

        reach.MarkBeforeSolve(state);

        Assert.True(IsCutOff(state, "b"));
    }

    private static (SupplyReach Reach, HydraulicState State) Start()
    {
        var arrays = NetworkArrays.Compile(Zones);
        var state = new LaneStates(arrays, 1)[0];
        var reach = new SupplyReach(arrays);
        foreach (var id in (string[])["v", "w"])
        {
            (state.Status[Place(id)], state.Setting[Place(id)]) = (LinkState.Active, 50);
        }

        reach.MarkBeforeSolve(state);
        Assert.All((string[])["a", "b", "c"], id => Assert.False(IsCutOff(state, id)));
        foreach (var id in (string[])["b", "c"])
        {
            state.Delivered[arrays.SolverNode[Zones.IndexOfNode(id)]] = 0.01;
        }

        return (reach, state);
    }

    private static void Close(HydraulicState state, string id) => state.Status[Place(id)] = LinkState.Closed;

    private static int Place(string id) => NetworkArrays.Compile(Zones).SolverLink[Zones.IndexOfLink(id)];

    private static bool IsCutOff(HydraulicState state, string id) =>
        state.Unsupplied[NetworkArrays.Compile(Zones).SolverNode[Zones.IndexOfNode(id)]];
}
