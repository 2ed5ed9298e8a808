namespace WaterSim.IO.Inp;

/// <summary>What kind of node a draft is.</summary>
internal enum NodeKind : byte
{
    Junction,
    Reservoir,
    Tank,
}
