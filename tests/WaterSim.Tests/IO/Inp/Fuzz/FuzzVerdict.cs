namespace WaterSim.Tests.IO.Inp.Fuzz;

/// <summary>What became of a mutant.</summary>
internal enum FuzzVerdict
{
    /// <summary>Refused, with errors that name their lines.</summary>
    Refused,

    /// <summary>Read, written and read again.</summary>
    Accepted,

    /// <summary>That, and run for a few steps.</summary>
    Run,
}
