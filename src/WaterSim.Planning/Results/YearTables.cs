using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Results;

/// <summary>The tables of a year: a row for each day, and for each day with each source, plant, interconnection and community.</summary>
/// <param name="system">The county.</param>
/// <param name="tanks">Of an hourly run the ids of the network's tanks; null: tables of days alone.</param>
internal sealed class YearTables(CountySystem system, ImmutableArray<string>? tanks)
{
    private static readonly ImmutableArray<string> NamesOfDays =
        ["days", "sources", "plants", "interconnections", "communities", "decisions", "limits"];

    /// <summary>Names of all tables that a year can have.</summary>
    public static ImmutableArray<string> AllNames { get; } = [.. NamesOfDays, .. YearHourTables.Names];

    /// <summary>Names of the tables, in the order of <see cref="Of"/>.</summary>
    public ImmutableArray<string> Names { get; } = tanks is null ? NamesOfDays : AllNames;

    /// <summary>Whether days must have their hours.</summary>
    public bool IsHourly => tanks is not null;

    /// <summary>A day as the tables write it: ISO 8601.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The tables of some days on end, one for each of <see cref="Names"/>.</summary>
    public ImmutableArray<Table> Of(IReadOnlyList<YearDay> days) =>
    [
        Days(system, days), Sources(system, days), Plants(system, days), Interconnections(system, days),
        Communities(system, days), Decisions(days), Limits(days), .. tanks is { } ids ? YearHourTables.Of(system, ids, days) : [],
    ];

    private static Table Days(CountySystem system, IReadOnlyList<YearDay> days) => new(
        "days",
        days.Count,
        TextColumn.Of("date", days.Select(d => Text(d.Date))),
        TextColumn.Of("stage", days.Select(d => StageOf(system, d))),
        Each("days_left_d", days, d => double.IsFinite(d.DaysLeft) ? d.DaysLeft : double.NaN),
        Each("needed_m3", days, d => Sum(d.Needed)),
        Each("delivered_m3", days, d => Sum(d.Delivered)),
        Each("leaked_m3", days, d => d.Leaked),
        Each("treatment_loss_m3", days, d => Sum(d.TreatmentLoss)),
        Each("tank_gain_m3", days, d => d.TankGain),
        Each("overflow_m3", days, d => d.Overflow),
        Each("inflow_m3", days, d => Sum(d.Sources, s => s.Inflow)),
        Each("rain_m3", days, d => Sum(d.Sources, s => s.Rain)),
        Each("evaporation_m3", days, d => Sum(d.Sources, s => s.Evaporation)),
        Each("seepage_m3", days, d => Sum(d.Sources, s => s.Seepage)),
        Each("release_m3", days, d => Sum(d.Sources, s => s.Release)),
        Each("draw_m3", days, d => Sum(d.Sources, s => s.Draw)),
        Each("spill_m3", days, d => Sum(d.Sources, s => s.Spill)),
        Each("storage_m3", days, d => Sum(d.Sources, s => s.After)),
        Each("lowest_live_share", days, d => LowestLiveShare(system, d)),
        Counts("iterations", days, d => d.Iterations),
        Each("disagreement", days, d => d.Disagreement),
        Counts("agrees", days, d => d.Agrees ? 1 : 0),
        Each("cost_yuan", days, d => d.Cost),
        Each("energy_kwh", days, d => ReportUnits.KilowattHours(d.Energy)),
        Each("balance_error_m3", days, d => d.BalanceError));

    private static Table Sources(CountySystem system, IReadOnlyList<YearDay> days)
    {
        var rows = new Rows(days, [.. system.Sources.Select(s => s.Id)]);
        return new Table(
            "sources",
            rows.Count,
            rows.Dates(),
            rows.Elements("source"),
            rows.Numbers("before_m3", (d, i) => d.Sources[i].Before),
            rows.Numbers("inflow_m3", (d, i) => d.Sources[i].Inflow),
            rows.Numbers("rain_m3", (d, i) => d.Sources[i].Rain),
            rows.Numbers("evaporation_m3", (d, i) => d.Sources[i].Evaporation),
            rows.Numbers("seepage_m3", (d, i) => d.Sources[i].Seepage),
            rows.Numbers("release_m3", (d, i) => d.Sources[i].Release),
            rows.Numbers("draw_m3", (d, i) => d.Sources[i].Draw),
            rows.Numbers("spill_m3", (d, i) => d.Sources[i].Spill),
            rows.Numbers("storage_m3", (d, i) => d.Sources[i].After),
            rows.Numbers("level_m", (d, i) => d.Sources[i].Level),
            rows.Numbers("live_share", (d, i) => d.LiveShare[i]));
    }

    private static Table Plants(CountySystem system, IReadOnlyList<YearDay> days)
    {
        var rows = new Rows(days, [.. system.Plants.Select(p => p.Id)]);
        return new Table(
            "plants",
            rows.Count,
            rows.Dates(),
            rows.Elements("plant"),
            rows.Numbers("allocated_m3", (d, i) => d.Allocation.Output[i]),
            rows.Numbers("output_m3", (d, i) => d.PlantOutput[i]),
            rows.Numbers("treatment_loss_m3", (d, i) => d.TreatmentLoss[i]));
    }

    private static Table Interconnections(CountySystem system, IReadOnlyList<YearDay> days)
    {
        var rows = new Rows(days, [.. system.Interconnections.Select(x => x.Id)]);
        return new Table(
            "interconnections",
            rows.Count,
            rows.Dates(),
            rows.Elements("interconnection"),
            rows.Numbers("allocated_m3", (d, i) => d.Allocation.Transfer[i]),
            rows.Numbers("passed_m3", (d, i) => d.Transfer[i]));
    }

    private static Table Communities(CountySystem system, IReadOnlyList<YearDay> days)
    {
        var rows = new Rows(days, [.. system.Communities.Select(c => c.Id)]);
        return new Table(
            "communities",
            rows.Count,
            rows.Dates(),
            rows.Elements("community"),
            rows.Numbers("needed_m3", (d, i) => d.Needed[i]),
            rows.Numbers("delivered_m3", (d, i) => d.Delivered[i]),
            rows.Numbers("deficit_m3", (d, i) => Math.Max(0, d.Needed[i] - d.Delivered[i])),
            rows.Numbers("lowest_pressure_m", (d, i) => d.Delivery is { } pipes ? pipes.LowestPressure[i] : double.NaN));
    }

    private static Table Decisions(IReadOnlyList<YearDay> days)
    {
        DispatchDecision[] all = [.. days.SelectMany(d => d.Decisions)];
        return new Table(
            "decisions",
            all.Length,
            TextColumn.Of("date", all.Select(d => Text(d.Date))),
            TextColumn.Of("rule", all.Select(d => d.Rule)),
            TextColumn.Of("element", all.Select(d => d.Element)),
            TextColumn.Of("text", all.Select(d => d.Text)));
    }

    private static Table Limits(IReadOnlyList<YearDay> days)
    {
        (DateOnly Date, BindingLimit Limit)[] all = [.. days.SelectMany(d => d.Allocation.Limits, (d, limit) => (d.Date, limit))];
        return new Table(
            "limits",
            all.Length,
            TextColumn.Of("date", all.Select(l => Text(l.Date))),
            TextColumn.Of("kind", all.Select(l => l.Limit.Kind switch
            {
                LimitKind.Source => "source",
                LimitKind.Plant => "plant",
                _ => "interconnection",
            })),
            TextColumn.Of("element", all.Select(l => l.Limit.Element)),
            new NumberColumn("limit_m3", [.. all.Select(l => l.Limit.Limit)]),
            new NumberColumn("worth_yuan_per_m3", [.. all.Select(l => l.Limit.Worth)]));
    }

    private static string StageOf(CountySystem system, YearDay day) =>
        day.Stage >= 0 && system.Dispatch is { } dispatch ? dispatch.Stages[day.Stage].Id : "normal";

    // Of the reservoirs that supply every day: one kept for droughts says nothing of how things stand.
    private static double LowestLiveShare(CountySystem system, YearDay day)
    {
        var lowest = double.NaN;
        for (var i = 0; i < day.LiveShare.Length; i++)
        {
            if (system.Sources[i].Duty == SourceDuty.InUse && !(day.LiveShare[i] >= lowest) && !double.IsNaN(day.LiveShare[i]))
            {
                lowest = day.LiveShare[i];
            }
        }

        return lowest;
    }

    private static double Sum(ImmutableArray<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static double Sum(ImmutableArray<SourceDay> sources, Func<SourceDay, double> value)
    {
        double sum = 0;
        foreach (var source in sources)
        {
            sum += value(source);
        }

        return sum;
    }

    private static NumberColumn Each(string name, IReadOnlyList<YearDay> days, Func<YearDay, double> value) =>
        new(name, [.. days.Select(value)]);

    private static IntegerColumn Counts(string name, IReadOnlyList<YearDay> days, Func<YearDay, long> value) =>
        new(name, [.. days.Select(value)]);

    /// <summary>Rows of every day with every element, day by day.</summary>
    private sealed class Rows(IReadOnlyList<YearDay> days, string[] ids)
    {
        public int Count => days.Count * ids.Length;

        public TextColumn Dates()
        {
            var codes = new int[Count];
            for (var k = 0; k < days.Count; k++)
            {
                codes.AsSpan(k * ids.Length, ids.Length).Fill(k);
            }

            return new TextColumn("date", [.. days.Select(d => Text(d.Date))], codes);
        }

        public TextColumn Elements(string name)
        {
            var codes = new int[Count];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = i % ids.Length;
            }

            return new TextColumn(name, ids, codes);
        }

        public NumberColumn Numbers(string name, Func<YearDay, int, double> value)
        {
            var values = new double[Count];
            for (var k = 0; k < days.Count; k++)
            {
                for (var i = 0; i < ids.Length; i++)
                {
                    values[(k * ids.Length) + i] = value(days[k], i);
                }
            }

            return new NumberColumn(name, values);
        }
    }
}
