namespace WaterSim.IO.Inp;

/// <summary>Codes of what reading an INP file finds. DIAGNOSTICS.md explains each.</summary>
public static class InpCodes
{
    /// <summary>The file is missing or cannot be opened.</summary>
    public const string Unreadable = "WS1001";

    /// <summary>The file is not text.</summary>
    public const string NotText = "WS1002";

    /// <summary>The file is not UTF-8; another encoding was taken.</summary>
    public const string EncodingAssumed = "WS1003";

    /// <summary>The file is too large to be read.</summary>
    public const string TooLarge = "WS1004";

    /// <summary>There are more diagnostics than are listed.</summary>
    public const string TooMany = "WS1005";

    /// <summary>A line is longer than is read.</summary>
    public const string LineTooLong = "WS1006";

    /// <summary>A section heading that EPANET does not know.</summary>
    public const string UnknownSection = "WS1010";

    /// <summary>Data before the first section heading.</summary>
    public const string DataOutsideSection = "WS1011";

    /// <summary>A section is kept and written back, but not simulated by this version.</summary>
    public const string SectionPreserved = "WS1012";

    /// <summary>An option is kept and written back, but not simulated by this version.</summary>
    public const string OptionPreserved = "WS1013";

    /// <summary>An option that EPANET does not know; it is kept and has no effect.</summary>
    public const string UnknownOption = "WS1014";

    /// <summary>A disabled control is kept and written back, and has no effect.</summary>
    public const string ControlDisabled = "WS1015";

    /// <summary>A section heading that is not written in full.</summary>
    public const string HeadingShortened = "WS1016";

    /// <summary>A line has too few fields.</summary>
    public const string MissingField = "WS1020";

    /// <summary>A field is not a finite number.</summary>
    public const string NotANumber = "WS1021";

    /// <summary>A number is outside its range.</summary>
    public const string ValueOutOfRange = "WS1022";

    /// <summary>A word is none of those that may stand here.</summary>
    public const string UnknownKeyword = "WS1023";

    /// <summary>A field is not a time.</summary>
    public const string NotATime = "WS1024";

    /// <summary>A field is left out and EPANET's default was taken.</summary>
    public const string FieldAssumed = "WS1025";

    /// <summary>A time has 60 or more minutes or seconds.</summary>
    public const string TimeOverflows = "WS1026";

    /// <summary>A line names a node that is not defined.</summary>
    public const string UndefinedNode = "WS1030";

    /// <summary>A line names a link that is not defined.</summary>
    public const string UndefinedLink = "WS1031";

    /// <summary>A line names a pattern that is not defined.</summary>
    public const string UndefinedPattern = "WS1032";

    /// <summary>A line names a curve that is not defined.</summary>
    public const string UndefinedCurve = "WS1033";

    /// <summary>An id is defined twice.</summary>
    public const string DuplicateId = "WS1034";

    /// <summary>A line has no effect and was left out.</summary>
    public const string IgnoredData = "WS1035";

    /// <summary>A link cannot have this status or setting.</summary>
    public const string NotPossible = "WS1036";

    /// <summary>A link joins a node with itself.</summary>
    public const string LoopLink = "WS1037";

    /// <summary>A clause of a rule stands where it cannot.</summary>
    public const string MisplacedClause = "WS1038";

    /// <summary>A premise of a rule that never holds.</summary>
    public const string NeverHolds = "WS1039";

    /// <summary>Minimum and required pressure lie too close.</summary>
    public const string PressureLimits = "WS1040";

    /// <summary>Time steps were shortened so that they agree, as EPANET does.</summary>
    public const string TimesAdjusted = "WS1041";

    /// <summary>An accuracy that EPANET would not take as it is.</summary>
    public const string AccuracyBeyondEpanet = "WS1042";

    /// <summary>One curve serves two purposes and is kept as two.</summary>
    public const string CurveShared = "WS1043";

    /// <summary>A tank without diameter is a reservoir.</summary>
    public const string TankWithoutDiameter = "WS1044";

    /// <summary>A network has something that no INP file can hold.</summary>
    public const string CannotHold = "WS1050";
}
