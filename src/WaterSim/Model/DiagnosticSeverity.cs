namespace WaterSim.Model;

/// <summary>How serious a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Notice,

    /// <summary>The run goes on, but its results deserve a look.</summary>
    Warning,

    /// <summary>The input cannot be used.</summary>
    Error,
}
