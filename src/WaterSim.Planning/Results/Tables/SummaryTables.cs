using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results.Tables;

/// <summary>The tables with a row per step, tank, pump, source, community, plant or town.</summary>
internal static class SummaryTables
{
    public static IEnumerable<Table> All(SimulationResults results, RunSummary summary, CountyIndicators? indicators)
    {
        yield return Steps(results);
        yield return Controls(results);
        yield return Tanks(summary);
        yield return Pumps(summary);
        yield return Sources(summary);
        if (summary.Service is { } service)
        {
            yield return CommunityTable.Of(results.Network, service, summary.CountyQuality, indicators);
            yield return Plants(summary);
            yield return Towns(summary);
        }
    }

    private static Table Steps(SimulationResults results)
    {
        var steps = results.Steps;
        var network = results.Network;
        return new Table(
            "steps",
            steps.Length,
            Integers("time_s", steps, s => s.Time),
            Integers("length_s", steps, s => s.Length),
            Integers("iterations", steps, s => s.Iterations),
            Integers("converged", steps, s => s.Converged ? 1 : 0),
            Numbers("relative_flow_change", steps, s => s.RelativeFlowChange),
            Numbers("mass_residual_m3s", steps, s => s.MassResidual),
            TextColumn.Of("worst_node", steps.Select(s => s.WorstNode < 0 ? "" : network.Nodes[s.WorstNode].Id)),
            Numbers("energy_residual_m", steps, s => s.EnergyResidual),
            Integers("findings", steps, s => s.Findings.IsDefault ? 0 : s.Findings.Length),
            TextColumn.Of("worst_link", steps.Select(s => s.WorstLink < 0 ? "" : network.Links[s.WorstLink].Id)));
    }

    private static Table Controls(SimulationResults results)
    {
        var decisions = results.Decisions;
        return new Table(
            "controls",
            decisions.Length,
            Integers("time_s", decisions, d => d.Time),
            TextColumn.Of("link", decisions.Select(d => results.Network.Links[d.Link].Id)),
            TextColumn.Of("before", decisions.Select(d => SeriesTables.StatusName(d.Before))),
            TextColumn.Of("after", decisions.Select(d => SeriesTables.StatusName(d.After))),
            Numbers("setting", decisions, d => d.Setting ?? double.NaN),
            TextColumn.Of("cause", decisions.Select(d => d.Cause)));
    }

    private static Table Tanks(RunSummary summary)
    {
        var tanks = summary.Tanks;
        return new Table(
            "tanks",
            tanks.Length,
            TextColumn.Of("id", tanks.Select(t => t.Id)),
            TextColumn.Of("name", tanks.Select(t => (t.Tank?.Name ?? t.Plant?.Name)?.En ?? "")),
            TextColumn.Of("name_zh", tanks.Select(t => (t.Tank?.Name ?? t.Plant?.Name)?.Zh ?? "")),
            TextColumn.Of("role", tanks.Select(t => t.Role)),
            Numbers("volume_m3", tanks, t => t.Volume),
            Numbers("start_level_m", tanks, t => t.StartLevel),
            Numbers("end_level_m", tanks, t => t.EndLevel),
            Numbers("min_level_m", tanks, t => t.MinimumLevel),
            Numbers("max_level_m", tanks, t => t.MaximumLevel),
            Numbers("outflow_m3", tanks, t => t.Outflow),
            Numbers("turnover_per_d", tanks, t => t.Turnover ?? double.NaN));
    }

    private static Table Pumps(RunSummary summary)
    {
        var pumps = summary.Pumps;
        var stations = summary.Boosters
            .SelectMany(b => b.Station.Duty.Concat(b.Station.Standby), (b, pump) => (Pump: pump, b.Station.Id))
            .ToDictionary(p => p.Pump, p => p.Id, StringComparer.Ordinal);
        return new Table(
            "pumps",
            pumps.Length,
            TextColumn.Of("id", pumps.Select(p => p.Id)),
            TextColumn.Of("station", pumps.Select(p => stations.GetValueOrDefault(p.Id, ""))),
            Numbers("time_on_h", pumps, p => p.TimeOn.TotalHours),
            Numbers("flow_m3s", pumps, p => p.Flow),
            Numbers("head_m", pumps, p => p.Head),
            Numbers("efficiency_percent", pumps, p => p.Efficiency),
            Numbers("energy_kwh", pumps, p => ReportUnits.KilowattHours(p.Energy)),
            Numbers("peak_power_w", pumps, p => p.PeakPower),
            Numbers("cost", pumps, p => p.Cost));
    }

    private static Table Sources(RunSummary summary)
    {
        var sources = summary.Sources;
        return new Table(
            "sources",
            sources.Length,
            TextColumn.Of("id", sources.Select(s => s.Id)),
            TextColumn.Of("name", sources.Select(s => s.Source?.Name.En ?? "")),
            TextColumn.Of("name_zh", sources.Select(s => s.Source?.Name.Zh ?? "")),
            TextColumn.Of("duty", sources.Select(s => s.Source?.Duty switch
            {
                SourceDuty.InUse => "in_use",
                SourceDuty.Standby => "standby",
                _ => "",
            })),
            Numbers("draw_m3d", sources, s => ReportUnits.CubicMetersPerDay(s.Draw)),
            Numbers("peak_draw_m3d", sources, s => ReportUnits.CubicMetersPerDay(s.PeakDraw)));
    }

    private static Table Plants(RunSummary summary)
    {
        var plants = summary.Plants;
        return new Table(
            "plants",
            plants.Length,
            TextColumn.Of("id", plants.Select(p => p.Plant.Id)),
            TextColumn.Of("name", plants.Select(p => p.Plant.Name.En)),
            TextColumn.Of("name_zh", plants.Select(p => p.Plant.Name.Zh ?? "")),
            Numbers("capacity_m3d", plants, p => ReportUnits.CubicMetersPerDay(p.Plant.Capacity)),
            Numbers("intake_m3d", plants, p => p.Intake is { } i ? ReportUnits.CubicMetersPerDay(i) : double.NaN),
            Numbers("output_m3d", plants, p => ReportUnits.CubicMetersPerDay(p.Output)),
            Numbers("peak_output_m3d", plants, p => ReportUnits.CubicMetersPerDay(p.PeakOutput)),
            Integers("peak_time_s", plants, p => (long)p.PeakTime.TotalSeconds),
            Numbers("capacity_use", plants, p => p.CapacityUse));
    }

    private static Table Towns(RunSummary summary)
    {
        var towns = summary.Towns;
        return new Table(
            "towns",
            towns.Length,
            TextColumn.Of("id", towns.Select(t => t.Town.Id)),
            TextColumn.Of("name", towns.Select(t => t.Town.Name.En)),
            TextColumn.Of("name_zh", towns.Select(t => t.Town.Name.Zh ?? "")),
            Integers("people", towns, t => t.Town.People),
            Integers("people_served", towns, t => t.PeopleServed),
            Numbers("required_m3d", towns, t => ReportUnits.CubicMetersPerDay(t.Required)),
            Numbers("delivered_m3d", towns, t => ReportUnits.CubicMetersPerDay(t.Delivered)),
            Numbers("peak_required_m3d", towns, t => ReportUnits.CubicMetersPerDay(t.PeakRequired)));
    }

    internal static NumberColumn Numbers<T>(string name, IEnumerable<T> rows, Func<T, double> value) =>
        new(name, [.. rows.Select(value)]);

    internal static IntegerColumn Integers<T>(string name, IEnumerable<T> rows, Func<T, long> value) =>
        new(name, [.. rows.Select(value)]);
}
