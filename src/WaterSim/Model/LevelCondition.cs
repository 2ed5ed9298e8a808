namespace WaterSim.Model;

/// <summary>Acts while a tank's level, or a junction's pressure head, is above or below a threshold.</summary>
/// <param name="NodeId">The tank, reservoir or junction watched.</param>
/// <param name="Above">True: acts at or above the threshold; false: at or below.</param>
/// <param name="Threshold">Tank level above its bottom, or junction pressure head, m.</param>
public sealed record LevelCondition(string NodeId, bool Above, double Threshold) : ControlCondition;
