namespace WaterSim.Simulation;

/// <summary>How a run ended.</summary>
public enum SimulationOutcome
{
    /// <summary>Every step converged and the whole duration was run.</summary>
    Completed,

    /// <summary>The whole duration was run, but some steps did not converge; they say so.</summary>
    CompletedUnbalanced,

    /// <summary>A step did not converge and the options say to stop there.</summary>
    StoppedUnbalanced,
}
