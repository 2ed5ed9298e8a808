namespace WaterSim.Model;

/// <summary>When a simple control acts.</summary>
public abstract record ControlCondition;
