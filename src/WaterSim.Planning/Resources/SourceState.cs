namespace WaterSim.Planning.Resources;

/// <summary>What an allocation knows of a source on a morning.</summary>
/// <param name="Available">Most that may be drawn this day, m3.</param>
/// <param name="Live">Water above the supply floor, m3; 0 of a spring.</param>
/// <param name="LiveCapacity">The same at normal level, m3; 0 of a spring.</param>
/// <param name="IsUsed">Whether it may be drawn on.</param>
public readonly record struct SourceState(double Available, double Live, double LiveCapacity, bool IsUsed)
{
    /// <summary>Share of its live storage that is there, -; NaN of a spring.</summary>
    public double LiveShare => LiveCapacity > 0 ? Live / LiveCapacity : double.NaN;
}
