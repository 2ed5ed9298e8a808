namespace WaterSim.Planning.County;

/// <summary>Whether a source supplies in normal operation.</summary>
public enum SourceDuty
{
    /// <summary>Supplies every day.</summary>
    InUse,

    /// <summary>Kept for drought and failure.</summary>
    Standby,
}
