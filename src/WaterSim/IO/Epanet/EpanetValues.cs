using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>The results of one reported period as EPANET writes them: in the file's units, in single precision.</summary>
internal sealed class EpanetValues
{
    private readonly SimulationResults _results;
    private readonly FileUnits _units;
    private readonly EpanetQuality _quality;
    private readonly float[][] _nodes;
    private readonly float[][] _links;

    public EpanetValues(SimulationResults results)
    {
        _results = results;
        _units = FileUnits.Of(results.Network.Options);
        _quality = EpanetQuality.Of(results);
        _nodes = Rows(EpanetFormat.NodeVariables, results.Network.Nodes.Length);
        _links = Rows(EpanetFormat.LinkVariables, results.Network.Links.Length);
    }

    /// <summary>Reported periods: every reported time, or a single one of a statistic.</summary>
    public int Periods => _results.Network.Times.Statistic == ReportStatistic.Series
        ? _results.Times.Length
        : Math.Min(1, _results.Times.Length);

    /// <summary>Values of a variable, one per node.</summary>
    public ReadOnlySpan<float> Of(EpanetNodeVariable variable) => _nodes[(int)variable];

    /// <summary>Values of a variable, one per link.</summary>
    public ReadOnlySpan<float> Of(EpanetLinkVariable variable) => _links[(int)variable];

    /// <summary>Takes up a period, from 0.</summary>
    public void Load(int period)
    {
        var statistic = _results.Network.Times.Statistic;
        if (statistic == ReportStatistic.Series)
        {
            LoadTime(period);
            return;
        }

        var summary = new EpanetStatistic(statistic, _nodes, _links);
        for (var k = 0; k < _results.Times.Length; k++)
        {
            LoadTime(k);
            summary.Add();
        }

        summary.Finish();
    }

    /// <summary>Height that EPANET stores of a node, m: elevation, bottom, or the head of a reservoir.</summary>
    public static double Elevation(Node node) => node switch
    {
        Junction junction => junction.Elevation,
        Tank tank => tank.Elevation,
        Reservoir reservoir => reservoir.Head,
        _ => 0,
    };

    private static float[][] Rows(int count, int width) =>
        [.. Enumerable.Range(0, count).Select(_ => new float[width])];

    private void LoadTime(int k)
    {
        var nodes = _results.Network.Nodes;
        var demands = _results.Demands(k);
        var heads = _results.Heads(k);
        for (var i = 0; i < nodes.Length; i++)
        {
            _nodes[(int)EpanetNodeVariable.Demand][i] = (float)_units.FromSI(Quantity.Flow, demands[i]);
            _nodes[(int)EpanetNodeVariable.Head][i] = (float)_units.FromSI(Quantity.Length, heads[i]);
            _nodes[(int)EpanetNodeVariable.Pressure][i] =
                (float)_units.FromSI(Quantity.Pressure, heads[i] - Elevation(nodes[i]));
        }

        _quality.LoadNodes(k, _nodes[(int)EpanetNodeVariable.Quality]);

        var links = _results.Network.Links;
        var flows = _results.Flows(k);
        var velocities = _results.Velocities(k);
        var losses = _results.HeadLosses(k);
        var states = _results.States(k);
        var settings = _results.Settings(k);
        for (var i = 0; i < links.Length; i++)
        {
            _links[(int)EpanetLinkVariable.Flow][i] = (float)_units.FromSI(Quantity.Flow, flows[i]);
            _links[(int)EpanetLinkVariable.Velocity][i] = (float)_units.FromSI(Quantity.Velocity, velocities[i]);
            _links[(int)EpanetLinkVariable.HeadLoss][i] = (float)HeadLoss(links[i], losses[i]);
            _links[(int)EpanetLinkVariable.Status][i] = StatusCode(states[i]);
            _links[(int)EpanetLinkVariable.Setting][i] = (float)Setting(links[i], settings[i], states[i]);
            _links[(int)EpanetLinkVariable.FrictionFactor][i] = (float)FrictionFactor(links[i], losses[i], flows[i]);
        }

        _quality.LoadLinks(
            k, _links[(int)EpanetLinkVariable.Quality], _links[(int)EpanetLinkVariable.ReactionRate]);
    }

    private static float StatusCode(LinkState state) => state switch
    {
        LinkState.CannotDeliverHead => 0,
        LinkState.ClosedByTank => 1,
        LinkState.Closed => 2,
        LinkState.Open => 3,
        LinkState.Active => 4,
        LinkState.CannotHoldFlow => 6,
        LinkState.CannotHoldPressure => 7,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown status."),
    };

    private double HeadLoss(Link link, double loss) => link switch
    {
        Pipe { Length: > 0 } pipe => 1000 * Math.Abs(loss) / pipe.Length,
        Pump => _units.FromSI(Quantity.Length, loss),
        _ => _units.FromSI(Quantity.Length, Math.Abs(loss)),
    };

    private double Setting(Link link, double setting, LinkState state) => link switch
    {
        // EPANET leaves the roughness height in feet whatever the file's unit.
        Pipe => _results.Network.Options.HeadLoss == HeadLossFormula.DarcyWeisbach
            ? setting / Constants.Foot
            : setting,
        Pump => state == LinkState.Closed ? 0 : setting,
        Valve { InitialStatus: not LinkStatus.Active } when state is LinkState.Open or LinkState.Closed => 0,
        Valve { Kind: ValveKind.PressureReducing or ValveKind.PressureSustaining or ValveKind.PressureBreaker } =>
            _units.FromSI(Quantity.Pressure, setting),
        Valve { Kind: ValveKind.FlowControl } => _units.FromSI(Quantity.Flow, setting),
        Valve { Kind: ValveKind.ThrottleControl } => setting,
        _ => 0,
    };

    // f = 2 g h d / (L v^2) = g pi^2 h d^5 / (8 L q^2)
    private static double FrictionFactor(Link link, double loss, double flow) =>
        link is Pipe { Length: > 0 } pipe && Math.Abs(flow) > Constants.SmallFlow
            ? Constants.Gravity * Math.PI * Math.PI * Math.Abs(loss) * Math.Pow(pipe.Diameter, 5)
                / (8 * pipe.Length * flow * flow)
            : 0;
}
