using System.Globalization;
using System.Text;
using JiaheLayout.Facts;

namespace JiaheLayout.Output;

/// <summary>Writes <c>dispatch:</c>.</summary>
internal static class DispatchYaml
{
    private const double CubicMetersPerDayOfLps = 86.4;

    private const string Ladder = """
          stages:
            - id: shift
              name: { en: Shift to fuller reservoirs, zh: 均衡调度 }
              watch: lowest
              below: 0.6
              until: 0.65
              balance_yuan_m3: 4
            - id: cap
              name: { en: Cap low reservoirs and draw on standby sources, zh: 限量取水 }
              watch: lowest
              below: 0.4
              until: 0.45
              cap_days: 90
              standby: true
            - id: link
              name: { en: Open all links, zh: 全网互济 }
              watch: lowest
              below: 0.25
              until: 0.3
              open_links: true
            - id: save
              name: { en: Save water in towns, zh: 城镇节水 }
              watch: county
              below: 0.25
              until: 0.3
              release_factor: 0.5
              rations:
                - { class: urban, use: domestic, share: 0.9 }
                - { class: urban, use: public, share: 0.9 }
                - { class: urban, use: industry, share: 0.7 }
                - { class: rural, use: industry, share: 0.7 }
            - id: timed
              name: { en: Timed supply, zh: 定时供水 }
              watch: county
              below: 0.1
              until: 0.15
              days_left: 30
              rations:
                - { class: rural, use: domestic, share: 0.85 }
                - { class: urban, use: domestic, share: 0.7 }
                - { class: rural, use: public, share: 0.6 }
                - { class: urban, use: public, share: 0.6 }
                - { class: rural, use: industry, share: 0.3 }
                - { class: urban, use: industry, share: 0.3 }
              supply_hours: [6, 7, 8, 11, 12, 17, 18, 19, 20]

        """;

    public static void Append(StringBuilder text)
    {
        text.Append("dispatch:\n  required_pressure_m: 10\n  balance_yuan_m3: 0.5\n  tank_recovery: 0.5\n  plants:\n");
        foreach (var (plant, chemical, energy, raw) in Dispatch.Costs)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{ id: {plant}, loss: {Dispatch.Loss}, chemical_yuan_m3: {chemical}, energy_yuan_m3: {energy}, raw_water_yuan_m3: {raw}");
            text.Append(plant == "W1" ? ", outages: [{ from: 2026-11-09, to: 2026-11-20, available: 0.7 }] }\n" : " }\n");
        }

        text.Append("  links:\n");
        foreach (var (link, capacity, direction) in Dispatch.Links)
        {
            var normal = Interconnections.All.Single(x => x.Id == link).Setting * CubicMetersPerDayOfLps;
            text.Append(CultureInfo.InvariantCulture, $"    - {{ id: {link}, capacity_m3d: {capacity}, ");
            text.Append(normal > 0 ? string.Create(CultureInfo.InvariantCulture, $"normal_m3d: {normal:0.#}, ") : "");
            text.Append(CultureInfo.InvariantCulture, $"direction: {direction}, cost_yuan_m3: 0.02");
            text.Append(normal > 0 ? " }\n" : ", only_in_drought: true }\n");
        }

        text.Append("  priorities:\n");
        foreach (var (of, use, penalty) in Dispatch.Priorities)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{ class: {of}, use: {use}, penalty_yuan_m3: {penalty} }}\n");
        }

        text.Append(Ladder.ReplaceLineEndings("\n"));
    }
}
