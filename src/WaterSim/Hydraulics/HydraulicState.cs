using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// All that changes while a network is solved, as a struct of arrays that can be copied whole: a warm start, or one
/// scenario of many. Nodes are the solver's.
/// </summary>
internal sealed class HydraulicState
{
    private HydraulicState(int nodes, int links, int discharges)
    {
        Head = new double[nodes];
        Flow = new double[links];
        Status = new LinkState[links];
        Setting = new double[links];
        Demand = new double[nodes];
        Delivered = new double[nodes];
        Discharge = new double[discharges];
        Unsupplied = new bool[nodes];
        Inflow = new double[nodes];
    }

    /// <summary>Heads, m; one per node.</summary>
    public double[] Head { get; }

    /// <summary>Flows, m3/s, positive from start to end; one per link.</summary>
    public double[] Flow { get; }

    /// <summary>Statuses; one per link.</summary>
    public LinkState[] Status { get; }

    /// <summary>Settings in SI, NaN where none is in force; one per link.</summary>
    public double[] Setting { get; }

    /// <summary>Demand asked for, m3/s; one per node.</summary>
    public double[] Demand { get; }

    /// <summary>Demand delivered, m3/s, without emitters; one per node.</summary>
    public double[] Delivered { get; }

    /// <summary>Discharge, m3/s; one per entry of <see cref="NetworkArrays.Discharges"/>.</summary>
    public double[] Discharge { get; }

    /// <summary>True where no open link joins a node to a reservoir or tank; one per node.</summary>
    public bool[] Unsupplied { get; }

    /// <summary>True where <see cref="Unsupplied"/> rests on statuses that the last solve found, and must be judged anew.</summary>
    public bool HasLateCutOffs { get; set; }

    /// <summary>Net inflow, m3/s; one per node, set for fixed heads only.</summary>
    public double[] Inflow { get; }

    /// <summary>The state that a run starts from: initial statuses and levels, flows as EPANET guesses them.</summary>
    public static HydraulicState Initial(NetworkArrays arrays)
    {
        var network = arrays.Network;
        var state = new HydraulicState(arrays.ModelNode.Length, network.Links.Length, arrays.Discharges.Count);
        for (var i = 0; i < arrays.ModelNode.Length; i++)
        {
            state.Head[i] = network.Nodes[arrays.ModelNode[i]] is Tank tank
                ? tank.Elevation + tank.InitialLevel
                : arrays.Elevation[i];
        }

        for (var k = 0; k < network.Links.Length; k++)
        {
            (state.Status[k], state.Setting[k]) = InitialStatus(network.Links[k]);
            state.Flow[k] = InitialFlow(arrays, k, state.Status[k], state.Setting[k]);
        }

        // EPANET's first guesses: 1 ft3/s from an emitter, a thousandth of it from a leak.
        Array.Fill(state.Discharge, 1e-3 * Constants.CubicFoot);
        Array.Fill(state.Discharge, Constants.CubicFoot, 0, arrays.Discharges.EmitterCount);
        Array.Fill(state.Unsupplied, true, arrays.SuppliedCount, arrays.ModelNode.Length - arrays.SuppliedCount);
        return state;
    }

    /// <summary>A copy that shares nothing with this.</summary>
    public HydraulicState Clone()
    {
        var copy = new HydraulicState(Head.Length, Flow.Length, Discharge.Length);
        copy.CopyFrom(this);
        return copy;
    }

    /// <summary>Takes over another state of the same network.</summary>
    public void CopyFrom(HydraulicState other)
    {
        other.Head.CopyTo(Head, 0);
        other.Flow.CopyTo(Flow, 0);
        other.Status.CopyTo(Status, 0);
        other.Setting.CopyTo(Setting, 0);
        other.Demand.CopyTo(Demand, 0);
        other.Delivered.CopyTo(Delivered, 0);
        other.Discharge.CopyTo(Discharge, 0);
        other.Unsupplied.CopyTo(Unsupplied, 0);
        HasLateCutOffs = other.HasLateCutOffs;
        other.Inflow.CopyTo(Inflow, 0);
    }

    private static (LinkState Status, double Setting) InitialStatus(Link link)
    {
        switch (link)
        {
            case Pipe pipe:
                return (StateOf(pipe.InitialStatus), pipe.Roughness);
            case Pump pump:
                return (pump.Speed == 0 ? LinkState.Closed : StateOf(pump.InitialStatus), pump.Speed);
            case Valve { Kind: ValveKind.GeneralPurpose } valve:
                return (valve.InitialStatus == LinkStatus.Closed ? LinkState.Closed : LinkState.Active, valve.Setting);
            case Valve valve:
                return (StateOf(valve.InitialStatus), valve.InitialStatus == LinkStatus.Active ? valve.Setting : double.NaN);
            default:
                throw new ArgumentOutOfRangeException(nameof(link), link, "Unknown kind of link.");
        }
    }

    private static LinkState StateOf(LinkStatus status) => status switch
    {
        LinkStatus.Closed => LinkState.Closed,
        LinkStatus.Open => LinkState.Open,
        _ => LinkState.Active,
    };

    // Pipes and valves: 1 ft/s, so that the first iteration needs no good guess; pumps: their design flow.
    private static double InitialFlow(NetworkArrays arrays, int k, LinkState status, double setting)
    {
        if (status <= LinkState.Closed)
        {
            return Constants.SmallFlow;
        }

        if (arrays.PumpCurves[k] is { } curve)
        {
            return setting * curve.DesignFlow;
        }

        var d = arrays.Diameter[k];
        return Math.PI * d * d / 4 * Constants.Foot;
    }
}
