namespace WaterSim.Planning.Coupling;

/// <summary>A source's year, m3.</summary>
/// <param name="Inflow">From the catchment, or a spring's yield.</param>
/// <param name="Rain">On the water itself.</param>
/// <param name="Evaporation">From the water itself.</param>
/// <param name="Seepage">Into the ground.</param>
/// <param name="Release">To the stream and to fields.</param>
/// <param name="Draw">For supply.</param>
/// <param name="Spill">Over the spillway.</param>
/// <param name="StorageChange">Stored at the end less at the start.</param>
/// <param name="LowestLiveShare">Least live share, -; NaN of springs.</param>
/// <param name="LowestOn">The day of it.</param>
public sealed record SourceYear(
    double Inflow, double Rain, double Evaporation, double Seepage, double Release, double Draw, double Spill,
    double StorageChange, double LowestLiveShare, DateOnly LowestOn);
