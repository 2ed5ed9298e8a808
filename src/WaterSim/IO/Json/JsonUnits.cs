using System.Collections.Frozen;
using WaterSim.Model;

namespace WaterSim.IO.Json;

/// <summary>The units that stand in the names of properties, such as <c>elevation_m</c>.</summary>
/// <remarks>
/// Times end in <c>_s</c> by themselves. A number without a unit in its name has none, or one that depends: roughness
/// on the friction law, a valve's setting on its kind, points of a curve on its kind, a rule's value on its attribute.
/// </remarks>
internal static class JsonUnits
{
    private static readonly FrozenDictionary<(Type, string), string> Suffixes = new Dictionary<(Type, string), string>
    {
        [(typeof(Junction), nameof(Junction.Elevation))] = "m",
        [(typeof(Junction), nameof(Junction.EmitterCoefficient))] = "m3s",
        [(typeof(Junction), nameof(Junction.MinimumPressure))] = "m",
        [(typeof(Junction), nameof(Junction.RequiredPressure))] = "m",
        [(typeof(QualityOptions), nameof(QualityOptions.Diffusivity))] = "m2s",
        [(typeof(Demand), nameof(Demand.Base))] = "m3s",
        [(typeof(Reservoir), nameof(Reservoir.Head))] = "m",
        [(typeof(Tank), nameof(Tank.Elevation))] = "m",
        [(typeof(Tank), nameof(Tank.InitialLevel))] = "m",
        [(typeof(Tank), nameof(Tank.MinimumLevel))] = "m",
        [(typeof(Tank), nameof(Tank.MaximumLevel))] = "m",
        [(typeof(Tank), nameof(Tank.Diameter))] = "m",
        [(typeof(Tank), nameof(Tank.MinimumVolume))] = "m3",
        [(typeof(Pipe), nameof(Pipe.Length))] = "m",
        [(typeof(Pipe), nameof(Pipe.Diameter))] = "m",
        [(typeof(Pipe), nameof(Pipe.LeakArea))] = "m2_per_m",
        [(typeof(Pipe), nameof(Pipe.LeakExpansion))] = "m2_per_m_per_m",
        [(typeof(Pump), nameof(Pump.Power))] = "w",
        [(typeof(Pump), nameof(Pump.EnergyPrice))] = "per_kwh",
        [(typeof(Valve), nameof(Valve.Diameter))] = "m",
        [(typeof(LevelCondition), nameof(LevelCondition.Threshold))] = "m",
        [(typeof(HydraulicOptions), nameof(HydraulicOptions.Viscosity))] = "m2s",
        [(typeof(HydraulicOptions), nameof(HydraulicOptions.HeadError))] = "m",
        [(typeof(HydraulicOptions), nameof(HydraulicOptions.FlowChange))] = "m3s",
        [(typeof(HydraulicOptions), nameof(HydraulicOptions.MinimumPressure))] = "m",
        [(typeof(HydraulicOptions), nameof(HydraulicOptions.RequiredPressure))] = "m",
        [(typeof(EnergyOptions), nameof(EnergyOptions.Efficiency))] = "percent",
        [(typeof(EnergyOptions), nameof(EnergyOptions.Price))] = "per_kwh",
        [(typeof(EnergyOptions), nameof(EnergyOptions.DemandCharge))] = "per_kw",
    }.ToFrozenDictionary();

    /// <summary>The unit of a property, or null where none stands in its name.</summary>
    public static string? Of(Type owner, string property, Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(TimeSpan) ? "s" : Suffixes.GetValueOrDefault((owner, property));
}
