using Spectre.Console;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Chlorine, age and origin of a county's water over the last day.</summary>
internal static class CountyQualitySection
{
    private const int MostBelow = 20;

    // Shares that would be printed as 0 %.
    private const double LeastShare = 0.005;

    /// <summary>Prints what was followed, if anything was.</summary>
    public static void Write(IAnsiConsole console, RunSummary summary, string language)
    {
        if (summary is not { CountyQuality: { } quality, Service.People: var people })
        {
            return;
        }

        var facts = new FactList();
        if (quality.Chlorine is { } chlorine)
        {
            Chlorine(facts, chlorine, people, language);
        }

        if (quality.Age is { } age)
        {
            facts.Add("Water age", $"mean {Hours(age.Mean)} h of what is drawn on the last day");
            facts.Add("Water age", Oldest(age.Oldest, language));
        }

        facts.WriteTo(console);
        console.WriteLine();
        Below(quality, language).WriteTo(console);
        Towns(summary, quality, language).WriteTo(console);
    }

    private static void Chlorine(FactList facts, ChlorineSummary chlorine, int people, string language)
    {
        var limits = chlorine.Limits;
        facts.Add(
            "Chlorine",
            $"{Say.Count(chlorine.PeopleAtOrAbove)} of {Say.Count(people)} people have at least {Limit(limits.TapMinimum)} mg/L "
            + "at all times of the last day");
        facts.Add("Chlorine", $"{Say.Count(chlorine.PeopleAboveMaximum)} people have more than {Limit(limits.Maximum)} mg/L at some time");
        if (chlorine.Lowest is { } lowest)
        {
            facts.Add(
                "Chlorine",
                $"lowest {Concentration(lowest.LowestChlorine)} mg/L at {lowest.LowestChlorineNode} ({lowest.Community.Name.In(language)})");
        }

        if (chlorine.Plants.MinBy(p => p.Lowest) is { } plant)
        {
            facts.Add(
                "Chlorine",
                $"at least {Concentration(plant.Lowest)} mg/L leaves the plants, least at {plant.Plant.Id}"
                + (plant.Lowest < limits.PlantOutletMinimum ? $": below {Limit(limits.PlantOutletMinimum)}" : ""));
        }
    }

    private static TextTable Below(CountyQuality quality, string language)
    {
        var table = new TextTable(
            $"Too little chlorine on the last day (below {Limit(quality.Chlorine?.Limits.TapMinimum ?? 0)} mg/L)",
            "<Community", "<Town", "People", "Lowest, mg/L", "<at", "Oldest, h");
        var below = quality.Chlorine?.Below ?? [];
        foreach (var community in below.Take(MostBelow))
        {
            table.Add(
                community.Community.Name.In(language),
                community.Community.Town,
                Say.Count(community.Community.People),
                Concentration(community.LowestChlorine),
                community.LowestChlorineNode ?? "",
                Hours(community.OldestAge));
        }

        if (below.Length > MostBelow)
        {
            table.Add($"and {below.Length - MostBelow} more");
        }

        return table;
    }

    private static TextTable Towns(RunSummary summary, CountyQuality quality, string language)
    {
        var headings = new List<string> { "<Town" };
        headings.AddRange(quality.Chlorine is null ? [] : ["Lowest, mg/L"]);
        headings.AddRange(quality.Age is null ? [] : ["Mean age, h", "Oldest, h"]);
        headings.AddRange(quality.Sources.IsEmpty ? [] : ["<From, %"]);
        var names = summary.Sources.ToDictionary(s => s.Id, s => s.Source?.Name.In(language) ?? s.Id, StringComparer.Ordinal);
        var table = new TextTable("Water by town on the last day", [.. headings]);
        foreach (var town in quality.Towns)
        {
            var cells = new List<string> { town.Town.Name.In(language) };
            cells.AddRange(quality.Chlorine is null ? [] : [Concentration(town.LowestChlorine)]);
            cells.AddRange(quality.Age is null ? [] : [Hours(town.MeanAge), Hours(town.OldestAge)]);
            cells.Add(string.Join(", ", quality.Sources.Zip(town.Shares)
                .Where(s => s.Second >= LeastShare)
                .OrderByDescending(s => s.Second)
                .Select(s => $"{names.GetValueOrDefault(s.First, s.First)} {Say.Percent(s.Second)}")));
            table.Add([.. cells[..headings.Count]]);
        }

        return table;
    }

    private static string Oldest(CommunityQuality? community, string language) => community is null
        ? "-"
        : $"oldest {Hours(community.OldestAge)} h at {community.OldestAgeNode} ({community.Community.Name.In(language)})";

    private static string Limit(double concentration) => concentration.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static string Concentration(double? value) => value is { } v ? Say.Number(v, 3) : "-";

    private static string Hours(double? age) => age is { } a ? Say.Number(ReportUnits.Hours(a), 1) : "-";
}
