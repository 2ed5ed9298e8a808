using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.IO.Epanet;

/// <summary>EPANET's binary results as they stand in the file: in the file's units, in single precision.</summary>
public sealed record EpanetOutputFile
{
    /// <summary>Version of the layout, such as 20012.</summary>
    public required int Version { get; init; }

    /// <summary>Number of junctions; they come first.</summary>
    public int JunctionCount => NodeIds.Length - TankNodes.Length;

    /// <summary>What quality was computed: 0 none, 1 a chemical, 2 age, 3 share of a source.</summary>
    public required int QualityMode { get; init; }

    /// <summary>Node whose share was traced, a position in the nodes from 0; -1: none.</summary>
    public required int TracedNode { get; init; }

    /// <summary>Flow unit.</summary>
    public required FlowUnits FlowUnits { get; init; }

    /// <summary>Pressure unit.</summary>
    public required PressureUnits PressureUnits { get; init; }

    /// <summary>What of the series is reported.</summary>
    public required ReportStatistic Statistic { get; init; }

    /// <summary>Time of the first reported period.</summary>
    public required TimeSpan ReportStart { get; init; }

    /// <summary>Time between reported periods.</summary>
    public required TimeSpan ReportStep { get; init; }

    /// <summary>Length of the run.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Three title lines, some of them empty.</summary>
    public required ImmutableArray<string> Title { get; init; }

    /// <summary>Name of the input file.</summary>
    public required string InputFile { get; init; }

    /// <summary>Name of the report file.</summary>
    public required string ReportFile { get; init; }

    /// <summary>Name of the chemical.</summary>
    public required string QualityName { get; init; }

    /// <summary>Unit of quality.</summary>
    public required string QualityUnit { get; init; }

    /// <summary>Ids of the nodes: junctions, then reservoirs and tanks.</summary>
    public required ImmutableArray<string> NodeIds { get; init; }

    /// <summary>Ids of the links.</summary>
    public required ImmutableArray<string> LinkIds { get; init; }

    /// <summary>Start of each link, a position in the nodes from 0.</summary>
    public required ImmutableArray<int> LinkStarts { get; init; }

    /// <summary>End of each link, a position in the nodes from 0.</summary>
    public required ImmutableArray<int> LinkEnds { get; init; }

    /// <summary>
    /// Kind of each link: 0 pipe with check valve, 1 pipe, 2 pump, 3 PRV, 4 PSV, 5 PBV, 6 FCV, 7 TCV, 8 GPV, 9 PCV.
    /// </summary>
    public required ImmutableArray<int> LinkTypes { get; init; }

    /// <summary>Reservoirs and tanks, positions in the nodes from 0.</summary>
    public required ImmutableArray<int> TankNodes { get; init; }

    /// <summary>Area of each reservoir and tank, ft2 in files of EPANET whatever their units; 0: a reservoir.</summary>
    public required ImmutableArray<float> TankAreas { get; init; }

    /// <summary>Elevation of each node, ft or m; of a reservoir its head.</summary>
    public required ImmutableArray<float> Elevations { get; init; }

    /// <summary>Length of each link, ft or m; 0 for pumps and valves.</summary>
    public required ImmutableArray<float> Lengths { get; init; }

    /// <summary>Diameter of each link, in or mm; 0 for pumps.</summary>
    public required ImmutableArray<float> Diameters { get; init; }

    /// <summary>Energy, one entry per pump.</summary>
    public required ImmutableArray<EpanetPumpUse> Energy { get; init; }

    /// <summary>Charge for peak demand, currency.</summary>
    public required float DemandCharge { get; init; }

    /// <summary>Number of reported periods.</summary>
    public required int Periods { get; init; }

    /// <summary>Mean reaction rates, mass per hour: in the bulk, at walls, in tanks, and of sources.</summary>
    public required ImmutableArray<float> ReactionRates { get; init; }

    /// <summary>EPANET's warning number, 0: none.</summary>
    public required int WarningFlag { get; init; }

    /// <summary>All values, period after period, as they stand in the file.</summary>
    internal float[] Values { get; init; } = [];

    /// <summary>Values of a variable in a period, from 0, one per node.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public ReadOnlySpan<float> Nodes(EpanetNodeVariable variable, int period) =>
        Values.AsSpan(StartOf(period) + ((int)variable * NodeIds.Length), NodeIds.Length);

    /// <summary>Values of a variable in a period, from 0, one per link.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public ReadOnlySpan<float> Links(EpanetLinkVariable variable, int period) => Values.AsSpan(
        StartOf(period) + (EpanetFormat.NodeVariables * NodeIds.Length) + ((int)variable * LinkIds.Length),
        LinkIds.Length);

    private int StartOf(int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, Periods);
        return period
            * ((EpanetFormat.NodeVariables * NodeIds.Length) + (EpanetFormat.LinkVariables * LinkIds.Length));
    }
}
