using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>The tables of a run of hours or days: who is supplied, and by what.</summary>
internal sealed class RunTablesContent(ReportSource source, double startClock)
{
    private readonly Phrases _phrases = source.Phrases;

    /// <summary>Towns and communities.</summary>
    public List<ReportTable> Service() => [.. new[] { Towns(), Communities() }.Where(t => t is { Rows: > 0 }).Select(t => t!)];

    /// <summary>Plants, sources, tanks and boosters.</summary>
    public List<ReportTable> Supply() => [.. new[] { Plants(), Sources(), Tanks(), Boosters() }.Where(t => t is { Rows: > 0 }).Select(t => t!)];

    /// <summary>What the run warned of.</summary>
    public List<ReportTable> Warnings()
    {
        var table = new ReportTable("warnings-table", _phrases.ReportWarnings, source.SummaryFile)
            .Texts(_phrases.ReportElement, _phrases.ReportCode, _phrases.ReportMessage, _phrases.ReportRemedy);
        foreach (var warning in source.Summary.List("warnings").Take(200))
        {
            table.Row(warning.Text("element"), warning.Text("code"), warning.Text("message"), warning.Text("remedy"));
        }

        return table.Rows > 0 ? [table] : [];
    }

    private ReportTable? Towns()
    {
        if (source.Table("towns") is not { } towns)
        {
            return null;
        }

        var table = new ReportTable("towns-table", _phrases.ReportTowns, towns.Name).Texts(_phrases.ReportTown).Numbers(
            _phrases.ReportPeople, _phrases.ReportServed, _phrases.ReportAskedFor, _phrases.ReportDeliveredFlow, _phrases.ReportPeak);
        double people = 0, served = 0, asked = 0, given = 0;
        for (var r = 0; r < towns.Rows; r++)
        {
            people += towns.Number(r, "people");
            served += towns.Number(r, "people_served");
            asked += towns.Number(r, "required_m3d");
            given += towns.Number(r, "delivered_m3d");
            table.Row(
                source.NameIn(towns, r), ReportCell.Of(towns.Number(r, "people")),
                ReportCell.Of(towns.Number(r, "people_served")).As(towns.Number(r, "people_served") < towns.Number(r, "people") ? "bad" : null),
                ReportCell.Of(towns.Number(r, "required_m3d")), ReportCell.Of(towns.Number(r, "delivered_m3d")), ReportCell.Of(towns.Number(r, "peak_required_m3d")));
        }

        table.Total(_phrases.ReportAll, ReportCell.Of(people), ReportCell.Of(served), ReportCell.Of(asked), ReportCell.Of(given), "");
        return table;
    }

    private ReportTable? Communities()
    {
        if (source.Table("communities") is not { } all)
        {
            return null;
        }

        // What a run may have besides.
        (string Begin, string Head, double Scale, int Decimals)[] more =
        [
            ("hours_of_supply", _phrases.ReportHoursOfSupply + ", h/d", 1, 1), ("continuity", _phrases.ReportContinuity + ", %", 100, 1),
            ("cost_to_serve", _phrases.ReportCostToServe + ", " + _phrases.YuanPerCubicMetre, 1, 2),
            ("unit_cost", _phrases.ReportCostToServe + ", " + _phrases.YuanPerCubicMetre, 1, 2),
        ];
        var found = more
            .Select(m => (m.Head, m.Scale, m.Decimals, Column: all.Columns.FirstOrDefault(c => c.StartsWith(m.Begin, StringComparison.Ordinal))))
            .Where(m => m.Column is not null && Enumerable.Range(0, all.Rows).Any(r => double.IsFinite(all.Number(r, m.Column)))).ToList();
        var table = new ReportTable("communities-table", _phrases.ReportCommunities, all.Name) { Note = _phrases.ReportServedMeans }
            .Texts(_phrases.ReportCommunity, _phrases.ReportTown, _phrases.ReportKindHead).Numbers(
                _phrases.ReportPeople, _phrases.ReportLowestPressure + ", m", _phrases.ReportAt, _phrases.ReportServiceHead + ", m", _phrases.ReportHighest + ", m",
                _phrases.ReportAskedFor, _phrases.ReportDeliveredShare).Numbers([.. found.Select(f => f.Head)]).Texts(_phrases.ReportServed);
        for (var r = 0; r < all.Rows; r++)
        {
            var (lowest, head, asked) = (all.Number(r, "min_pressure_m"), all.Number(r, "service_head_m"), all.Number(r, "required_m3d"));
            var share = asked > 0 ? 100 * all.Number(r, "delivered_m3d") / asked : double.NaN;
            var at = all.Number(r, "min_pressure_time_s");
            var isServed = all.Text(r, "served") == "1";
            table.Row(
            [
                source.NameIn(all, r), source.TownOf(all.Text(r, "town")), all.Text(r, "class") == "urban" ? _phrases.ReportTownCentre : _phrases.ReportVillage,
                ReportCell.Of(all.Number(r, "people")), ReportCell.Of(lowest, 1).As(lowest < head ? "bad" : null),
                new ReportCell(RunQuantities.ClockText(source, at, startClock), at), ReportCell.Of(head), ReportCell.Of(all.Number(r, "max_pressure_m"), 1),
                ReportCell.Of(asked), ReportCell.Of(share, 1).As(share < 99.9 ? "bad" : null),
                .. found.Select(f => ReportCell.Of(f.Scale * all.Number(r, f.Column!), f.Decimals)),
                new ReportCell(isServed ? _phrases.ReportYes : _phrases.ReportNo).As(isServed ? "good" : "bad"),
            ]);
        }

        return table;
    }

    private ReportTable? Plants()
    {
        if (source.Table("plants") is not { } plants)
        {
            return null;
        }

        var table = new ReportTable("plants-table", _phrases.ReportPlantsTable, plants.Name).Texts(_phrases.Plant).Numbers(
            _phrases.ReportMean, _phrases.ReportPeak, _phrases.ReportAt, _phrases.ReportCapacity, _phrases.ReportUsed);
        double output = 0, capacity = 0;
        for (var r = 0; r < plants.Rows; r++)
        {
            var (mean, use, at) = (plants.Number(r, "output_m3d"), 100 * plants.Number(r, "capacity_use"), plants.Number(r, "peak_time_s"));
            output += mean;
            capacity += plants.Number(r, "capacity_m3d");
            table.Row(
                source.NameIn(plants, r), ReportCell.Of(mean), ReportCell.Of(plants.Number(r, "peak_output_m3d")),
                new ReportCell(mean < 0.5 ? "–" : RunQuantities.ClockText(source, at, startClock), at), ReportCell.Of(plants.Number(r, "capacity_m3d")),
                ReportCell.WithBar(use, 0, use));
        }

        table.Total(_phrases.ReportAll, ReportCell.Of(output), "", "", ReportCell.Of(capacity), ReportCell.WithBar(100 * output / capacity, 0, 100 * output / capacity));
        return table;
    }

    private ReportTable? Sources()
    {
        if (source.Table("sources") is not { } sources)
        {
            return null;
        }

        var table = new ReportTable("sources-table", _phrases.ReportSourcesTable, sources.Name)
            .Texts(_phrases.Source, _phrases.ReportDuty).Numbers(_phrases.ReportDraw, _phrases.ReportPeakDraw);
        for (var r = 0; r < sources.Rows; r++)
        {
            var duty = sources.Text(r, "duty") switch { "in_use" => _phrases.ReportInUse, "standby" => _phrases.ReportStandby, _ => "–" };
            table.Row(source.NameIn(sources, r), duty, ReportCell.Of(sources.Number(r, "draw_m3d")), ReportCell.Of(sources.Number(r, "peak_draw_m3d")));
        }

        return table;
    }

    private ReportTable? Tanks()
    {
        if (source.Table("tanks") is not { } tanks)
        {
            return null;
        }

        var table = new ReportTable("tanks-table", _phrases.ReportTanksTable, tanks.Name).Texts(_phrases.Tank, _phrases.ReportRole).Numbers(
            _phrases.ReportVolume, _phrases.ReportStart, _phrases.ReportLowestLevel, _phrases.ReportHighestLevel, _phrases.ReportEnd, _phrases.ReportTurnover);
        for (var r = 0; r < tanks.Rows; r++)
        {
            var role = tanks.Text(r, "role") switch { "clear_well" => _phrases.ClearWell, "elevated" => _phrases.ElevatedTank, _ => _phrases.Tank };
            table.Row(
                source.NameIn(tanks, r), role, ReportCell.Of(tanks.Number(r, "volume_m3")),
                ReportCell.Of(tanks.Number(r, "start_level_m"), 2),
                ReportCell.Of(tanks.Number(r, "min_level_m"), 2), ReportCell.Of(tanks.Number(r, "max_level_m"), 2), ReportCell.Of(tanks.Number(r, "end_level_m"), 2),
                ReportCell.Of(tanks.Number(r, "turnover_per_d"), 2));
        }

        return table;
    }

    private ReportTable Boosters()
    {
        var table = new ReportTable("boosters-table", _phrases.ReportBoostersTable, source.SummaryFile).Texts(_phrases.Booster).Numbers(
            _phrases.ReportOn, _phrases.ReportFlow, _phrases.ReportHead, _phrases.ReportEfficiency, _phrases.ReportEnergy + ", kWh");
        foreach (var booster in source.Summary.List("boosters"))
        {
            table.Row(
                booster.Name("name", _phrases), ReportCell.Of(booster.Number("time_on_h"), 1), ReportCell.Of(booster.Number("flow_m3d")), ReportCell.Of(booster.Number("head_m"), 1),
                ReportCell.Of(booster.Number("efficiency_percent"), 1), ReportCell.Of(booster.Number("energy_kwh")));
        }

        return table;
    }
}
