namespace WaterSim.Planning.Resources;

/// <summary>A cap on what may be drawn from reservoirs that have come low.</summary>
/// <param name="Below">Live share below which it holds, -.</param>
/// <param name="Days">Days that live storage is made to last, d: a day draws at most live storage over these.</param>
public sealed record StorageCap(double Below, double Days);
