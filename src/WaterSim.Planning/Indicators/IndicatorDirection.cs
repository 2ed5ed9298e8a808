namespace WaterSim.Planning.Indicators;

/// <summary>Which way an indicator gets better.</summary>
public enum IndicatorDirection
{
    /// <summary>Neither: it tells what there is, or is best at some value, as a ratio of village to town at 1.</summary>
    None,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}
