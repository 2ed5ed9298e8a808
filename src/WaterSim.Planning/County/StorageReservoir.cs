using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>What a reservoir stores, gains and must leave in the stream.</summary>
public sealed record StorageReservoir
{
    /// <summary>Id of the <see cref="WaterSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Catchment, m2.</summary>
    public required double Catchment { get; init; }

    /// <summary>Level, area and volume, rising in all three from the bottom; at least two points. The last is the spillway's crest or above.</summary>
    public required ImmutableArray<StoragePoint> Curve { get; init; }

    /// <summary>Level below which nothing can be drawn, m; volume there is dead storage.</summary>
    public required double DeadLevel { get; init; }

    /// <summary>Level below which nothing is drawn for supply, m; at or above the dead level.</summary>
    public required double FloorLevel { get; init; }

    /// <summary>Normal level, above which water spills, m.</summary>
    public required double NormalLevel { get; init; }

    /// <summary>Live storage at the start of a year, - of that at normal level; live is what stands above the supply floor.</summary>
    public required double InitialLive { get; init; }

    /// <summary>Seepage in a day, - of the volume stored.</summary>
    public double Seepage { get; init; }

    /// <summary>Water left to the stream and to fields, m3 a day, by month, January first; twelve, or empty for none.</summary>
    public ImmutableArray<double> Release { get; init; } = [];
}
