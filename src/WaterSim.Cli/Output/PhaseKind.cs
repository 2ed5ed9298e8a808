namespace WaterSim.Cli.Output;

/// <summary>Whether a phase had the process to itself.</summary>
internal enum PhaseKind
{
    /// <summary>Nothing else ran.</summary>
    Alone,

    /// <summary>Others ran beside it, so that what it allocated cannot be told from what they did.</summary>
    Beside,

    /// <summary>Its turns came between those of another phase, with which its memory is counted.</summary>
    ByTurns,

    /// <summary>All that ran beside each other, from the first beginning to the last end.</summary>
    Together,
}
