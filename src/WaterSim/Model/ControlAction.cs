namespace WaterSim.Model;

/// <summary>What a control does to a link: a status, a setting, or both where a speed of 0 means closed.</summary>
/// <param name="Status">New status, or null to leave it to the setting.</param>
/// <param name="Setting">New setting in the link's SI unit (pump: relative speed), or null.</param>
public readonly record struct ControlAction(LinkStatus? Status, double? Setting);
