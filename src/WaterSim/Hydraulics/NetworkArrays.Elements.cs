using WaterSim.Hydraulics.Laws;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <content>What one element becomes in the arrays.</content>
internal sealed partial class NetworkArrays
{
    private static LinkKind KindOf(Link link) => link switch
    {
        Pipe p => p.HasCheckValve ? LinkKind.CheckValvePipe : LinkKind.Pipe,
        Pump => LinkKind.Pump,
        Valve v => v.Kind switch
        {
            ValveKind.PressureReducing => LinkKind.PressureReducing,
            ValveKind.PressureSustaining => LinkKind.PressureSustaining,
            ValveKind.PressureBreaker => LinkKind.PressureBreaker,
            ValveKind.FlowControl => LinkKind.FlowControl,
            ValveKind.ThrottleControl => LinkKind.ThrottleControl,
            ValveKind.GeneralPurpose => LinkKind.GeneralPurpose,
            ValveKind.PositionalControl => LinkKind.PositionalControl,
            _ => throw new ArgumentOutOfRangeException(nameof(link), v.Kind, "Unknown kind of valve."),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(link), link, "Unknown kind of link."),
    };

    private static double ElevationOf(Node node) => node switch
    {
        Junction j => j.Elevation,
        Tank t => t.Elevation,
        Reservoir r => r.Head,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Unknown kind of node."),
    };

    // Never less than a millimetre apart, so that a law has a slope.
    private static (double Minimum, double Range) PressureLimits(Network network, int node)
    {
        var junction = (Junction)network.Nodes[node];
        var minimum = junction.MinimumPressure ?? network.Options.MinimumPressure;
        var required = junction.RequiredPressure ?? network.Options.RequiredPressure;
        return (minimum, Math.Max(required - minimum, 1e-3));
    }

    private static TankLimits? LimitsOf(Tank? tank) => tank is null
        ? null
        : new(tank.Elevation + tank.MinimumLevel, tank.Elevation + tank.MaximumLevel, tank.CanOverflow);

    private static double DiameterOf(Link link) => link switch
    {
        Pipe p => p.Diameter,
        Valve v => v.Diameter,
        _ => 0,
    };

    /// <summary>Friction resistance of a pipe in the terms of its law.</summary>
    public static double ResistanceOf(Pipe pipe, double roughness, HeadLossFormula formula) => formula switch
    {
        HeadLossFormula.HazenWilliams => HazenWilliams.Resistance(pipe.Length, pipe.Diameter, roughness),
        HeadLossFormula.DarcyWeisbach => DarcyWeisbach.Resistance(pipe.Length, pipe.Diameter),
        HeadLossFormula.ChezyManning => ChezyManning.Resistance(pipe.Length, pipe.Diameter, roughness),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, "Unknown headloss formula."),
    };

    private static double MinorResistanceOf(Link link) => link switch
    {
        Pipe p => MinorLoss.Resistance(p.MinorLoss, p.Diameter),
        Valve v => MinorLoss.Resistance(v.MinorLoss, v.Diameter),
        _ => 0,
    };

    private static PumpCurve CurveOf(Pump pump, Network network)
    {
        if (pump.Power is { } power)
        {
            return PumpCurve.OfPower(power);
        }

        if (pump.HeadCurveId is null)
        {
            return PumpCurve.None();
        }

        var points = network.FindCurve(pump.HeadCurveId)?.Points ?? [];
        return PumpCurve.OfPoints(points.AsSpan()) ?? throw new ArgumentException(
            $"pump {pump.Id}: no pump law passes through the points of curve {pump.HeadCurveId}.", nameof(network));
    }

    private static (double[] X, double[] Y)? CurveOf(Valve? valve, Network network) =>
        valve?.CurveId is null || valve.Kind is not (ValveKind.GeneralPurpose or ValveKind.PositionalControl)
            ? null
            : Points(network, valve.CurveId);

    private static (double[] X, double[] Y) Points(Network network, string curveId)
    {
        var points = network.FindCurve(curveId)?.Points
            ?? throw new ArgumentException($"curve {curveId} does not exist.", nameof(network));
        return ([.. points.Select(p => p.X)], [.. points.Select(p => p.Y)]);
    }

    private static IEnumerable<PressureControl> PressureControlsOf(
        Network network, int[] solverNode, int[] solverLink, double[] elevation, LinkKind[] kind)
    {
        foreach (var control in network.Controls)
        {
            var link = solverLink[network.IndexOfLink(control.LinkId)];
            if (control.Condition is LevelCondition level && network.FindNode(level.NodeId) is Junction)
            {
                var node = solverNode[network.IndexOfNode(level.NodeId)];
                yield return new(
                    link, node, level.Above, elevation[node] + level.Threshold, LinkAction.Of(control.Action, kind[link]));
            }
        }
    }
}
