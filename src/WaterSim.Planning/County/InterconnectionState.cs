namespace WaterSim.Planning.County;

/// <summary>How an interconnection between two plants' zones normally stands.</summary>
public enum InterconnectionState
{
    /// <summary>Water passes freely.</summary>
    Open,

    /// <summary>Shut; opened when a plant fails.</summary>
    Closed,

    /// <summary>A valve holds a pressure or a flow.</summary>
    Regulated,
}
