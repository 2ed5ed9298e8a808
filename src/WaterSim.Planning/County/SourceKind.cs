namespace WaterSim.Planning.County;

/// <summary>Kinds of water source.</summary>
public enum SourceKind
{
    /// <summary>An impounding reservoir.</summary>
    Reservoir,

    /// <summary>A spring, which stores nothing.</summary>
    Spring,
}
