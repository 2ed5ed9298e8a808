namespace WaterSim.Planning.County;

/// <summary>A point of a spring's yield curve.</summary>
/// <param name="Wetness">Inflow of the last days over that of the same days of an average year, -.</param>
/// <param name="Yield">m3 a day.</param>
public readonly record struct YieldPoint(double Wetness, double Yield);
