namespace WaterSim.Planning.County;

/// <summary>What a stage of the drought ladder watches.</summary>
public enum StageWatch
{
    /// <summary>Live storage of all reservoirs in use over that at normal level.</summary>
    County,

    /// <summary>The least share among the reservoirs in use.</summary>
    Lowest,
}
