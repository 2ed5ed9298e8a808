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
        At(context, i).Positive("length", pipe.Length);
        At(context, i).Positive("diameter", pipe.Diameter);
        At(context, i).Positive("roughness", pipe.Roughness);
        At(context, i).NotNegative("minor loss coefficient", pipe.MinorLoss);
    }

    private static void Pump(ValidationContext context, int i, Pump pump)
    {
        At(context, i).NotNegative("speed", pump.Speed);
        At(context, i).Pattern(pump.SpeedPatternId);
        At(context, i).Pattern(pump.PricePatternId);
        At(context, i).Curve(pump.EfficiencyCurveId, CurveKind.PumpEfficiency);
        if (pump.EnergyPrice is { } price)
        {
            At(context, i).NotNegative("energy price", price);
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

            if (At(context, i).Curve(pump.HeadCurveId, CurveKind.PumpHead) is { Points.IsDefaultOrEmpty: false } curve &&
                CurveChecks.WhyNotPumpHead(curve) is { } why)
            {
                context.Link(
                    i, NetworkCodes.InvalidPumpCurve, $"curve '{curve.Id}' is no head curve: {why}",
                    "Let head fall as flow rises.");
            }
        }
        else if (pump.Power is { } power)
        {
            At(context, i).Positive("power", power);
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
        At(context, i).Positive("diameter", valve.Diameter);
        At(context, i).NotNegative("minor loss coefficient", valve.MinorLoss);
        if (!double.IsFinite(valve.Setting))
        {
            context.Link(
                i, NetworkCodes.ValueOutOfRange,
                $"setting {ValidationContext.Show(valve.Setting)} is not a finite number", "Give a finite setting.");
        }

        if (valve.Kind == ValveKind.GeneralPurpose)
        {
            if (At(context, i).Curve(valve.CurveId, CurveKind.ValveHeadLoss) is { Points.Length: 1 } curve)
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
            At(context, i).Curve(valve.CurveId, CurveKind.ValveOpening);
        }
    }

    private static ElementChecks At(ValidationContext context, int i) => new(context, IsLink: true, i);
}
