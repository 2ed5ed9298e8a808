namespace WaterSim.Hydraulics;

/// <summary>Heads between which a tank works.</summary>
/// <param name="LowestHead">Head at the minimum level, m.</param>
/// <param name="HighestHead">Head at the maximum level, m.</param>
/// <param name="CanOverflow">True: a full tank goes on taking water and spills it.</param>
internal sealed record TankLimits(double LowestHead, double HighestHead, bool CanOverflow);
