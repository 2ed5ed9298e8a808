namespace WaterSim.Generation;

/// <summary>A town of the plan.</summary>
/// <param name="X">Easting of the junction where its trunk main arrives, m.</param>
/// <param name="Y">Northing of it, m.</param>
/// <param name="HasPlant">True: a treatment plant stands beside it.</param>
/// <param name="HasTank">True: it has an elevated tank.</param>
/// <param name="Weight">Its share of the county's nodes, in parts of the sum over all towns.</param>
internal readonly record struct TownSite(double X, double Y, bool HasPlant, bool HasTank, int Weight);
