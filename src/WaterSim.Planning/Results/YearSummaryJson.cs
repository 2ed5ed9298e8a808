using System.Collections.Immutable;
using System.Text.Json;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Results;

/// <summary>Writes a year's summary as JSON: keys in a fixed order, each ending in its unit; an absent number is null.</summary>
public static class YearSummaryJson
{
    /// <summary>Name of the file in a run folder.</summary>
    public const string FileName = RunSummaryJson.FileName;

    /// <summary>Writes a summary, UTF-8, indented.</summary>
    /// <param name="system">The county.</param>
    /// <param name="summary">Its year.</param>
    /// <param name="without">The same year without some interconnections, one at a time.</param>
    /// <param name="to">Where to.</param>
    public static void Write(CountySystem system, YearSummary summary, ImmutableArray<YearWithout> without, Stream to)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(to);
        using var json = new Utf8JsonWriter(to, RunJson.Options);
        json.WriteStartObject();
        json.WriteString("schema", "watersim-year/1");
        Name(json, "county", system.Name);
        json.WriteString("from", YearTables.Text(summary.From));
        json.WriteNumber("days", summary.Days);
        Supply(json, summary);
        Balance(json, summary);
        Agreement(json, summary);
        Number(json, "least_days_left_d", summary.LeastDaysLeft);
        Day(json, "least_days_left_on", double.IsFinite(summary.LeastDaysLeft) ? summary.LeastDaysLeftOn : null);
        Number(json, "cost_yuan", summary.Cost);
        Number(json, "energy_kwh", ReportUnits.KilowattHours(summary.Energy));
        Stages(json, system, summary);
        Array(json, "sources", system.Sources.Zip(summary.Sources), s => Source(json, s.First, s.Second));
        Array(json, "plants", system.Plants.Zip(summary.PlantOutput), p =>
        {
            json.WriteString("id", p.First.Id);
            Name(json, "name", p.First.Name);
            Number(json, "output_m3", p.Second);
            Number(json, "capacity_m3d", ReportUnits.CubicMetersPerDay(p.First.Capacity));
        });
        Array(json, "interconnections", system.Interconnections.Zip(summary.Forward, summary.Backward), x =>
        {
            json.WriteString("id", x.First.Id);
            Name(json, "name", x.First.Name);
            Number(json, "forward_m3", x.Second);
            Number(json, "backward_m3", x.Third);
        });
        Array(json, "without", without, w => Without(json, system, summary, w));
        Array(json, "towns", YearTown.Of(system, summary), t => Town(json, t));
        Array(json, "communities", system.Communities.Zip(summary.Communities), c => Community(json, c.First, c.Second));
        json.WriteEndObject();
    }

    private static void Supply(Utf8JsonWriter json, YearSummary summary)
    {
        Number(json, "needed_m3", summary.Needed);
        Number(json, "delivered_m3", summary.Delivered);
        Number(json, "leaked_m3", summary.Leaked);
        Number(json, "treatment_loss_m3", summary.TreatmentLoss);
        Number(json, "tank_gain_m3", summary.TankGain);
        Number(json, "short_person_days", summary.PersonDaysShort);
        json.WriteNumber("days_short", summary.DaysShort);
    }

    private static void Balance(Utf8JsonWriter json, YearSummary summary)
    {
        json.WriteStartObject("water_balance");
        Number(json, "relative_error", summary.BalanceError);
        Number(json, "largest_daily_relative_error", summary.LargestDailyError);
        json.WriteEndObject();
    }

    private static void Agreement(Utf8JsonWriter json, YearSummary summary)
    {
        json.WriteNumber("hydraulic_days", summary.HydraulicDays);
        json.WriteStartArray("disagreeing_days");
        foreach (var day in summary.Disagreeing)
        {
            json.WriteStringValue(YearTables.Text(day));
        }

        json.WriteEndArray();
    }

    private static void Stages(Utf8JsonWriter json, CountySystem system, YearSummary summary) =>
        Array(json, "stages", (system.Dispatch?.Stages ?? []).Zip(summary.StageDays), s =>
        {
            json.WriteString("id", s.First.Id);
            Name(json, "name", s.First.Name);
            json.WriteNumber("days", s.Second);
        });

    private static void Source(Utf8JsonWriter json, WaterSource source, SourceYear year)
    {
        json.WriteString("id", source.Id);
        Name(json, "name", source.Name);
        Number(json, "inflow_m3", year.Inflow);
        Number(json, "rain_m3", year.Rain);
        Number(json, "evaporation_m3", year.Evaporation);
        Number(json, "seepage_m3", year.Seepage);
        Number(json, "release_m3", year.Release);
        Number(json, "draw_m3", year.Draw);
        Number(json, "spill_m3", year.Spill);
        Number(json, "storage_change_m3", year.StorageChange);
        Number(json, "lowest_live_share", year.LowestLiveShare);
        Day(json, "lowest_live_share_on", double.IsNaN(year.LowestLiveShare) ? null : year.LowestOn);
    }

    private static void Without(Utf8JsonWriter json, CountySystem system, YearSummary with, YearWithout without)
    {
        var year = without.Summary;
        json.WriteString("interconnection", without.Interconnection);
        Name(json, "name", system.Interconnections.FirstOrDefault(x => x.Id == without.Interconnection)?.Name);
        Number(json, "delivered_m3", year.Delivered);
        Number(json, "short_person_days", year.PersonDaysShort);
        json.WriteNumber("days_short", year.DaysShort);
        Number(json, "cost_yuan", year.Cost);
        Number(json, "more_short_person_days", year.PersonDaysShort - with.PersonDaysShort);
        Number(json, "less_delivered_m3", with.Delivered - year.Delivered);
        Number(json, "more_cost_yuan", year.Cost - with.Cost);
    }

    private static void Town(Utf8JsonWriter json, YearTown town)
    {
        json.WriteString("id", town.Town.Id);
        Name(json, "name", town.Town.Name);
        json.WriteNumber("people", town.Town.People);
        Number(json, "needed_m3", town.Needed);
        Number(json, "delivered_m3", town.Delivered);
        json.WriteNumber("communities_short", town.CommunitiesShort);
        json.WriteNumber("most_days_short", town.MostDaysShort);
        Number(json, "short_person_days", town.PersonDaysShort);
        Number(json, "worst_share", town.WorstShare);
        Day(json, "worst_day", town.WorstDay);
        Number(json, "lowest_pressure_m", town.LowestPressure);
    }

    private static void Community(Utf8JsonWriter json, Community community, CommunityYear year)
    {
        json.WriteString("id", community.Id);
        Name(json, "name", community.Name);
        json.WriteString("town", community.Town);
        json.WriteNumber("people", community.People);
        Number(json, "needed_m3", year.Needed);
        Number(json, "delivered_m3", year.Delivered);
        json.WriteNumber("days_short", year.DaysShort);
        Number(json, "short_person_days", year.PersonDaysShort);
        Number(json, "worst_share", year.WorstShare);
        Day(json, "worst_day", year.WorstDay);
        Number(json, "lowest_pressure_m", year.LowestPressure);
    }

    private static void Number(Utf8JsonWriter json, string key, double value) => RunJson.WriteNumberOrNull(json, key, value);

    private static void Day(Utf8JsonWriter json, string key, DateOnly? day) =>
        json.WriteString(key, day is { } d ? YearTables.Text(d) : null);

    private static void Name(Utf8JsonWriter json, string key, LocalizedName? name)
    {
        json.WriteStartObject(key);
        json.WriteString("en", name?.En);
        json.WriteString("zh", name?.Zh);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string key, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
