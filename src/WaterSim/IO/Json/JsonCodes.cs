namespace WaterSim.IO.Json;

/// <summary>Codes of what is found on reading a network in JSON. DIAGNOSTICS.md explains each.</summary>
public static class JsonCodes
{
    /// <summary>The file is missing or cannot be opened.</summary>
    public const string Unreadable = "WS8001";

    /// <summary>The text is not JSON.</summary>
    public const string NotJson = "WS8002";

    /// <summary>The JSON is not a network: a property or value that does not belong there, or one that is missing.</summary>
    public const string NotNetwork = "WS8003";

    /// <summary>The file is larger than is read.</summary>
    public const string TooLarge = "WS8004";
}
