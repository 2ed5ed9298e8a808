using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.County;

/// <summary>A county of one plant, one town and one village, and its network.</summary>
internal static class SmallCounty
{
    public const string Yaml = """
        schema: watersim-system/1
        name: { en: Small County, zh: 小县 }
        network: network.inp
        origin: { lon: 112.37, lat: 25.64 }
        people: 1500
        sources:
          - { id: R, name: { en: Lake, zh: 湖 }, kind: reservoir, duty: in_use, plants: [W] }
        plants:
          - { id: W, name: { en: Works }, capacity_m3d: 8640, intake: [IN], clear_well: CW, outlets: [OUT], node: CW }
        tanks:
          - { id: T, name: { en: Hill tank }, town: Z }
        boosters:
          - { id: P, name: { en: Booster }, town: Z, duty: [PA], standby: [PB] }
        interconnections: []
        quality:
          step_min: 5
          initial_mg_per_l: 0.3
          bulk_per_day: -0.5
          walls:
            - { from_mm: 0, wall_m_per_day: -0.02 }
            - { from_mm: 145, wall_m_per_day: -0.1 }
          plants:
            - { id: W, dose_mg_per_l: 0.7 }
          tanks:
            - { id: T, below_mg_per_l: 0.2, to_mg_per_l: 0.4 }
          boosters:
            - { id: P, below_mg_per_l: 0.15, to_mg_per_l: 0.35 }
          limits: { plant_min_mg_per_l: 0.3, tap_min_mg_per_l: 0.05, max_mg_per_l: 2 }
        towns:
          - { id: Z, name: { en: Town }, people: 1500, villages: 1 }
        communities:
          - { id: Z-C, name: { en: Centre }, town: Z, class: urban, people: 1000, service_head_m: 20, nodes: [A] }
          - { id: Z-V, name: { en: Village }, town: Z, class: rural, people: 500, service_head_m: 12, nodes: [B, C] }

        """;

    public static Network Network { get; } = new()
    {
        Nodes =
        [
            new Junction { Id = "A", Elevation = 10, Demands = [new(0.010)] },
            new Junction { Id = "B", Elevation = 20, Demands = [new(0.002)] },
            new Junction { Id = "C", Elevation = 20, Demands = [new(0.001)] },
            new Junction { Id = "J", Elevation = 10 },
            new Reservoir { Id = "R", Head = 60 },
            new Tank { Id = "CW", Elevation = 50, InitialLevel = 2, MaximumLevel = 4, Diameter = 20 },
            new Tank { Id = "T", Elevation = 45, InitialLevel = 2, MaximumLevel = 4, Diameter = 10 },
        ],
        Links =
        [
            new Pipe { Id = "IN", FromNode = "R", ToNode = "CW", Length = 100, Diameter = 0.3, Roughness = 120 },
            new Pipe { Id = "OUT", FromNode = "CW", ToNode = "A", Length = 100, Diameter = 0.3, Roughness = 120 },
            new Pipe { Id = "AT", FromNode = "A", ToNode = "T", Length = 100, Diameter = 0.2, Roughness = 120 },
            new Pipe { Id = "BC", FromNode = "B", ToNode = "C", Length = 100, Diameter = 0.1, Roughness = 120 },
            new Pump { Id = "PA", FromNode = "A", ToNode = "B", Power = 1000 },
            new Pump { Id = "PB", FromNode = "A", ToNode = "B", Power = 1000, InitialStatus = LinkStatus.Closed },
        ],
    };

    /// <summary>Reads a system file's text against <see cref="Network"/>.</summary>
    public static CountyReadResult Read(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("network.inp", "");
        folder.Write("system.yaml", yaml);
        return CountySystemReader.Load(folder.Path, _ => (Network, []));
    }

    /// <summary>
    /// Reads the good file with one piece replaced; <c>@</c> in the new piece marks where the fault must be reported.
    /// </summary>
    public static (CountyReadResult Result, int Line, int Column) ReadWith(string piece, string replacement)
    {
        Assert.Contains(piece, Yaml, StringComparison.Ordinal);
        var marked = Yaml.Replace(piece, replacement, StringComparison.Ordinal);
        var at = marked.IndexOf('@', StringComparison.Ordinal);
        Assert.True(at >= 0, "the replacement marks the place with @");
        var before = marked[..at];
        return (
            Read(marked.Remove(at, 1)),
            before.Count(c => c == '\n') + 1,
            at - (before.LastIndexOf('\n') + 1) + 1);
    }
}
