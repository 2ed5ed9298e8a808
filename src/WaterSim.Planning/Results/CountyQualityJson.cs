using System.Collections.Immutable;
using System.Text.Json;

namespace WaterSim.Planning.Results;

/// <summary>Writes the quality part of a summary: g/m3, seconds, shares from 0 to 1.</summary>
internal static class CountyQualityJson
{
    public static void Write(Utf8JsonWriter json, CountyQuality? quality)
    {
        if (quality is null)
        {
            json.WriteNull("county_quality");
            return;
        }

        json.WriteStartObject("county_quality");
        Chlorine(json, quality.Chlorine);
        Age(json, quality.Age);
        RunSummaryJson.Array(json, "towns", quality.Towns, (to, town) =>
        {
            to.WriteString("id", town.Town.Id);
            RunSummaryJson.Name(to, "name", town.Town.Name);
            Number(to, "lowest_chlorine_gm3", town.LowestChlorine);
            Number(to, "mean_age_s", town.MeanAge);
            Number(to, "oldest_age_s", town.OldestAge);
            Shares(to, quality.Sources, town.Shares);
        });
        RunSummaryJson.Array(json, "communities", quality.Communities, (to, community) =>
        {
            Community(to, community);
            Shares(to, quality.Sources, community.Shares);
        });
        json.WriteEndObject();
    }

    private static void Chlorine(Utf8JsonWriter json, ChlorineSummary? chlorine)
    {
        if (chlorine is null)
        {
            json.WriteNull("chlorine");
            return;
        }

        json.WriteStartObject("chlorine");
        Number(json, "plant_min_gm3", chlorine.Limits.PlantOutletMinimum);
        Number(json, "tap_min_gm3", chlorine.Limits.TapMinimum);
        Number(json, "max_gm3", chlorine.Limits.Maximum);
        json.WriteNumber("people_at_or_above", chlorine.PeopleAtOrAbove);
        json.WriteNumber("people_above_max", chlorine.PeopleAboveMaximum);
        Number(json, "lowest_gm3", chlorine.Lowest?.LowestChlorine);
        json.WriteString("lowest_community", chlorine.Lowest?.Community.Id);
        json.WriteString("lowest_node", chlorine.Lowest?.LowestChlorineNode);
        Number(json, "balance_ratio", chlorine.BalanceRatio);
        RunSummaryJson.Array(json, "plants", chlorine.Plants, (to, plant) =>
        {
            to.WriteString("id", plant.Plant.Id);
            Number(to, "lowest_gm3", plant.Lowest);
        });
        RunSummaryJson.Array(json, "below", chlorine.Below, Community);
        json.WriteEndObject();
    }

    private static void Age(Utf8JsonWriter json, AgeSummary? age)
    {
        if (age is null)
        {
            json.WriteNull("age");
            return;
        }

        json.WriteStartObject("age");
        Number(json, "mean_s", age.Mean);
        Number(json, "oldest_s", age.Oldest?.OldestAge);
        json.WriteString("oldest_community", age.Oldest?.Community.Id);
        json.WriteString("oldest_node", age.Oldest?.OldestAgeNode);
        json.WriteEndObject();
    }

    private static void Community(Utf8JsonWriter json, CommunityQuality community)
    {
        json.WriteString("id", community.Community.Id);
        RunSummaryJson.Name(json, "name", community.Community.Name);
        json.WriteNumber("people", community.Community.People);
        Number(json, "lowest_chlorine_gm3", community.LowestChlorine);
        json.WriteString("lowest_chlorine_node", community.LowestChlorineNode);
        Number(json, "highest_chlorine_gm3", community.HighestChlorine);
        Number(json, "mean_age_s", community.MeanAge);
        Number(json, "oldest_age_s", community.OldestAge);
        json.WriteString("oldest_age_node", community.OldestAgeNode);
    }

    private static void Shares(Utf8JsonWriter json, ImmutableArray<string> sources, ImmutableArray<double> shares)
    {
        json.WriteStartObject("shares");
        for (var c = 0; c < shares.Length; c++)
        {
            Number(json, sources[c], shares[c]);
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string key, double? value) =>
        RunJson.WriteNumberOrNull(json, key, value);
}
