namespace WaterSim.Model;

/// <summary>Options, times and prices are within their ranges.</summary>
internal static class OptionChecks
{
    public static void Run(ValidationContext context)
    {
        var o = context.Network.Options;
        Positive("viscosity", o.Viscosity);
        Positive("specific gravity", o.SpecificGravity);
        Positive("accuracy", o.Accuracy);
        Positive("trials", o.MaxTrials);
        Positive("check frequency", o.CheckFrequency);
        Positive("maximum check", o.MaxCheck);
        Positive("pressure exponent", o.PressureExponent);
        Positive("emitter exponent", o.EmitterExponent);
        Positive("demand multiplier", o.DemandMultiplier);
        NotNegative("extra trials", o.UnbalancedExtraTrials);
        NotNegative("damping limit", o.DampLimit);
        NotNegative("head error", o.HeadError);
        NotNegative("flow change", o.FlowChange);
        NotNegative("minimum pressure", o.MinimumPressure);
        if (o.DemandModel == DemandModel.PressureDriven && !(o.RequiredPressure > o.MinimumPressure))
        {
            Add($"required pressure {ValidationContext.Show(o.RequiredPressure)} m is not above minimum pressure " +
                $"{ValidationContext.Show(o.MinimumPressure)} m");
        }

        if (o.DefaultPatternId is { } pattern && context.Network.FindPattern(pattern) is null)
        {
            Undefined(pattern);
        }

        var t = context.Network.Times;
        PositiveTime("hydraulic step", t.HydraulicStep);
        PositiveTime("pattern step", t.PatternStep);
        PositiveTime("report step", t.ReportStep);
        PositiveTime("rule step", t.RuleStep ?? TimeSpan.FromSeconds(1));
        PositiveTime("quality step", t.QualityStep ?? TimeSpan.FromSeconds(1));
        Time("duration", t.Duration);
        Time("pattern start", t.PatternStart);
        Time("report start", t.ReportStart);
        Time("start clock time", t.StartClockTime);

        var e = context.Network.Energy;
        Positive("pump efficiency", e.Efficiency);
        NotNegative("energy price", e.Price);
        NotNegative("demand charge", e.DemandCharge);
        if (e.PricePatternId is { } prices && context.Network.FindPattern(prices) is null)
        {
            Undefined(prices);
        }

        void Positive(string name, double value)
        {
            if (!(value > 0 && double.IsFinite(value)))
            {
                Add($"{name} {ValidationContext.Show(value)} is not above 0");
            }
        }

        void NotNegative(string name, double value)
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                Add($"{name} {ValidationContext.Show(value)} is negative or not finite");
            }
        }

        void PositiveTime(string name, TimeSpan value)
        {
            if (value <= TimeSpan.Zero)
            {
                Add($"{name} {value:c} is not above 0");
            }
            else
            {
                Time(name, value);
            }
        }

        void Time(string name, TimeSpan value)
        {
            if (value < TimeSpan.Zero || value.Ticks % TimeSpan.TicksPerSecond != 0)
            {
                Add($"{name} {value:c} is negative or not a whole number of seconds");
            }
        }

        void Undefined(string id) => context.Add(
            DiagnosticSeverity.Error, NetworkCodes.UndefinedPattern, ElementKind.Network, 0, "options",
            $"pattern '{id}' is not defined", "Add the pattern, or correct the id.");

        void Add(string message) => context.Add(
            DiagnosticSeverity.Error, NetworkCodes.OptionOutOfRange, ElementKind.Network, 0, "options", message,
            "Give a value within the range.");
    }
}
