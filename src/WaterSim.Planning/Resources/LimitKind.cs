namespace WaterSim.Planning.Resources;

/// <summary>What an allocation can be limited by.</summary>
public enum LimitKind
{
    /// <summary>What a source may give.</summary>
    Source,

    /// <summary>What a plant can treat.</summary>
    Plant,

    /// <summary>What an interconnection can pass.</summary>
    Link,
}
