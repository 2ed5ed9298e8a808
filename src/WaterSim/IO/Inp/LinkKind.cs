namespace WaterSim.IO.Inp;

/// <summary>What kind of link a draft is.</summary>
internal enum LinkKind
{
    Pipe,
    Pump,
    Valve,
}
