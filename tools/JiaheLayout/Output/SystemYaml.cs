using System.Globalization;
using System.Text;
using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Output;

/// <summary>Writes what an INP cannot hold, by id: schema watersim-system/1.</summary>
internal static class SystemYaml
{
    public static string Of(NetworkDraft draft)
    {
        var text = new StringBuilder();
        text.Append("# Laid out by tools/JiaheLayout together with network.inp; README.md marks what is found and what is assumed.\n");
        text.Append("schema: watersim-system/1\n");
        text.Append("name: ").Append(Name("Jiahe County", "嘉禾县")).Append('\n');
        text.Append("network: network.inp\n");
        text.Append(CultureInfo.InvariantCulture, $"origin: {{ lon: {County.OriginLon}, lat: {County.OriginLat} }}\n");
        text.Append(CultureInfo.InvariantCulture, $"people: {Townships.All.Sum(t => t.People)}\n");
        Works(text);
        Quality(text);
        ResourcesYaml.Append(text);
        DemandYaml.Append(text);
        DispatchYaml.Append(text);
        EconomyYaml.Append(text);
        text.Append("towns:\n");
        foreach (var t in Townships.All)
        {
            Item(text, t.Id, t.En, t.Zh, $"people: {t.People}, villages: {t.Villages}");
        }

        text.Append("communities:\n");
        foreach (var c in draft.Communities)
        {
            var kind = c.Urban ? "urban" : "rural";
            Item(text, c.Id, c.En, c.Zh,
                $"town: {c.Township}, class: {kind}, people: {c.People}, service_head_m: {c.ServiceHeadM}, nodes: [{string.Join(", ", c.Nodes)}]");
        }

        return text.ToString();
    }

    private static void Works(StringBuilder text)
    {
        text.Append("sources:\n");
        foreach (var s in WaterSources.All)
        {
            Item(text, s.Id, s.En, s.Zh, $"kind: {s.Kind}, duty: {(s.InUse ? "in_use" : "standby")}, plants: [{s.Plant}]");
        }

        text.Append("plants:\n");
        foreach (var p in Plants.All)
        {
            Item(text, p.Id, p.En, p.Zh,
                $"capacity_m3d: {p.CapacityM3d}, intake: [{Intake(p)}], clear_well: {p.Id}-CW, outlets: [{p.Id}-OUT], node: {p.Id}-CW");
        }

        text.Append("tanks:\n");
        foreach (var t in ElevatedTanks.All)
        {
            Item(text, t.Id, t.En, t.Zh, $"town: {t.Town}");
        }

        text.Append("boosters:\n");
        foreach (var b in Boosters.All)
        {
            Item(text, b.Id, b.En, b.Zh, $"town: {b.Town}, duty: [{b.Id}A], standby: [{b.Id}B]");
        }

        text.Append("interconnections:\n");
        foreach (var x in Interconnections.All)
        {
            Item(text, x.Id, x.En, x.Zh, $"between: [{x.PlantA}, {x.PlantB}], link: {x.Link}, state: {x.State}");
        }
    }

    private static void Quality(StringBuilder text)
    {
        text.Append("quality:\n");
        text.Append(CultureInfo.InvariantCulture, $"  step_min: {Chlorine.StepMin}\n");
        text.Append(CultureInfo.InvariantCulture, $"  initial_mg_per_l: {Chlorine.InitialMgPerL}\n");
        text.Append(CultureInfo.InvariantCulture, $"  bulk_per_day: {Chlorine.BulkPerDay}\n");
        text.Append("  walls:\n");
        foreach (var (from, coefficient) in Chlorine.Walls)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{ from_mm: {from}, wall_m_per_day: {coefficient} }}\n");
        }

        text.Append("  plants:\n");
        foreach (var p in Plants.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{ id: {p.Id}, dose_mg_per_l: {Chlorine.PlantDoseMgPerL} }}\n");
        }

        Redosing(text, "tanks", ElevatedTanks.All.Select(t => t.Id));
        Redosing(text, "boosters", Boosters.All.Select(b => b.Id));
        text.Append(CultureInfo.InvariantCulture, $"  limits: {{ plant_min_mg_per_l: {Chlorine.PlantMinMgPerL}, tap_min_mg_per_l: {Chlorine.TapMinMgPerL}, max_mg_per_l: {Chlorine.MaxMgPerL} }}\n");
    }

    private static void Redosing(StringBuilder text, string key, IEnumerable<string> ids)
    {
        text.Append("  ").Append(key).Append(":\n");
        foreach (var id in ids)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{ id: {id}, below_mg_per_l: {Chlorine.RedoseBelowMgPerL}, to_mg_per_l: {Chlorine.RedoseToMgPerL} }}\n");
        }
    }

    /// <summary>The raw-water mains of a plant, those of standby sources included.</summary>
    private static string Intake(Plant plant) =>
        string.Join(", ", WaterSources.All.Where(s => s.Plant == plant.Id).Select(s => plant.Id + (s.InUse ? "-IN" : "-SB")));

    private static void Item(StringBuilder text, string id, string en, string zh, string rest) =>
        text.Append("  - { id: ").Append(id).Append(", name: ").Append(Name(en, zh)).Append(", ").Append(rest).Append(" }\n");

    private static string Name(string en, string zh) => $"{{ en: {en}, zh: {zh} }}";
}
