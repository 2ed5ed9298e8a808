using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[OPTIONS] as the file gives them, in the file's units; null: not given.</summary>
internal sealed class OptionsDraft
{
    public FlowUnits Flow { get; set; } = FlowUnits.GallonsPerMinute;

    public PressureUnits? Pressure { get; set; }

    public double SpecificGravity { get; set; } = 1;

    public HeadLossFormula HeadLoss { get; set; } = HeadLossFormula.HazenWilliams;

    public double? Viscosity { get; set; }

    public double HeadError { get; set; }

    public double FlowChange { get; set; }

    public double MinimumPressure { get; set; }

    public double? RequiredPressure { get; set; }

    public (int Line, int Column) PressureLimits { get; set; }

    public string? Pattern { get; set; }

    public (int Line, int Column) PatternAt { get; set; }

    /// <summary>What needs no unit, as the model holds it.</summary>
    public HydraulicOptions Plain { get; set; } = new();
}
