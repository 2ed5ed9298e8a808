namespace WaterSim.Plots.Map;

/// <summary>What a symbol of the map stands for.</summary>
internal enum SymbolKind
{
    Source,
    StandbySource,
    Plant,
    Tank,
    Booster,
}
