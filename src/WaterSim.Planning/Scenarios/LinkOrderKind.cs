namespace WaterSim.Planning.Scenarios;

/// <summary>What may be wanted of a link.</summary>
internal enum LinkOrderKind
{
    Close,
    Open,
    Set,
}
