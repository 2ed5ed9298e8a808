using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// One scenario's part of <see cref="LaneStates"/>: all that changes while a network is solved. Nodes and links are the
/// solver's.
/// </summary>
internal sealed class HydraulicState(LaneStates states, int lane)
{
    /// <summary>Its place among them.</summary>
    public int Lane => lane;

    /// <summary>The scenarios this is one of.</summary>
    public LaneStates All => states;

    /// <summary>Heads, m; one per node.</summary>
    public Column<double> Head { get; } = new(states.Head, states.Lanes, lane);

    /// <summary>Flows, m3/s, positive from start to end; one per link, and some places behind them.</summary>
    public Column<double> Flow { get; } = new(states.Flow, states.Lanes, lane);

    /// <summary>Statuses; one per link.</summary>
    public Column<LinkState> Status { get; } = new(states.Status, states.Lanes, lane);

    /// <summary>Settings in SI, NaN where none is in force; one per link.</summary>
    public Column<double> Setting { get; } = new(states.Setting, states.Lanes, lane);

    /// <summary>Demand asked for, m3/s; one per node.</summary>
    public Column<double> Demand { get; } = new(states.Demand, states.Lanes, lane);

    /// <summary>Demand delivered, m3/s, without emitters; one per node.</summary>
    public Column<double> Delivered { get; } = new(states.Delivered, states.Lanes, lane);

    /// <summary>Discharge, m3/s; one per entry of <see cref="NetworkArrays.Discharges"/>.</summary>
    public Column<double> Discharge { get; } = new(states.Discharge, states.Lanes, lane);

    /// <summary>True where no open link joins a node to a reservoir or tank; one per node.</summary>
    public Column<bool> Unsupplied { get; } = new(states.Unsupplied, states.Lanes, lane);

    /// <summary>True where <see cref="Unsupplied"/> holds anywhere.</summary>
    public bool HasUnsupplied { get; set; }

    /// <summary>True where <see cref="Unsupplied"/> rests on statuses that the last solve found, and must be judged anew.</summary>
    public bool HasLateCutOffs { get; set; }

    /// <summary>
    /// True where a tank has run empty and is to give nothing for the time being, whatever its level; one per node up to the last
    /// fixed head. Null: an empty tank gives again as soon as it has anything.
    /// </summary>
    public bool[]? Rests { get; set; }

    /// <summary>
    /// Resistances of valves that stand in for regulating ones, m/(m3/s)^2, NaN of others; one per edge. Null: all regulate.
    /// </summary>
    public double[]? Throttles { get; set; }

    /// <summary>Net inflow, m3/s; one per node up to the last fixed head, set for fixed heads only.</summary>
    public Column<double> Inflow { get; } = new(states.Inflow, states.Lanes, lane);

    /// <summary>What leaves a node whatever its head, m3/s; see <see cref="LaneStates.Load"/>.</summary>
    public Column<double> Load { get; } = new(states.Load, states.Lanes, lane);

    /// <summary>Sets everything to what a run starts from: initial statuses and levels, flows as EPANET guesses them.</summary>
    public void Restart(NetworkArrays arrays)
    {
        var network = arrays.Network;
        for (var i = 0; i < arrays.ModelNode.Length; i++)
        {
            Head[i] = network.Nodes[arrays.ModelNode[i]] is Tank tank
                ? tank.Elevation + tank.InitialLevel
                : arrays.Elevation[i];
        }

        for (var k = 0; k < arrays.ModelLink.Length; k++)
        {
            (Status[k], Setting[k]) = InitialStatus(network.Links[arrays.ModelLink[k]]);
            Flow[k] = InitialFlow(arrays, k, Status[k], Setting[k]);
        }

        // EPANET's first guesses: 1 ft3/s from an emitter, a thousandth of it from a leak.
        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            Discharge[e] = (e < arrays.Discharges.EmitterCount ? 1 : 1e-3) * Constants.CubicFoot;
        }

        Demand.Fill(0);
        Delivered.Fill(0);
        Inflow.Fill(0);
        Unsupplied.Fill(false);
        Unsupplied.Fill(true, arrays.SuppliedCount);
        HasUnsupplied = arrays.SuppliedCount < arrays.ModelNode.Length;
        HasLateCutOffs = false;
    }

    /// <summary>Takes heads and flows back to what a run starts from, at the statuses and fixed heads that hold.</summary>
    public void GuessAgain(NetworkArrays arrays)
    {
        for (var i = 0; i < arrays.ModelNode.Length; i++)
        {
            Head[i] = i < arrays.UnknownCount || i >= arrays.FixedEnd ? arrays.Elevation[i] : Head[i];
        }

        for (var k = 0; k < arrays.ModelLink.Length; k++)
        {
            Flow[k] = InitialFlow(arrays, k, Status[k], Setting[k]);
        }

        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            Discharge[e] = 1e-3 * Constants.CubicFoot;
        }

        Delivered.Fill(0);
    }

    /// <summary>Lets nothing move.</summary>
    public void StandStill()
    {
        Flow.Fill(0);
        Delivered.Fill(0);
        Discharge.Fill(0);
        Inflow.Fill(0);
    }

    /// <summary>Keeps all of it; of scenarios side by side, all of theirs.</summary>
    public void Keep(StateArchive archive)
    {
        states.Keep(archive);
        var (unsupplied, late) = (HasUnsupplied, HasLateCutOffs);
        archive.Keep(ref unsupplied);
        archive.Keep(ref late);
        (HasUnsupplied, HasLateCutOffs) = (unsupplied, late);
    }

    /// <summary>Sets a link to another status and setting than the network's, to begin with.</summary>
    public void Begin(NetworkArrays arrays, int link, LinkState status, double setting)
    {
        Status[link] = status;
        Setting[link] = setting;
        Flow[link] = InitialFlow(arrays, link, status, setting);
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

        if (k < arrays.EdgeCount && arrays.PumpCurves[k] is { } curve)
        {
            return setting * curve.DesignFlow;
        }

        var d = arrays.Diameter[k];
        return Math.PI * d * d / 4 * Constants.Foot;
    }
}
