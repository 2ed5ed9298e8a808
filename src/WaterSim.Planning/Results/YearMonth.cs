namespace WaterSim.Planning.Results;

/// <summary>The days of a calendar month that were run. Volumes are m3 of all of them.</summary>
/// <param name="From">Its first day that was run.</param>
/// <param name="Days">How many were run.</param>
/// <param name="Needed">What all communities would have used.</param>
/// <param name="Delivered">What they were given.</param>
/// <param name="Inflow">Inflow of the sources.</param>
/// <param name="Rain">Rain on reservoirs.</param>
/// <param name="Evaporation">Evaporation from reservoirs.</param>
/// <param name="Seepage">Seepage from reservoirs.</param>
/// <param name="Release">Left to streams and fields.</param>
/// <param name="Draw">Drawn for supply.</param>
/// <param name="Spill">Spilled.</param>
/// <param name="Storage">Stored in all sources in the evening of its last day.</param>
public sealed record YearMonth(
    DateOnly From, int Days, double Needed, double Delivered, double Inflow, double Rain, double Evaporation, double Seepage,
    double Release, double Draw, double Spill, double Storage);
