namespace WaterSim.Model;

/// <summary>Numbers, patterns and curves of nodes.</summary>
internal static class NodeChecks
{
    public static void Run(ValidationContext context)
    {
        var nodes = context.Network.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            switch (nodes[i])
            {
                case Junction junction:
                    Junction(context, i, junction);
                    break;
                case Reservoir reservoir:
                    At(context, i).Finite("head", reservoir.Head);
                    At(context, i).Pattern(reservoir.HeadPatternId);
                    break;
                case Tank tank:
                    Tank(context, i, tank);
                    break;
            }
        }
    }

    private static void Junction(ValidationContext context, int i, Junction junction)
    {
        At(context, i).Finite("elevation", junction.Elevation);
        At(context, i).NotNegative("emitter coefficient", junction.EmitterCoefficient);
        foreach (var demand in junction.Demands)
        {
            At(context, i).Finite("demand", demand.Base);
            At(context, i).Pattern(demand.PatternId);
        }
    }

    private static void Tank(ValidationContext context, int i, Tank tank)
    {
        At(context, i).Finite("elevation", tank.Elevation);
        At(context, i).NotNegative("minimum volume", tank.MinimumVolume);
        if (!(tank.Diameter > 0 && double.IsFinite(tank.Diameter)))
        {
            context.Node(
                i, NetworkCodes.ValueOutOfRange, $"diameter {ValidationContext.Show(tank.Diameter)} m is not above 0",
                "Give the tank's diameter, or make it a reservoir.");
        }

        if (!(tank.MinimumLevel >= 0 && tank.MinimumLevel <= tank.InitialLevel &&
            tank.InitialLevel <= tank.MaximumLevel && double.IsFinite(tank.MaximumLevel)))
        {
            context.Node(
                i, NetworkCodes.TankLevels,
                $"levels are out of order: minimum {ValidationContext.Show(tank.MinimumLevel)}, " +
                $"initial {ValidationContext.Show(tank.InitialLevel)}, " +
                $"maximum {ValidationContext.Show(tank.MaximumLevel)} m",
                "Let minimum <= initial <= maximum, none of them negative.");
            return;
        }

        if (At(context, i).Curve(tank.VolumeCurveId, CurveKind.TankVolume) is not { Points.IsDefaultOrEmpty: false } curve)
        {
            return;
        }

        var (low, high) = (curve.Points[0].X, curve.Points[^1].X);
        const double tolerance = 1e-6;
        if (tank.MinimumLevel < low - tolerance || tank.MaximumLevel > high + tolerance)
        {
            context.Node(
                i, NetworkCodes.TankBeyondCurve,
                $"levels from {ValidationContext.Show(tank.MinimumLevel)} to " +
                $"{ValidationContext.Show(tank.MaximumLevel)} m lie beyond curve '{curve.Id}', which spans " +
                $"{ValidationContext.Show(low)} to {ValidationContext.Show(high)} m",
                "Extend the curve, or narrow the levels.");
        }
    }

    private static ElementChecks At(ValidationContext context, int i) => new(context, IsLink: false, i);
}
