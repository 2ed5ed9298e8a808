namespace WaterSim.Planning.County;

/// <summary>The parts of a water supply that money was put into.</summary>
public enum AssetPart
{
    /// <summary>Treatment plants with intakes and clear wells.</summary>
    Plants,

    /// <summary>Mains and service pipes.</summary>
    Pipes,

    /// <summary>Elevated tanks.</summary>
    Tanks,

    /// <summary>Pumping stations.</summary>
    Pumps,
}
