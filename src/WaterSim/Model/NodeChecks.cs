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
                    Finite(context, i, "head", reservoir.Head);
                    Pattern(context, i, reservoir.HeadPatternId);
                    break;
                case Tank tank:
                    Tank(context, i, tank);
                    break;
            }
        }
    }

    private static void Junction(ValidationContext context, int i, Junction junction)
    {
        Finite(context, i, "elevation", junction.Elevation);
        NotNegative(context, i, "emitter coefficient", junction.EmitterCoefficient);
        foreach (var demand in junction.Demands)
        {
            Finite(context, i, "demand", demand.Base);
            Pattern(context, i, demand.PatternId);
        }
    }

    private static void Tank(ValidationContext context, int i, Tank tank)
    {
        Finite(context, i, "elevation", tank.Elevation);
        NotNegative(context, i, "minimum volume", tank.MinimumVolume);
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

        if (Curve(context, i, tank.VolumeCurveId, CurveKind.TankVolume) is not { Points.IsDefaultOrEmpty: false } curve)
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

    private static void Finite(ValidationContext context, int i, string field, double value)
    {
        if (!double.IsFinite(value))
        {
            context.Node(
                i, NetworkCodes.ValueOutOfRange, $"{field} {ValidationContext.Show(value)} is not a finite number",
                $"Give a finite {field}.");
        }
    }

    private static void NotNegative(ValidationContext context, int i, string field, double value)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            context.Node(
                i, NetworkCodes.ValueOutOfRange, $"{field} {ValidationContext.Show(value)} is negative or not finite",
                $"Give a {field} of 0 or more.");
        }
    }

    private static void Pattern(ValidationContext context, int i, string? id)
    {
        if (id is not null && context.Network.FindPattern(id) is null)
        {
            context.Node(
                i, NetworkCodes.UndefinedPattern, $"pattern '{id}' is not defined",
                "Add the pattern, or correct the id.");
        }
    }

    private static Curve? Curve(ValidationContext context, int i, string? id, CurveKind kind)
    {
        if (id is null)
        {
            return null;
        }

        var curve = context.Network.FindCurve(id);
        if (curve is null)
        {
            context.Node(
                i, NetworkCodes.UndefinedCurve, $"curve '{id}' is not defined", "Add the curve, or correct the id.");
        }
        else if (curve.Kind != kind)
        {
            context.Node(
                i, NetworkCodes.WrongCurveKind, $"curve '{id}' is a {curve.Kind} curve, not {kind}",
                "Give a curve of that kind.");
            return null;
        }

        return curve;
    }
}
