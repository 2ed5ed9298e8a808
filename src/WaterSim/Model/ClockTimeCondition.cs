namespace WaterSim.Model;

/// <summary>Acts every day at a clock time.</summary>
/// <param name="TimeOfDay">Time since midnight, below 24 h.</param>
public sealed record ClockTimeCondition(TimeSpan TimeOfDay) : ControlCondition;
