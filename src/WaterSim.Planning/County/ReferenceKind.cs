namespace WaterSim.Planning.County;

/// <summary>What an id in the system file, or in a scenario, must name.</summary>
internal enum ReferenceKind
{
    Reservoir,
    Tank,
    Storage,
    Node,
    Junction,
    Link,
    Pump,
    Pipe,
    Valve,
    Town,
    Plant,
    ElevatedTank,
    Booster,
    Source,
    Interconnection,
}
