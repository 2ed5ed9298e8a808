namespace WaterSim.Planning.Comparison;

/// <summary>What runs are compared as.</summary>
public enum ComparisonKind
{
    /// <summary>Runs of a day or a few, hour by hour.</summary>
    Day,

    /// <summary>Runs of many days, day by day.</summary>
    Year,
}
