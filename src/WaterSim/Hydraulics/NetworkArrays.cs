using WaterSim.Hydraulics.Laws;
using WaterSim.Hydraulics.Linear;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// A network compiled for the solver: struct of arrays in SI, made once and never changed, so that many runs and threads
/// can share it. Nodes are renumbered: first the unknown heads in elimination order, then the fixed heads (reservoirs
/// and tanks), then junctions that no pipe joins to a fixed head. Links keep the model's order.
/// </summary>
internal sealed partial class NetworkArrays
{
    /// <summary>The network these arrays were made from.</summary>
    public required Network Network { get; init; }

    /// <summary>Structure of the matrix of unknown heads.</summary>
    public required SymbolicFactor Factor { get; init; }

    /// <summary>Number of unknown heads: nodes 0 to this less one.</summary>
    public int UnknownCount => Factor.Size;

    /// <summary>Number of nodes with known or unknown head; the rest are unsupplied.</summary>
    public required int SuppliedCount { get; init; }

    /// <summary>The model's position of each solver node.</summary>
    public required int[] ModelNode { get; init; }

    /// <summary>The solver's number of each model node.</summary>
    public required int[] SolverNode { get; init; }

    /// <summary>Elevation, m; of a reservoir its head; one per solver node.</summary>
    public required double[] Elevation { get; init; }

    /// <summary>Solver node at the start; one per link.</summary>
    public required int[] From { get; init; }

    /// <summary>Solver node at the end; one per link.</summary>
    public required int[] To { get; init; }

    /// <summary>Matrix entry of the link's two unknown ends, or -1 where an end is not unknown; one per link.</summary>
    public required int[] Entry { get; init; }

    /// <summary>Law; one per link.</summary>
    public required LinkKind[] Kind { get; init; }

    /// <summary>Diameter, m; one per link, 0 for pumps.</summary>
    public required double[] Diameter { get; init; }

    /// <summary>Friction resistance in the terms of the friction law; one per link, 0 but for pipes.</summary>
    public required double[] Resistance { get; init; }

    /// <summary>Minor loss resistance, m/(m3/s)^2; one per link.</summary>
    public required double[] MinorResistance { get; init; }

    /// <summary>Darcy-Weisbach: relative roughness, -; one per link, else empty.</summary>
    public required double[] RelativeRoughness { get; init; }

    /// <summary>Darcy-Weisbach: Reynolds number per flow, s/m3; one per link, else empty.</summary>
    public required double[] ReynoldsPerFlow { get; init; }

    /// <summary>Friction law of the pipes.</summary>
    public required HeadLossFormula Friction { get; init; }

    /// <summary>Pump curves; one per link, null but for pumps.</summary>
    public required PumpCurve?[] PumpCurves { get; init; }

    /// <summary>Curve of a GPV (flows, headlosses) or PCV (openings, flow coefficients); one per link, else null.</summary>
    public required (double[] X, double[] Y)?[] ValveCurves { get; init; }

    /// <summary>Links whose status can change while a step is solved: check valves, pumps, FCVs, links at tanks.</summary>
    public required int[] StatusLinks { get; init; }

    /// <summary>PRVs and PSVs.</summary>
    public required int[] PressureValves { get; init; }

    /// <summary>
    /// The other links at the node whose head a PRV or PSV holds; one list per link, empty but for those valves.
    /// </summary>
    public required int[][] LinksAtHeldNode { get; init; }

    /// <summary>Tanks that fill and empty, by solver node; one per node, null but for tanks.</summary>
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
