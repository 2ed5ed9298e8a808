namespace WaterSim.Model;

/// <summary>Demand models.</summary>
public enum DemandModel
{
    /// <summary>Demand is drawn whatever the pressure.</summary>
    DemandDriven,

    /// <summary>Demand falls with pressure below the required pressure.</summary>
    PressureDriven,
}
