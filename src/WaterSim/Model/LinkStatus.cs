namespace WaterSim.Model;

/// <summary>Whether a link lets water through.</summary>
public enum LinkStatus
{
    /// <summary>No flow.</summary>
    Closed,

    /// <summary>Open without regulation; of a pump, running.</summary>
    Open,

    /// <summary>A valve that regulates to its setting.</summary>
    Active,
}
