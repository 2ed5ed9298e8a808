namespace WaterSim.Model;

/// <summary>Which quantity a setting, roughness or curve measures, and so how files convert it.</summary>
internal static class QuantityOf
{
    /// <summary>What a valve's setting is.</summary>
    public static Quantity Setting(ValveKind kind) => kind switch
    {
        ValveKind.PressureReducing or ValveKind.PressureSustaining or ValveKind.PressureBreaker => Quantity.Pressure,
        ValveKind.FlowControl => Quantity.Flow,
        _ => Quantity.Ratio,
    };

    /// <summary>What a rule's premise compares with; null: hours in the file, seconds in the model.</summary>
    public static Quantity? Rule(RuleAttribute attribute, ValveKind? valve) => attribute switch
    {
        RuleAttribute.Demand or RuleAttribute.Flow => Quantity.Flow,
        RuleAttribute.Head or RuleAttribute.Level => Quantity.Length,
        RuleAttribute.Pressure => Quantity.Pressure,
        RuleAttribute.Setting => valve is { } kind ? Setting(kind) : Quantity.Ratio,
        RuleAttribute.Power => Quantity.Power,
        RuleAttribute.Status => Quantity.Ratio,
        _ => null,
    };

    /// <summary>What a column of the report is.</summary>
    public static Quantity Report(ReportVariable variable) => variable switch
    {
        ReportVariable.Elevation or ReportVariable.Head or ReportVariable.Length => Quantity.Length,
        ReportVariable.Demand or ReportVariable.Flow => Quantity.Flow,
        ReportVariable.Pressure => Quantity.Pressure,
        ReportVariable.Diameter => Quantity.PipeDiameter,
        ReportVariable.Velocity => Quantity.Velocity,
        _ => Quantity.Ratio,
    };

    /// <summary>What a pipe's roughness is.</summary>
    public static Quantity Roughness(HeadLossFormula formula) =>
        formula == HeadLossFormula.DarcyWeisbach ? Quantity.RoughnessHeight : Quantity.Ratio;

    /// <summary>What a curve's x and y are.</summary>
    public static (Quantity X, Quantity Y) Curve(CurveKind kind) => kind switch
    {
        CurveKind.TankVolume => (Quantity.Length, Quantity.Volume),
        CurveKind.PumpHead or CurveKind.ValveHeadLoss => (Quantity.Flow, Quantity.Length),
        CurveKind.PumpEfficiency => (Quantity.Flow, Quantity.Ratio),
        _ => (Quantity.Ratio, Quantity.Ratio),
    };
}
