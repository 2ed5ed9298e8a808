using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>
/// All that changes while a network is solved, for some scenarios side by side: struct of arrays, in which the values of
/// an element for all scenarios stand together. One scenario is seen through its <see cref="HydraulicState"/>.
/// </summary>
internal sealed class LaneStates
{
    private readonly HydraulicState[] _lanes;

    /// <summary>States of a compiled network that start as it says.</summary>
    public LaneStates(NetworkArrays arrays, int lanes)
    {
        Lanes = lanes;
        var nodes = arrays.ModelNode.Length;
        var links = arrays.ModelLink.Length;
        Head = LaneMemory.Zeros(nodes, lanes);
        Flow = LaneMemory.Zeros(links + PipeTable.Lanes, lanes);
        Status = new LinkState[links * lanes];
        Setting = LaneMemory.Zeros(links, lanes);
        Demand = LaneMemory.Zeros(nodes, lanes);
        Delivered = LaneMemory.Zeros(nodes, lanes);
        Discharge = LaneMemory.Zeros(arrays.Discharges.Count, lanes);
        Unsupplied = new bool[nodes * lanes];
        Inflow = LaneMemory.Zeros(arrays.FixedEnd, lanes);
        Load = LaneMemory.Zeros(nodes, lanes);
        Offset = LaneMemory.Zeros(arrays.Pipes.PlaceCount, lanes);
        _lanes = [.. Enumerable.Range(0, lanes).Select(l => new HydraulicState(this, l))];
        foreach (var lane in _lanes)
        {
            lane.Restart(arrays);
        }
    }

    /// <summary>Number of scenarios.</summary>
    public int Lanes { get; }

    /// <summary>See <see cref="HydraulicState.Head"/>; one per node and lane.</summary>
    public double[] Head { get; }

    /// <summary>See <see cref="HydraulicState.Flow"/>; one per link and lane, and a row of places behind them.</summary>
    public double[] Flow { get; }

    /// <summary>See <see cref="HydraulicState.Status"/>; one per link and lane.</summary>
    public LinkState[] Status { get; }

    /// <summary>See <see cref="HydraulicState.Setting"/>; one per link and lane.</summary>
    public double[] Setting { get; }

    /// <summary>See <see cref="HydraulicState.Demand"/>; one per node and lane.</summary>
    public double[] Demand { get; }

    /// <summary>See <see cref="HydraulicState.Delivered"/>; one per node and lane.</summary>
    public double[] Delivered { get; }

    /// <summary>See <see cref="HydraulicState.Discharge"/>; one per discharge and lane.</summary>
    public double[] Discharge { get; }

    /// <summary>See <see cref="HydraulicState.Unsupplied"/>; one per node and lane.</summary>
    public bool[] Unsupplied { get; }

    /// <summary>See <see cref="HydraulicState.Inflow"/>; one per node up to the last fixed head, and lane.</summary>
    public double[] Inflow { get; }

    /// <summary>
    /// What leaves a node whatever its head, m3/s: its own demand where that is given, the trees that hang on it, and its
    /// part of the demand inside chains. One per node and lane.
    /// </summary>
    public double[] Load { get; }

    /// <summary>
    /// A pipe's flow less that of its chain, m3/s, along the chain; in a tree the flow away from the root. One per place of
    /// the <see cref="PipeTable"/> and lane.
    /// </summary>
    public double[] Offset { get; }

    /// <summary>Keeps all of it.</summary>
    public void Keep(StateArchive archive)
    {
        foreach (var values in (ReadOnlySpan<double[]>)[Head, Flow, Setting, Demand, Delivered, Discharge, Inflow, Load, Offset])
        {
            archive.Keep<double>(values);
        }

        archive.Keep<LinkState>(Status);
        archive.Keep<bool>(Unsupplied);
    }

    /// <summary>One scenario.</summary>
    public HydraulicState this[int lane] => _lanes[lane];
}
