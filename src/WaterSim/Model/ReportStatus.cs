namespace WaterSim.Model;

/// <summary>How much the report tells of statuses.</summary>
public enum ReportStatus
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What changes.</summary>
    Changes,

    /// <summary>That, and every iteration.</summary>
    Full,
}
