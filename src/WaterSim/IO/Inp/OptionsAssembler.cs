using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[OPTIONS] in SI, with the defaults that depend on the file's units and patterns.</summary>
internal static class OptionsAssembler
{
    /// <summary>Least difference of required and minimum pressure in the file's unit: EPANET's MINPDIFF.</summary>
    public const double LeastPressureDifference = 0.1;

    /// <summary>EPANET's default pattern is the one of this id, where it exists.</summary>
    private const string EpanetDefaultPattern = "1";

    public static HydraulicOptions Assemble(InpSession session)
    {
        var draft = session.Options;
        var units = session.Units;
        var required = draft.RequiredPressure ?? draft.MinimumPressure + LeastPressureDifference;
        if (required - draft.MinimumPressure < LeastPressureDifference - 1e-9)
        {
            session.Add(new Diagnostic
            {
                Code = InpCodes.PressureLimits,
                Severity = DiagnosticSeverity.Error,
                Element = "options",
                Message = $"required pressure {InpSession.Number(required)} is not 0.1 above minimum pressure " +
                    InpSession.Number(draft.MinimumPressure),
                Remedy = "Raise REQUIRED PRESSURE or lower MINIMUM PRESSURE.",
                Location = new SourceLocation(
                    session.FileName, draft.PressureLimits.Line, draft.PressureLimits.Column),
            });
        }

        return draft.Plain with
        {
            FlowUnits = draft.Flow,
            PressureUnits = draft.Pressure,
            HeadLoss = draft.HeadLoss,
            SpecificGravity = draft.SpecificGravity,
            Viscosity = units.ViscosityToSI(draft.Viscosity ?? 1),
            HeadError = units.ToSI(Quantity.Length, draft.HeadError),
            FlowChange = units.ToSI(Quantity.Flow, draft.FlowChange),
            MinimumPressure = units.ToSI(Quantity.Pressure, draft.MinimumPressure),
            RequiredPressure = units.ToSI(Quantity.Pressure, required),
            DefaultPatternId = DefaultPattern(session),
        };
    }

    private static string? DefaultPattern(InpSession session)
    {
        var id = session.Options.Pattern ?? EpanetDefaultPattern;
        if (session.Patterns.Exists(p => p.Id == id))
        {
            return id;
        }

        if (id is not ("" or EpanetDefaultPattern))
        {
            var (line, column) = session.Options.PatternAt;
            session.Add(new Diagnostic
            {
                Code = InpCodes.UndefinedPattern,
                Severity = DiagnosticSeverity.Warning,
                Element = "option PATTERN",
                Message = $"pattern '{id}' is not defined; demands that name no pattern are constant, as in EPANET",
                Remedy = "Define it in [PATTERNS], or correct the id (case matters).",
                Location = new SourceLocation(session.FileName, line, column),
            });
        }

        return null;
    }
}
