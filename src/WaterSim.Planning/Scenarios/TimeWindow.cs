namespace WaterSim.Planning.Scenarios;

/// <summary>A part of a run, from its beginning up to, but not including, its end.</summary>
/// <param name="From">Beginning, since the start of the run.</param>
/// <param name="To">End, since the start of the run; null: the end of the run.</param>
public readonly record struct TimeWindow(TimeSpan From, TimeSpan? To);
