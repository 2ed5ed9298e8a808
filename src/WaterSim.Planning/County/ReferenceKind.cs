namespace WaterSim.Planning.County;

/// <summary>What an id in the system file must name.</summary>
internal enum ReferenceKind
{
    Reservoir,
    Tank,
    Storage,
    Node,
    Junction,
    Link,
    Pump,
    Town,
    Plant,
    ElevatedTank,
    Booster,
    Source,
    Interconnection,
}
