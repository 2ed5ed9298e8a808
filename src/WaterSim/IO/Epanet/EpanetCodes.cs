namespace WaterSim.IO.Epanet;

/// <summary>Codes of what is found on reading and writing EPANET's results. DIAGNOSTICS.md explains each.</summary>
public static class EpanetCodes
{
    /// <summary>The file is missing or cannot be opened.</summary>
    public const string Unreadable = "WS7001";

    /// <summary>The file is not EPANET's binary results.</summary>
    public const string NotResults = "WS7002";

    /// <summary>The results are of a layout that is not known.</summary>
    public const string UnknownVersion = "WS7003";

    /// <summary>A count or an index in the file is outside its range.</summary>
    public const string ValueOutOfRange = "WS7004";

    /// <summary>The file does not have the length that its counts ask for.</summary>
    public const string WrongLength = "WS7005";

    /// <summary>The file is larger than is read.</summary>
    public const string TooLarge = "WS7006";

    /// <summary>An id is longer than EPANET's files hold and was cut.</summary>
    public const string IdCut = "WS7010";
}
