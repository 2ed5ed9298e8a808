namespace WaterSim.Model;

/// <summary>What follows a step that does not converge.</summary>
public enum UnbalancedAction
{
    /// <summary>The run ends there.</summary>
    Stop,

    /// <summary>The run goes on.</summary>
    Continue,
}
