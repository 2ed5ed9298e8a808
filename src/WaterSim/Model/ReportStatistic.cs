namespace WaterSim.Model;

/// <summary>What of a time series is reported.</summary>
public enum ReportStatistic
{
    /// <summary>The whole series.</summary>
    Series,

    /// <summary>Its mean.</summary>
    Average,

    /// <summary>Its minimum.</summary>
    Minimum,

    /// <summary>Its maximum.</summary>
    Maximum,

    /// <summary>Maximum less minimum.</summary>
    Range,
}
