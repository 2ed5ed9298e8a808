namespace WaterSim.Planning.County;

/// <summary>What water is used for; rationing tells the uses apart.</summary>
public enum WaterUse
{
    /// <summary>In households.</summary>
    Domestic,

    /// <summary>Schools, offices, hospitals.</summary>
    Public,

    /// <summary>Industry and trade.</summary>
    Industry,
}
