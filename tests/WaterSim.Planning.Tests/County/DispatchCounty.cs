using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.County;

/// <summary>The small county with demand and dispatch.</summary>
internal static class DispatchCounty
{
    public const string Parts = """
        demand:
          base_year: 2020
          growth_per_year: 0.01
          households:
            - { class: urban, per_head_l: 100, penetration: 1 }
            - { class: rural, per_head_l: 80, penetration: 0.5 }
          uses:
            - { use: domestic, categories: [homes] }
            - { use: industry, categories: [works], growth_per_year: 0.02 }
          months: [1, 1.1, 0.9, 1, 1, 1, 1.2, 1.2, 1, 1, 0.8, 0.8]
          daily_variation: 0.05
          festival: { days_before: 5, days_after: 10, rural_people: 1.2, per_head: 1.5, rural_pattern: HALF }
          leakage: { categories: [leaks], exponent: 1 }
        dispatch:
          required_pressure_m: 10
          balance_yuan_m3: 0.5
          plants:
            - { id: W, loss: 0.05, chemical_yuan_m3: 0.1, outages: [{ from: 2026-03-01, to: 2026-03-05, available: 0.5 }, { from: 2026-04-01, to: 2026-04-01, available: 0 }] }
          links:
            - { id: X, capacity_m3d: 1000, normal_m3d: 100, direction: both }
          priorities:
            - { class: rural, use: domestic, penalty_yuan_m3: 60 }
            - { class: urban, use: domestic, penalty_yuan_m3: 50 }
            - { class: rural, use: public, penalty_yuan_m3: 40 }
            - { class: urban, use: public, penalty_yuan_m3: 30 }
            - { class: rural, use: industry, penalty_yuan_m3: 20 }
            - { class: urban, use: industry, penalty_yuan_m3: 10 }
          stages:
            - id: low
              name: { en: Low }
              watch: lowest
              below: 0.5
              until: 0.6
              balance_yuan_m3: 3
              cap_days: 90
              rations:
                - { class: urban, use: industry, share: 0.7 }
            - id: hard
              name: { en: Hard }
              watch: county
              below: 0.2
              until: 0.3
              days_left: 30
              standby: true
              open_links: true
              cap_days: 120
              rations:
                - { class: urban, use: domestic, share: 0.8 }
              supply_hours: [18, 6, 7]
        towns:
        """;

    public static string Yaml { get; } = SmallCounty.Yaml
        .Replace("duty: in_use, plants: [W] }", "duty: in_use, plants: [W, V] }", StringComparison.Ordinal)
        .Replace("tanks:\n  - { id: T, n", "  - { id: V, name: { en: Small works }, capacity_m3d: 100, clear_well: T, outlets: [AT], node: T }\ntanks:\n  - { id: T, n", StringComparison.Ordinal)
        .Replace("interconnections: []", "interconnections:\n  - { id: X, name: { en: X }, between: [W, V], link: AT, state: open }", StringComparison.Ordinal)
        .Replace("towns:", Parts, StringComparison.Ordinal);

    public static Network Network { get; } = SmallCounty.Network with
    {
        Patterns =
        [
            new Pattern("HALF", [.. Enumerable.Range(0, 24).Select(h => h < 12 ? 0.0 : 1.0)]),
            new Pattern("TWO", [1, 3]),
            new Pattern("ODD", [1, 2, 3, 4, 5]),
        ],
        Nodes = [.. SmallCounty.Network.Nodes.Select(n => n is Junction { Demands.Length: > 0 } j ? Categorised(j) : n)],
    };

    public static CountySystem System => Read(Yaml).System!;

    public static CountyReadResult Read(string yaml, Network? network = null)
    {
        using var folder = new TemporaryFolder();
        folder.Write("network.inp", "");
        folder.Write("system.yaml", yaml);
        return CountySystemReader.Load(folder.Path, _ => (network ?? Network, []));
    }

    private static Junction Categorised(Junction j) => j with
    {
        Demands =
        [
            new(j.Demands[0].Base, "TWO", "homes"),
            .. j.Id == "A" ? (ReadOnlySpan<Demand>)[new(0.004, "HALF", "works")] : [],
            new(0.0001, null, "leaks"),
        ],
    };
}
