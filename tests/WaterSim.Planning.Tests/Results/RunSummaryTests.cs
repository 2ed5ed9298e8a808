using System.Text;
using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.Results;
using WaterSim.Planning.Tests.County;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Results;

public sealed class RunSummaryTests
{
    private const double Exact = 1e-12;

    private static readonly RunSummary Summary = RunSummary.Of(HandMadeRun.Results, HandMadeRun.System);

    [Fact]
    public void A_community_short_of_pressure_or_water_is_not_served()
    {
        var service = Summary.Service!;

        Assert.Equal((1500, 1000), (service.People, service.PeopleServed));
        var village = Assert.Single(service.NotServed);
        Assert.Equal("Z-V", village.Community.Id);
        Assert.Equal(11, village.MinimumPressure);
        Assert.Equal((TimeSpan.FromHours(1), "C"), (village.MinimumPressureTime, village.MinimumPressureNode));
        Assert.Equal(15, village.MaximumPressure);

        // C lacks 0.5 L/s for two of three hours.
        Assert.Equal(0.0005 * 7200, village.Shortage, Exact);
        Assert.Equal(["Z-V", "Z-C"], service.Worst.Select(c => c.Community.Id));
    }

    [Fact]
    public void A_community_just_at_its_service_head_is_served_and_just_below_is_not()
    {
        var at = HandMadeRun.System with
        {
            Communities = [HandMadeRun.System.Communities[0] with { ServiceHead = 21 }, HandMadeRun.System.Communities[1]],
        };
        var below = HandMadeRun.System with
        {
            Communities = [HandMadeRun.System.Communities[0] with { ServiceHead = 21.001 }, HandMadeRun.System.Communities[1]],
        };

        Assert.Equal(1000, RunSummary.Of(HandMadeRun.Results, at).Service!.PeopleServed);
        Assert.Equal(0, RunSummary.Of(HandMadeRun.Results, below).Service!.PeopleServed);
    }

    [Fact]
    public void A_community_with_pressure_but_without_its_water_is_not_served()
    {
        var system = HandMadeRun.System with
        {
            Communities = [HandMadeRun.System.Communities[0], HandMadeRun.System.Communities[1] with { ServiceHead = 5 }],
        };

        var village = Assert.Single(RunSummary.Of(HandMadeRun.Results, system).Service!.NotServed);

        Assert.True(village.MinimumPressure > village.Community.ServiceHead);
    }

    [Fact]
    public void Means_hold_each_value_until_the_next_reported_time()
    {
        var town = Assert.Single(Summary.Towns);
        Assert.Equal((0.010 / 3) + (0.020 * 2 / 3) + 0.003, town.Required, Exact);
        Assert.Equal((0.010 / 3) + (0.020 * 2 / 3) + 0.002 + (0.001 / 3) + (0.0005 * 2 / 3), town.Delivered, Exact);
        Assert.Equal(0.033, town.PeakRequired, Exact);
        Assert.Equal(1000, town.PeopleServed);
        Assert.Equal(town.Required, Summary.Required, Exact);
        Assert.Equal(town.Delivered, Summary.Delivered, Exact);
    }

    [Fact]
    public void Plant_output_is_what_leaves_the_clear_well()
    {
        var plant = Assert.Single(Summary.Plants);

        Assert.Equal(0.05, plant.Output, Exact);
        Assert.Equal(0.06, plant.PeakOutput, Exact);
        Assert.Equal(TimeSpan.FromHours(1), plant.PeakTime);
        Assert.Equal(0.5, plant.CapacityUse, Exact);
        Assert.Equal(0.05, plant.Intake!.Value, Exact);
        Assert.Equal([0.03, 0.06, 0.01], PlantFlows.Output(HandMadeRun.Results, plant.Plant));
    }

    [Fact]
    public void An_outlet_drawn_towards_the_clear_well_counts_with_its_sign_turned()
    {
        var network = SmallCounty.Network with
        {
            Links = [.. SmallCounty.Network.Links.Select(l => l.Id == "OUT" ? l with { FromNode = "A", ToNode = "CW" } : l)],
        };

        Assert.Equal(
            [-0.03, -0.06, -0.01], PlantFlows.Output(HandMadeRun.Make(network), HandMadeRun.System.Plants[0]));
    }

    [Fact]
    public void Intake_counts_what_leaves_the_source_whichever_way_its_link_is_drawn()
    {
        var network = SmallCounty.Network with
        {
            Links = [.. SmallCounty.Network.Links.Select(l => l.Id == "IN" ? l with { FromNode = "J", ToNode = "R" } : l)],
        };

        // The link is turned but its flows are not, so that water runs into the source.
        var plant = RunSummary.Of(HandMadeRun.Make(network), HandMadeRun.System).Plants[0];

        Assert.Equal(-0.05, plant.Intake!.Value, Exact);
    }

    [Fact]
    public void Tank_turnover_counts_what_flows_out()
    {
        var well = Summary.Tanks[0];
        Assert.Equal(("CW", "clear_well"), (well.Id, well.Role));
        Assert.Equal(Math.PI * 100 * 4, well.Volume, 1e-9);
        Assert.Equal((2, 1, 1, 3), (well.StartLevel, well.EndLevel, well.MinimumLevel, well.MaximumLevel));
        Assert.Equal(0.05 * 10800, well.Outflow, 1e-9);
        Assert.Equal(0.05 * 86400 / well.Volume, well.Turnover!.Value, Exact);

        // T gives 20 L/s for two hours and takes before and after.
        var tank = Summary.Tanks[1];
        Assert.Equal(("T", "elevated_tank"), (tank.Id, tank.Role));
        Assert.Equal(0.02 * 7200, tank.Outflow, 1e-9);
    }

    [Fact]
    public void The_full_volume_of_a_tank_follows_its_curve_or_its_minimum_volume()
    {
        var network = new Network
        {
            Curves = [new Curve("V", CurveKind.TankVolume, [new(0, 0), new(2, 100), new(6, 700)])],
        };
        var tank = new Tank { Id = "X", Diameter = 2, MinimumLevel = 1, MaximumLevel = 4 };

        Assert.Equal(400, TankShape.FullVolume(tank with { VolumeCurveId = "V" }, network), 1e-9);
        Assert.Equal(Math.PI * 4, TankShape.FullVolume(tank, network), 1e-9);
        Assert.Equal(50 + (Math.PI * 3), TankShape.FullVolume(tank with { MinimumVolume = 50 }, network), 1e-9);
    }

    [Fact]
    public void Pumps_and_boosters_tell_flow_head_hours_and_energy()
    {
        var pump = Summary.Pumps[0];
        Assert.Equal("PA", pump.Id);
        Assert.Equal(0.003, pump.Flow, Exact);
        Assert.Equal(12, pump.Head, Exact);
        Assert.Equal(TimeSpan.FromHours(1.5), pump.TimeOn);
        Assert.Equal((0, 0), (Summary.Pumps[1].Flow, Summary.Pumps[1].Head));

        var booster = Assert.Single(Summary.Boosters);
        Assert.Equal(0.003, booster.Flow, Exact);
        Assert.Equal(12, booster.Head, Exact);
        Assert.Equal(70, booster.Efficiency, Exact);
        Assert.Equal(2, ReportUnits.KilowattHours(booster.Energy), Exact);
        Assert.Equal(2 / 0.2, ReportUnits.KilowattHoursPerThousandCubicMeters(Summary.EnergyPerVolume!.Value), 1e-9);
        Assert.Equal(1.3, Summary.EnergyCost);
    }

    [Fact]
    public void Sources_solver_and_spread_are_told()
    {
        var source = Assert.Single(Summary.Sources);
        Assert.Equal(("R", "Lake"), (source.Id, source.Source!.Name.En));
        Assert.Equal(0.05, source.Draw, Exact);

        Assert.Equal((3, 23, 9), (Summary.Solver.Steps, Summary.Solver.Iterations, Summary.Solver.WorstIterations));
        Assert.Equal(TimeSpan.FromHours(1), Summary.Solver.WorstTime);
        Assert.Equal((3e-9, "B"), (Summary.Solver.MassResidual, Summary.Solver.MassResidualNode));
        Assert.Equal((5e-6, "AT"), (Summary.Solver.EnergyResidual, Summary.Solver.EnergyResidualLink));
        Assert.Equal(1, Summary.Balance.Error, 1e-9);

        // Communities' lowest pressures are 21 and 11 m.
        Assert.Equal((2, 11, 16, 21), (
            Summary.LowestPressures!.Count, Summary.LowestPressures.Minimum, Summary.LowestPressures.Median,
            Summary.LowestPressures.Maximum));
        Assert.Equal(TimeSpan.FromHours(3), Summary.Duration);
        Assert.Equal(new NetworkSize(4, 1, 2, 4, 2, 0, 400), Summary.Size);
    }

    [Fact]
    public void A_plain_network_is_summarised_without_people()
    {
        var summary = RunSummary.Of(HandMadeRun.Results);

        Assert.Null(summary.Service);
        Assert.Empty(summary.Plants);
        Assert.Empty(summary.Towns);
        Assert.Equal(2, summary.Tanks.Length);
        Assert.Equal("tank", summary.Tanks[0].Role);

        // J draws nothing and is not judged.
        Assert.Equal(["C", "B", "A"], summary.WorstNodes.Select(n => n.Node));
        Assert.Equal(3, summary.LowestPressures!.Count);
    }

    [Fact]
    public void A_node_that_no_source_reaches_leaves_its_community_unserved_and_first_among_the_worst()
    {
        var results = WithPressureOfA(double.NaN);

        var summary = RunSummary.Of(results, HandMadeRun.System);

        Assert.Equal(0, summary.Service!.PeopleServed);
        Assert.Equal("Z-C", summary.Service.Worst[0].Community.Id);
        Assert.Null(summary.Service.Worst[0].MinimumPressure);
        Assert.Equal("A", summary.WorstNodes[0].Node);
        Assert.Contains("\"min_pressure_m\": null", Json(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_steady_state_is_its_own_mean_and_has_no_turnover()
    {
        var network = SmallCounty.Network;
        var table = new ResultTable(network.Nodes.Length, network.Links.Length);
        table.Times.Add(0);
        foreach (var rows in new[] { table.Heads, table.Pressures, table.Demands, table.Required })
        {
            rows.Add().Fill(5);
        }

        foreach (var rows in new[] { table.Flows, table.HeadLosses, table.Velocities, table.Settings, table.Powers })
        {
            rows.Add().Fill(1);
        }

        table.Statuses.Add();
        var summary = RunSummary.Of(
            new SimulationResults(network, table, SimulationOutcome.Completed, [], NoWater, [], []), HandMadeRun.System);

        Assert.Equal(20, summary.Required);
        Assert.Equal(1, summary.Plants[0].Output);
        Assert.All(summary.Tanks, t => Assert.Null(t.Turnover));
    }

    [Fact]
    public void A_run_stopped_before_its_first_reported_time_serves_nobody_and_throws_nothing()
    {
        var network = SmallCounty.Network;
        var results = new SimulationResults(
            network, new ResultTable(network.Nodes.Length, network.Links.Length), SimulationOutcome.StoppedUnbalanced,
            [], NoWater, [], []);

        var summary = RunSummary.Of(results, HandMadeRun.System);

        Assert.Equal(0, summary.Service!.PeopleServed);
        Assert.Null(summary.EnergyPerVolume);
        Assert.Contains("stopped_unbalanced", Json(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_of_another_network_is_refused()
    {
        var other = SmallCounty.Network with { Nodes = SmallCounty.Network.Nodes.RemoveAt(0).Add(new Junction { Id = "A2" }) };

        Assert.Throws<ArgumentException>(() => RunSummary.Of(HandMadeRun.Make(other), HandMadeRun.System));
    }

    [Fact]
    public void The_summary_is_json_with_units_in_its_keys_and_hostile_names_escaped()
    {
        var named = HandMadeRun.System with { Name = new("<script>alert(1)</script>", "嘉禾县") };
        var warning = new Diagnostic { Code = "WS2001", Severity = DiagnosticSeverity.Warning, Message = "low" };
        var notice = new Diagnostic { Code = "WS2002", Severity = DiagnosticSeverity.Notice, Message = "fyi" };
        var text = Json(RunSummary.Of(HandMadeRun.Make(SmallCounty.Network, [warning, notice]), named));

        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.Contains("嘉禾县", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        Assert.Equal("<script>alert(1)</script>", root.GetProperty("county").GetProperty("en").GetString());
        Assert.Equal(1000, root.GetProperty("service").GetProperty("people_served").GetInt32());
        Assert.Equal(4320, root.GetProperty("plants")[0].GetProperty("output_m3d").GetDouble(), 1e-9);
        Assert.Equal(8640, root.GetProperty("plants")[0].GetProperty("capacity_m3d").GetDouble(), 1e-9);
        Assert.Equal(1, root.GetProperty("warnings").GetArrayLength());
        Assert.Equal(1, root.GetProperty("water_balance").GetProperty("error_m3").GetDouble(), 1e-9);
    }

    private static WaterBalance NoWater { get; } = new()
    {
        FromReservoirs = 0,
        Delivered = 0,
        Required = 0,
        StorageChange = 0,
        Overflow = 0,
        Leaked = 0,
        Rounding = 0,
    };

    private static SimulationResults WithPressureOfA(double pressure)
    {
        var table = new ResultTable(SmallCounty.Network.Nodes.Length, SmallCounty.Network.Links.Length);
        var from = HandMadeRun.Results;
        for (var k = 0; k < from.Times.Length; k++)
        {
            table.Times.Add((long)from.Times[k].TotalSeconds);
            from.Heads(k).CopyTo(table.Heads.Add());
            var pressures = table.Pressures.Add();
            from.Pressures(k).CopyTo(pressures);
            pressures[0] = k == 1 ? pressure : pressures[0];
            from.Demands(k).CopyTo(table.Demands.Add());
            from.RequiredDemands(k).CopyTo(table.Required.Add());
            from.Flows(k).CopyTo(table.Flows.Add());
            from.HeadLosses(k).CopyTo(table.HeadLosses.Add());
            from.Velocities(k).CopyTo(table.Velocities.Add());
            from.Statuses(k).CopyTo(table.Statuses.Add());
            from.Settings(k).CopyTo(table.Settings.Add());
            from.Powers(k).CopyTo(table.Powers.Add());
        }

        return new SimulationResults(
            from.Network, table, from.Outcome, from.Steps, from.Balance, from.Energy, from.Diagnostics);
    }

    private static string Json(RunSummary summary)
    {
        using var stream = new MemoryStream();
        RunSummaryJson.Write(summary, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
