using System.Globalization;
using System.Text;
using JiaheLayout.Facts;

namespace JiaheLayout.Output;

/// <summary>Writes <c>economy:</c> and <c>standards:</c>.</summary>
internal static class EconomyYaml
{
    public static void Append(StringBuilder text)
    {
        var parts = string.Join("\n", Economy.Parts.Select(p => string.Create(
            CultureInfo.InvariantCulture,
            $"    - {{ part: {p.Part}, million_yuan: {Economy.InvestedMillionYuan * p.Share:0.###}, life_years: {p.Life}, maintenance: {p.Maintenance} }}")));
        text.Append(string.Create(CultureInfo.InvariantCulture, $$"""
            economy:
              tariffs:
                - { class: urban, yuan_m3: {{Economy.TariffYuanM3}} }
                - { class: rural, yuan_m3: {{Economy.TariffYuanM3}} }
              investment:
            {{parts}}
              interest: {{Economy.Interest}}
              fixed_yuan_per_year: {{Economy.FixedYuanPerYear}}
              pipe_cost_exponent: {{Economy.PipeCostExponent}}
              consumption: { unbilled: {{Economy.Unbilled}}, unauthorised: 0, meter_error: 0 }
            standards:
              tap_max_m: {{Limits.TapMaxM}}
              hydrant_min_m: {{Limits.HydrantMinM}}
              leakage_max: {{Limits.LeakageMax}}
              leakage_target: {{Limits.LeakageTarget}}
              rural_min_l: {{Limits.RuralMinL}}
              rural_penetration_min: {{Limits.RuralPenetrationMin}}
              days_short_below: {{Limits.DaysShortBelow}}
              pump_max_kwh_per_1000m3_mpa: {{Limits.PumpMaxKwh}}

            """).ReplaceLineEndings("\n"));
    }
}
