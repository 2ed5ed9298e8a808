
namespace WaterSim.Planning.Indicators;

/// <summary>A judgement by a standard as a table has it.</summary>
/// <param name="Id">The standard's id: <c>service_head</c>.</param>
/// <param name="Name">Its name, English.</param>
/// <param name="Limit">What it asks for, in <paramref name="Unit"/>; null where that differs from community to community.</param>
/// <param name="Value">The worst found, in <paramref name="Unit"/>; null where there is none.</param>
/// <param name="Unit">The unit as shown.</param>
/// <param name="Passes">Whether it holds for all; null where the run does not tell.</param>
/// <param name="PeopleFailing">People for whom it does not hold; null where it is not about people.</param>
public sealed record StandardRow(
    string Id, string Name, double? Limit, double? Value, string Unit, bool? Passes, int? PeopleFailing)
{
    private const double LitersPerCubicMeter = 1000;
    private const double Percent = 100;

    /// <summary>The verdict as a table writes it: <c>pass</c>, <c>fail</c> or <c>unknown</c>.</summary>
    public string Verdict => Passes switch { true => "pass", false => "fail", _ => "unknown" };

    /// <summary>The row of a judgement.</summary>
    /// <param name="result">The judgement.</param>
    public static StandardRow Of(StandardResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (id, name, factor, unit) = result.Standard switch
        {
            Standard.ServiceHead => ("service_head", "Pressure at least the service head", 1, "m"),
            Standard.MaximumHead => ("maximum_head", "Pressure at taps at most", 1, "m"),
            Standard.HydrantHead => ("hydrant_head", "Pressure for hydrants in towns at least", 1, "m"),
            Standard.PlantChlorine => ("plant_chlorine", "Chlorine leaving plants at least", 1, "mg/L"),
            Standard.TapChlorine => ("tap_chlorine", "Chlorine at taps at least", 1, "mg/L"),
            Standard.MaximumChlorine => ("maximum_chlorine", "Chlorine at taps at most", 1, "mg/L"),
            Standard.RuralPerHead => ("rural_per_head", "Household use of villagers at least", LitersPerCubicMeter, "L/d"),
            Standard.RuralPenetration => ("rural_penetration", "Villagers with a tap at least", Percent, "%"),
            Standard.Leakage => ("leakage", "Gross loss rate at most", Percent, "%"),
            Standard.LeakageTarget => ("leakage_target", "Gross loss rate aimed at, at most", Percent, "%"),
            Standard.PumpEnergy => (
                "pump_energy", "Energy of pumps at most", EnergyIndicators.PerfectPump, "kWh/(1000 m3 MPa)"),
            _ => ("days_short", "Days short of water fewer than", 1.0, "d"),
        };
        return new StandardRow(
            id, name, result.Limit * factor, result.Value * factor, unit, result.Passes, result.PeopleFailing);
    }
}
