namespace WaterSim.Generation;

/// <summary>Who draws water, and so by which pattern.</summary>
internal enum DemandKind
{
    /// <summary>Homes and shops of a town.</summary>
    Town,

    /// <summary>Farms and homes of a village.</summary>
    Village,

    /// <summary>A works with shifts.</summary>
    Industry,
}
