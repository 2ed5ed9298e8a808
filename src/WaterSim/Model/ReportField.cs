namespace WaterSim.Model;

/// <summary>What the text report does with one column; what is null stays as EPANET has it.</summary>
/// <param name="Variable">Which column.</param>
/// <param name="IsShown">Whether it is shown.</param>
/// <param name="Precision">Digits after the point, 0 to 6.</param>
/// <param name="Below">Only values below this are listed, in the variable's unit.</param>
/// <param name="Above">Only values above this are listed, in the variable's unit.</param>
public sealed record ReportField(
    ReportVariable Variable,
    bool? IsShown = null,
    int? Precision = null,
    double? Below = null,
    double? Above = null);
