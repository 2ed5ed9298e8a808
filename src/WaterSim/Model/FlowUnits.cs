namespace WaterSim.Model;

/// <summary>EPANET's eleven flow units. The first five go with US customary units, the rest with SI.</summary>
public enum FlowUnits
{
    /// <summary>CFS, ft3/s.</summary>
    CubicFeetPerSecond,

    /// <summary>GPM, US gallons per minute.</summary>
    GallonsPerMinute,

    /// <summary>MGD, million US gallons per day.</summary>
    MillionGallonsPerDay,

    /// <summary>IMGD, million imperial gallons per day.</summary>
    MillionImperialGallonsPerDay,

    /// <summary>AFD, acre-feet per day.</summary>
    AcreFeetPerDay,

    /// <summary>LPS, L/s.</summary>
    LitersPerSecond,

    /// <summary>LPM, L/min.</summary>
    LitersPerMinute,

    /// <summary>MLD, ML/d.</summary>
    MegalitersPerDay,

    /// <summary>CMH, m3/h.</summary>
    CubicMetersPerHour,

    /// <summary>CMD, m3/d.</summary>
    CubicMetersPerDay,

    /// <summary>CMS, m3/s.</summary>
    CubicMetersPerSecond,
}
