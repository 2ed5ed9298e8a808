namespace WaterSim.Model;

/// <summary>What a clause of a rule looks at.</summary>
public enum RuleObject
{
    /// <summary>Any node.</summary>
    Node,

    /// <summary>A junction.</summary>
    Junction,

    /// <summary>A reservoir.</summary>
    Reservoir,

    /// <summary>A tank.</summary>
    Tank,

    /// <summary>Any link.</summary>
    Link,

    /// <summary>A pipe.</summary>
    Pipe,

    /// <summary>A pump.</summary>
    Pump,

    /// <summary>A valve.</summary>
    Valve,

    /// <summary>The system as a whole.</summary>
    System,
}
