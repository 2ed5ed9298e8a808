namespace WaterSim.Model;

/// <summary>How a clause of a rule compares.</summary>
public enum RuleRelation
{
    /// <summary>= or IS.</summary>
    Equal,

    /// <summary>&lt;&gt; or NOT.</summary>
    NotEqual,

    /// <summary>&lt;=.</summary>
    AtMost,

    /// <summary>&gt;=.</summary>
    AtLeast,

    /// <summary>&lt; or BELOW.</summary>
    Below,

    /// <summary>&gt; or ABOVE.</summary>
    Above,
}
