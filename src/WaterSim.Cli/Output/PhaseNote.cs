namespace WaterSim.Cli.Output;

/// <summary>A phase of a command that has ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Whether others ran beside it.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Allocated">Memory allocated meanwhile by the process, bytes; null where it was not measured.</param>
internal readonly record struct PhaseNote(string Name, PhaseKind Kind, TimeSpan Took, long? Allocated);
