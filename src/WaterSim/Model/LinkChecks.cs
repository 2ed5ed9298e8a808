namespace WaterSim.Model;

/// <summary>Numbers, patterns and curves of links; where valves may stand.</summary>
internal static class LinkChecks
{
    public static void Run(ValidationContext context)
    {
        var links = context.Network.Links;
        var hasRegulators = false;
        for (var i = 0; i < links.Length; i++)
        {
            switch (links[i])
            {
                case Pipe pipe:
                    Pipe(context, i, pipe);
                    break;
                case Pump pump:
                    Pump(context, i, pump);
                    break;
                case Valve valve:
                    hasRegulators = true;
                    Valve(context, i, valve);
                    break;
            }
        }

        if (hasRegulators)
        {
            ValvePlacement.Run(context);
        }
    }

    private static void Pipe(ValidationContext context, int i, Pipe pipe)
    {
        Positive(context, i, "length", pipe.Length);
        Positive(context, i, "diameter", pipe.Diameter);
        Positive(context, i, "roughness", pipe.Roughness);
        NotNegative(context, i, "minor loss coefficient", pipe.MinorLoss);
    }

    private static void Pump(ValidationContext context, int i, Pump pump)
    {
        NotNegative(context, i, "speed", pump.Speed);
        Pattern(context, i, pump.SpeedPatternId);
        Pattern(context, i, pump.PricePatternId);
        Curve(context, i, pump.EfficiencyCurveId, CurveKind.PumpEfficiency);
        if (pump.EnergyPrice is { } price)
        {
            NotNegative(context, i, "energy price", price);
        }

        if (pump.HeadCurveId is not null)
        {
            if (pump.Power is not null)
            {
                context.Add(
                    DiagnosticSeverity.Warning, NetworkCodes.PumpCurveAndPower, ElementKind.Link, i,
                    ValidationContext.Name(pump), "it has both a head curve and a power: the curve is taken",
                    "Remove one of them.");
            }

            if (Curve(context, i, pump.HeadCurveId, CurveKind.PumpHead) is { Points.IsDefaultOrEmpty: false } curve &&
                CurveChecks.WhyNotPumpHead(curve) is { } why)
            {
                context.Link(
                    i, NetworkCodes.InvalidPumpCurve, $"curve '{curve.Id}' is no head curve: {why}",
                    "Let head fall as flow rises.");
            }
        }
        else if (pump.Power is { } power)
        {
            Positive(context, i, "power", power);
        }
        else
        {
            context.Link(
                i, NetworkCodes.PumpWithoutCurve, "it has neither a head curve nor a power",
                "Give it HEAD with a curve, or POWER.");
        }
    }

    private static void Valve(ValidationContext context, int i, Valve valve)
    {
        Positive(context, i, "diameter", valve.Diameter);
        NotNegative(context, i, "minor loss coefficient", valve.MinorLoss);
        if (!double.IsFinite(valve.Setting))
        {
            context.Link(
                i, NetworkCodes.ValueOutOfRange,
                $"setting {ValidationContext.Show(valve.Setting)} is not a finite number", "Give a finite setting.");
        }

        if (valve.Kind == ValveKind.GeneralPurpose)
        {
            if (Curve(context, i, valve.CurveId, CurveKind.ValveHeadLoss) is { Points.Length: 1 } curve)
            {
                context.Link(
                    i, NetworkCodes.EmptyCurve, $"headloss curve '{curve.Id}' has one point only",
                    "Give two points or more.");
            }

            if (valve.CurveId is null)
            {
                context.Link(
                    i, NetworkCodes.ValveWithoutCurve, "a general purpose valve needs a headloss curve",
                    "Name the curve in place of the setting.");
            }
        }
        else if (valve.Kind == ValveKind.PositionalControl)
        {
            Curve(context, i, valve.CurveId, CurveKind.ValveOpening);
        }
    }

    private static void Positive(ValidationContext context, int i, string field, double value)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            context.Link(
                i, NetworkCodes.ValueOutOfRange, $"{field} {ValidationContext.Show(value)} is not above 0",
                $"Give a {field} above 0.");
        }
    }

    private static void NotNegative(ValidationContext context, int i, string field, double value)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            context.Link(
                i, NetworkCodes.ValueOutOfRange, $"{field} {ValidationContext.Show(value)} is negative or not finite",
                $"Give a {field} of 0 or more.");
        }
    }

    private static void Pattern(ValidationContext context, int i, string? id)
    {
        if (id is not null && context.Network.FindPattern(id) is null)
        {
            context.Link(
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
            context.Link(
                i, NetworkCodes.UndefinedCurve, $"curve '{id}' is not defined", "Add the curve, or correct the id.");
        }
        else if (curve.Kind != kind)
        {
            context.Link(
                i, NetworkCodes.WrongCurveKind, $"curve '{id}' is a {curve.Kind} curve, not {kind}",
                "Give a curve of that kind.");
            return null;
        }

        return curve;
    }
}
