namespace WaterSim.Model;

/// <summary>Codes of what <see cref="NetworkValidator"/> finds. DIAGNOSTICS.md explains each.</summary>
public static class NetworkCodes
{
    /// <summary>An id is empty or holds what no file can hold.</summary>
    public const string InvalidId = "WS2001";

    /// <summary>Two elements of one kind bear the same id.</summary>
    public const string DuplicateId = "WS2002";

    /// <summary>A junction stands after a reservoir or tank.</summary>
    public const string NodeOrder = "WS2003";

    /// <summary>The network has fewer than two nodes.</summary>
    public const string TooFewNodes = "WS2010";

    /// <summary>The network has no reservoir or tank.</summary>
    public const string NoSource = "WS2011";

    /// <summary>A junction joins no link.</summary>
    public const string UnconnectedJunction = "WS2012";

    /// <summary>A reservoir or tank joins no link.</summary>
    public const string UnconnectedSource = "WS2013";

    /// <summary>No reservoir or tank can reach these nodes, whatever links are opened.</summary>
    public const string UnreachedNodes = "WS2014";

    /// <summary>A link's end node does not exist.</summary>
    public const string UndefinedEndNode = "WS2020";

    /// <summary>A link joins a node with itself.</summary>
    public const string LoopLink = "WS2021";

    /// <summary>A number is not finite or outside its range.</summary>
    public const string ValueOutOfRange = "WS2022";

    /// <summary>A named pattern does not exist.</summary>
    public const string UndefinedPattern = "WS2023";

    /// <summary>A named curve does not exist.</summary>
    public const string UndefinedCurve = "WS2024";

    /// <summary>A curve is of another kind than its use needs.</summary>
    public const string WrongCurveKind = "WS2025";

    /// <summary>A curve has no points, or a headloss curve only one.</summary>
    public const string EmptyCurve = "WS2026";

    /// <summary>A curve's x values do not rise.</summary>
    public const string CurveNotRising = "WS2027";

    /// <summary>A pattern has no multipliers.</summary>
    public const string EmptyPattern = "WS2028";

    /// <summary>A pump has neither a head curve nor a power.</summary>
    public const string PumpWithoutCurve = "WS2030";

    /// <summary>A pump's head curve does not fall, or no power law fits its points.</summary>
    public const string InvalidPumpCurve = "WS2031";

    /// <summary>A pump has both a head curve and a power.</summary>
    public const string PumpCurveAndPower = "WS2032";

    /// <summary>Tank levels are out of order.</summary>
    public const string TankLevels = "WS2040";

    /// <summary>Tank levels lie beyond its volume curve.</summary>
    public const string TankBeyondCurve = "WS2041";

    /// <summary>A valve of this kind may not join a reservoir or tank.</summary>
    public const string ValveAtSource = "WS2050";

    /// <summary>Two valves would hold the same node.</summary>
    public const string ValveConflict = "WS2051";

    /// <summary>A general purpose valve has no headloss curve.</summary>
    public const string ValveWithoutCurve = "WS2052";

    /// <summary>A control names a link or node that does not exist.</summary>
    public const string UndefinedControlElement = "WS2060";

    /// <summary>A control acts on a link that cannot be controlled so.</summary>
    public const string ControlNotPossible = "WS2061";

    /// <summary>An option is outside its range.</summary>
    public const string OptionOutOfRange = "WS2070";
}
