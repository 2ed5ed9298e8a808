namespace WaterSim.Model;

/// <summary>Acts once, at a time since the start of the run.</summary>
/// <param name="Time">Time since the start.</param>
public sealed record TimeCondition(TimeSpan Time) : ControlCondition;
