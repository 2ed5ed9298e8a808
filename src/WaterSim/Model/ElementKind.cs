namespace WaterSim.Model;

/// <summary>The kinds of thing that a network lists, by which a finding says where it belongs.</summary>
public enum ElementKind
{
    /// <summary>The network as a whole.</summary>
    Network,

    /// <summary>A node: junction, reservoir or tank.</summary>
    Node,

    /// <summary>A link: pipe, pump or valve.</summary>
    Link,

    /// <summary>A time pattern.</summary>
    Pattern,

    /// <summary>A curve.</summary>
    Curve,

    /// <summary>A simple control.</summary>
    Control,

    /// <summary>A rule.</summary>
    Rule,
}
