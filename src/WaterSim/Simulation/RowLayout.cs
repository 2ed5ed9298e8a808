using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// Where each quantity stands in a row of recorded results: heads of the core and fixed heads, m, from 0; then the positions
/// below.
/// </summary>
internal sealed class RowLayout
{
    public RowLayout(NetworkArrays arrays)
    {
        Flows = arrays.FixedEnd;
        Inflows = Flows + arrays.EdgeCount;
        Discharges = Inflows + arrays.FixedEnd - arrays.UnknownCount;
        Deliveries = Discharges + arrays.Discharges.Count;
        Length = Deliveries
            + (arrays.Network.Options.DemandModel == DemandModel.PressureDriven ? arrays.UnknownCount : 0);
    }

    /// <summary>Flows of the edges, m3/s.</summary>
    public int Flows { get; }

    /// <summary>Net inflows at fixed heads, m3/s.</summary>
    public int Inflows { get; }

    /// <summary>Emitters and leaks, m3/s.</summary>
    public int Discharges { get; }

    /// <summary>Demands delivered at the core where they depend on pressure, m3/s.</summary>
    public int Deliveries { get; }

    /// <summary>Length of a row.</summary>
    public int Length { get; }
}
