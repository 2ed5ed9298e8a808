namespace WaterSim.Model;

/// <summary>How a clause is joined to those before it.</summary>
public enum RuleJoin
{
    /// <summary>The first clause.</summary>
    If,

    /// <summary>Must hold as well.</summary>
    And,

    /// <summary>May hold instead.</summary>
    Or,
}
