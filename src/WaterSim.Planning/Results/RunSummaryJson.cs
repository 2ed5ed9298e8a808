using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;

namespace WaterSim.Planning.Results;

/// <summary>Writes a summary as JSON: keys in a fixed order, each ending in its unit; an absent number is null.</summary>
public static class RunSummaryJson
{
    /// <summary>Name of the file in a run folder.</summary>
    public const string FileName = "summary.json";

    /// <summary>Writes a summary, UTF-8, indented.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="to">Where to.</param>
    /// <param name="indicators">Its indicators, told as an object of ids with value and unit, or null for none.</param>
    public static void Write(RunSummary summary, Stream to, CountyIndicators? indicators = null)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(to);
        using var json = new Utf8JsonWriter(to, RunJson.Options);
        json.WriteStartObject();
        json.WriteString("schema", "watersim-summary/1");
        Name(json, "county", summary.County);
        json.WriteString("outcome", RunJson.Word(summary.Outcome));
        json.WriteNumber("duration_s", summary.Duration.TotalSeconds);
        json.WriteNumber("reported_times", summary.ReportedTimes);
        RunJson.WriteSize(json, summary.Size);
        Service(json, summary);
        Flow(json, "required_m3d", summary.Required);
        Flow(json, "delivered_m3d", summary.Delivered);
        Array(json, "plants", summary.Plants, Plant);
        Array(json, "towns", summary.Towns, Town);
        CountyQualityJson.Write(json, summary.CountyQuality);
        Array(json, "sources", summary.Sources, Source);
        Array(json, "tanks", summary.Tanks, Tank);
        Array(json, "boosters", summary.Boosters, Booster);
        Array(json, "pumps", summary.Pumps, Pump);
        Array(json, "worst_nodes", summary.WorstNodes, Worst);
        Quantiles(json, summary.LowestPressures);
        Array(json, "valves", summary.Valves, Valve);
        Energy(json, summary);
        Balance(json, summary);
        Array(json, "quality", summary.Quality, QualityJson.Write);
        Indicators(json, indicators);
        Solver(json, summary.Solver);
        Array(json, "warnings", summary.Warnings, Warning);
        json.WriteEndObject();
    }

    private static void Indicators(Utf8JsonWriter json, CountyIndicators? indicators)
    {
        if (indicators is null)
        {
            return;
        }

        json.WriteStartObject("indicators");
        foreach (var row in IndicatorTable.Of(indicators).Rows)
        {
            json.WriteStartObject(row.Id);
            Number(json, "value", row.Value);
            json.WriteString("unit", row.Unit);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Service(Utf8JsonWriter json, RunSummary summary)
    {
        if (summary.Service is not { } service)
        {
            json.WriteNull("service");
            return;
        }

        json.WriteStartObject("service");
        json.WriteNumber("people", service.People);
        json.WriteNumber("people_served", service.PeopleServed);
        json.WriteNumber("communities", service.Communities.Length);
        json.WriteNumber("communities_served", service.Communities.Length - service.NotServed.Length);
        Flow(json, "other_required_m3d", service.OtherRequired);
        Flow(json, "other_delivered_m3d", service.OtherDelivered);
        Array(json, "not_served", service.NotServed, Community);
        Array(json, "worst", service.Worst, Community);
        json.WriteEndObject();
    }

    private static void Community(Utf8JsonWriter json, CommunityService community)
    {
        json.WriteString("id", community.Community.Id);
        Name(json, "name", community.Community.Name);
        json.WriteString("town", community.Community.Town);
        json.WriteNumber("people", community.Community.People);
        json.WriteBoolean("served", community.IsServed);
        Number(json, "service_head_m", community.Community.ServiceHead);
        Number(json, "min_pressure_m", community.MinimumPressure);
        json.WriteNumber("min_pressure_time_s", community.MinimumPressureTime.TotalSeconds);
        json.WriteString("min_pressure_node", community.MinimumPressureNode);
        Number(json, "max_pressure_m", community.MaximumPressure);
        Flow(json, "required_m3d", community.Required);
        Flow(json, "delivered_m3d", community.Delivered);
        Number(json, "shortage_m3", community.Shortage);
    }

    private static void Plant(Utf8JsonWriter json, PlantSupply plant)
    {
        json.WriteString("id", plant.Plant.Id);
        Name(json, "name", plant.Plant.Name);
        Flow(json, "capacity_m3d", plant.Plant.Capacity);
        Flow(json, "intake_m3d", plant.Intake);
        Flow(json, "output_m3d", plant.Output);
        Flow(json, "peak_output_m3d", plant.PeakOutput);
        json.WriteNumber("peak_time_s", plant.PeakTime.TotalSeconds);
        Number(json, "capacity_use", plant.CapacityUse);
    }

    private static void Town(Utf8JsonWriter json, TownDemand town)
    {
        json.WriteString("id", town.Town.Id);
        Name(json, "name", town.Town.Name);
        json.WriteNumber("people", town.Town.People);
        json.WriteNumber("people_served", town.PeopleServed);
        Flow(json, "required_m3d", town.Required);
        Flow(json, "delivered_m3d", town.Delivered);
        Flow(json, "peak_required_m3d", town.PeakRequired);
    }

    private static void Source(Utf8JsonWriter json, SourceDraw source)
    {
        json.WriteString("id", source.Id);
        Name(json, "name", source.Source?.Name);
        Flow(json, "draw_m3d", source.Draw);
        Flow(json, "peak_draw_m3d", source.PeakDraw);
    }

    private static void Tank(Utf8JsonWriter json, TankCycle tank)
    {
        json.WriteString("id", tank.Id);
        Name(json, "name", tank.Tank?.Name ?? tank.Plant?.Name);
        json.WriteString("role", tank.Role);
        Number(json, "volume_m3", tank.Volume);
        Number(json, "start_level_m", tank.StartLevel);
        Number(json, "end_level_m", tank.EndLevel);
        Number(json, "min_level_m", tank.MinimumLevel);
        Number(json, "max_level_m", tank.MaximumLevel);
        Number(json, "outflow_m3", tank.Outflow);
        Number(json, "turnover_per_d", tank.Turnover);
    }

    private static void Booster(Utf8JsonWriter json, BoosterUse booster)
    {
        json.WriteString("id", booster.Station.Id);
        Name(json, "name", booster.Station.Name);
        json.WriteNumber("time_on_h", booster.TimeOn.TotalHours);
        Flow(json, "flow_m3d", booster.Flow);
        Number(json, "head_m", booster.Head);
        Number(json, "efficiency_percent", booster.Efficiency);
        Number(json, "energy_kwh", ReportUnits.KilowattHours(booster.Energy));
        Number(json, "cost", booster.Cost);
    }

    private static void Pump(Utf8JsonWriter json, PumpUse pump)
    {
        json.WriteString("id", pump.Id);
        json.WriteNumber("time_on_h", pump.TimeOn.TotalHours);
        Number(json, "flow_m3s", pump.Flow);
        Number(json, "head_m", pump.Head);
        Number(json, "efficiency_percent", pump.Efficiency);
        Number(json, "energy_kwh", ReportUnits.KilowattHours(pump.Energy));
        Number(json, "peak_power_w", pump.PeakPower);
        Number(json, "cost", pump.Cost);
    }

    private static void Worst(Utf8JsonWriter json, NodePressure node)
    {
        json.WriteString("node", node.Node);
        Number(json, "min_pressure_m", node.MinimumPressure);
        json.WriteNumber("time_s", node.Time.TotalSeconds);
    }

    private static void Quantiles(Utf8JsonWriter json, PressureQuantiles? pressures)
    {
        if (pressures is null)
        {
            json.WriteNull("lowest_pressures_m");
            return;
        }

        json.WriteStartObject("lowest_pressures_m");
        json.WriteNumber("count", pressures.Count);
        json.WriteNumber("min", pressures.Minimum);
        json.WriteNumber("p05", pressures.P05);
        json.WriteNumber("p25", pressures.P25);
        json.WriteNumber("median", pressures.Median);
        json.WriteNumber("p75", pressures.P75);
        json.WriteNumber("p95", pressures.P95);
        json.WriteNumber("max", pressures.Maximum);
        json.WriteEndObject();
    }

    private static void Valve(Utf8JsonWriter json, ValveActivity valve)
    {
        json.WriteString("kind", valve.Kind switch
        {
            ValveKind.PressureReducing => "prv",
            ValveKind.PressureSustaining => "psv",
            ValveKind.PressureBreaker => "pbv",
            ValveKind.FlowControl => "fcv",
            ValveKind.ThrottleControl => "tcv",
            ValveKind.GeneralPurpose => "gpv",
            _ => "pcv",
        });
        json.WriteNumber("count", valve.Count);
        json.WriteNumber("active_ever", valve.ActiveEver);
        json.WriteNumber("active_always", valve.ActiveAlways);
    }

    private static void Energy(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartObject("energy");
        Number(json, "total_kwh", ReportUnits.KilowattHours(summary.Energy));
        Number(
            json, "kwh_per_1000_m3",
            summary.EnergyPerVolume is { } e ? ReportUnits.KilowattHoursPerThousandCubicMeters(e) : null);
        Number(json, "cost", summary.EnergyCost);
        json.WriteEndObject();
    }

    private static void Balance(Utf8JsonWriter json, RunSummary summary)
    {
        var balance = summary.Balance;
        json.WriteStartObject("water_balance");
        Number(json, "from_reservoirs_m3", balance.FromReservoirs);
        Number(json, "required_m3", balance.Required);
        Number(json, "delivered_m3", balance.Delivered);
        Number(json, "storage_change_m3", balance.StorageChange);
        Number(json, "overflow_m3", balance.Overflow);
        Number(json, "rounding_m3", balance.Rounding);
        Number(json, "error_m3", balance.Error);
        Number(json, "relative_error", balance.RelativeError);
        json.WriteEndObject();
    }

    private static void Solver(Utf8JsonWriter json, SolverEffort solver)
    {
        json.WriteStartObject("solver");
        json.WriteNumber("steps", solver.Steps);
        json.WriteNumber("iterations", solver.Iterations);
        Number(json, "iterations_per_step", solver.IterationsPerStep);
        json.WriteNumber("worst_iterations", solver.WorstIterations);
        json.WriteNumber("worst_time_s", solver.WorstTime.TotalSeconds);
        json.WriteNumber("unconverged_steps", solver.Unconverged);
        Number(json, "relative_flow_change", solver.RelativeFlowChange);
        Number(json, "mass_residual_m3s", solver.MassResidual);
        json.WriteString("mass_residual_node", solver.MassResidualNode);
        Number(json, "energy_residual_m", solver.EnergyResidual);
        json.WriteString("energy_residual_link", solver.EnergyResidualLink);
        json.WriteEndObject();
    }

    private static void Warning(Utf8JsonWriter json, Diagnostic warning)
    {
        json.WriteString("code", warning.Code);
        json.WriteString("element", warning.Element);
        json.WriteString("message", warning.Message);
        json.WriteString("remedy", warning.Remedy);
    }

    internal static void Array<T>(Utf8JsonWriter json, string key, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Name(Utf8JsonWriter json, string key, LocalizedName? name)
    {
        if (name is null)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        json.WriteString("en", name.En);
        json.WriteString("zh", name.Zh);
        json.WriteEndObject();
    }

    private static void Flow(Utf8JsonWriter json, string key, double? flow) =>
        Number(json, key, flow is { } f ? ReportUnits.CubicMetersPerDay(f) : null);

    private static void Number(Utf8JsonWriter json, string key, double? value) =>
        RunJson.WriteNumberOrNull(json, key, value);
}
