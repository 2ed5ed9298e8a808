using WaterSim.Hydraulics.Laws;
using WaterSim.Hydraulics.Linear;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// A network compiled for the solver: struct of arrays in SI, made once and never changed, so that many runs and threads
/// can share it. Nodes are renumbered: first the unknown heads of the core in elimination order, then the fixed heads
/// (reservoirs and tanks), then the junctions inside chains and trees (<see cref="NetworkReduction"/>), those of trees
/// from the roots outward, then junctions that no pipe joins to a fixed head. Links are renumbered too: first the
/// chains, each by its leading pipe, then the links that are evaluated one by one, then all other pipes, and
/// links that no source reaches.
/// </summary>
internal sealed partial class NetworkArrays
{
    /// <summary>The network these arrays were made from.</summary>
    public required Network Network { get; init; }

    /// <summary>Structure of the matrix of unknown heads.</summary>
    public required SymbolicFactor Factor { get; init; }

    /// <summary>The plain pipes, in chains and trees.</summary>
    public required PipeTable Pipes { get; init; }

    /// <summary>Number of unknown heads: nodes 0 to this less one.</summary>
    public int UnknownCount => Factor.Size;

    /// <summary>Nodes from <see cref="UnknownCount"/> to this less one have a fixed head.</summary>
    public required int FixedEnd { get; init; }

    /// <summary>Nodes from <see cref="FixedEnd"/> to this less one stand inside chains; from here on inside trees.</summary>
    public required int TreeNodeStart { get; init; }

    /// <summary>Number of nodes with known or unknown head; the rest are unsupplied.</summary>
    public required int SuppliedCount { get; init; }

    /// <summary>The model's position of each solver node.</summary>
    public required int[] ModelNode { get; init; }

    /// <summary>The solver's number of each model node.</summary>
    public required int[] SolverNode { get; init; }

    /// <summary>The model's position of each solver link.</summary>
    public required int[] ModelLink { get; init; }

    /// <summary>The solver's number of each model link.</summary>
    public required int[] SolverLink { get; init; }

    /// <summary>Elevation, m; of a reservoir its head; one per solver node.</summary>
    public required double[] Elevation { get; init; }

    /// <summary>Number of edges: links 0 to this less one, chains first, whose flow is an unknown of its own.</summary>
    public int EdgeCount => EdgeFrom.Length;

    /// <summary>Edges from here on are judged one by one: their status may change, or they are no pipes.</summary>
    public required int FirstSwitchable { get; init; }

    /// <summary>Solver node where an edge starts, a node of the core or a fixed head; one per edge.</summary>
    public required int[] EdgeFrom { get; init; }

    /// <summary>Solver node where an edge ends; one per edge.</summary>
    public required int[] EdgeTo { get; init; }

    /// <summary>
    /// Matrix entry of the edge's two unknown ends; where an end is not unknown, one behind the last entry. One per edge.
    /// </summary>
    public required int[] Entry { get; init; }

    /// <summary>Solver node at the start; one per link.</summary>
    public required int[] From { get; init; }

    /// <summary>Solver node at the end; one per link.</summary>
    public required int[] To { get; init; }

    /// <summary>Law; one per link.</summary>
    public required LinkKind[] Kind { get; init; }

    /// <summary>Diameter, m; one per link, 0 for pumps.</summary>
    public required double[] Diameter { get; init; }

    /// <summary>Minor loss resistance, m/(m3/s)^2; one per link.</summary>
    public required double[] MinorResistance { get; init; }

    /// <summary>Friction law of the pipes.</summary>
    public required HeadLossFormula Friction { get; init; }

    /// <summary>Pump curves; one per edge, null but for pumps.</summary>
    public required PumpCurve?[] PumpCurves { get; init; }

    /// <summary>Edges that are pumps, in the model's order.</summary>
    public required int[] Pumps { get; init; }

    /// <summary>Curve of a GPV (flows, headlosses) or PCV (openings, flow coefficients); one per edge, else null.</summary>
    public required (double[] X, double[] Y)?[] ValveCurves { get; init; }

    /// <summary>Links whose status can change while a step is solved: check valves, pumps, FCVs, links at tanks.</summary>
    public required int[] StatusLinks { get; init; }

    /// <summary>PRVs and PSVs.</summary>
    public required int[] PressureValves { get; init; }

    /// <summary>
    /// The other edges at the node whose head a PRV or PSV holds; one list per entry of <see cref="PressureValves"/>.
    /// </summary>
    public required int[][] EdgesAtHeldNode { get; init; }

    /// <summary>Tanks that fill and empty; one per node up to <see cref="FixedEnd"/>, null but for tanks.</summary>
    public required TankLimits?[] Tanks { get; init; }

    /// <summary>Pressure head below which nothing is delivered, m; one per unknown head.</summary>
    public required double[] MinimumPressure { get; init; }

    /// <summary>Pressure heads between nothing and everything delivered, m; one per unknown head.</summary>
    public required double[] PressureRange { get; init; }

    /// <summary>Emitters and leaks.</summary>
    public required Discharges Discharges { get; init; }

    /// <summary>Controls by the pressure of a junction.</summary>
    public required PressureControl[] PressureControls { get; init; }
}
