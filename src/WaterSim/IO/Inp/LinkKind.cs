namespace WaterSim.IO.Inp;

/// <summary>What kind of link a draft is.</summary>
internal enum LinkKind : byte
{
    Pipe,
    Pump,
    Valve,
}
