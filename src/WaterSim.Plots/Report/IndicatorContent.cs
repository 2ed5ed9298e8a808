using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>The four sames, the indicators, the standards and single failures of a run, where its folder has them.</summary>
internal sealed class IndicatorContent
{
    // Of each of the four sames what is compared: the towns' side, whose id names the villages' with another word, or a value of both.
    private static readonly (string Group, string[] Ids)[] Sames =
    [
        ("source", ["source.county_distance", "source.within_towns_distance"]),
        ("quality", ["quality.urban_age", "quality.urban_chlorine", "quality.urban_people_below"]),
        ("price", ["price.urban_tariff", "price.urban_unit_cost"]),
        ("equality", ["equality.pressure_ratio", "equality.continuity_ratio", "service.urban_penetration", "service.urban_per_head"]),
    ];

    private readonly ReportSource _source;
    private readonly Phrases _phrases;

    private IndicatorContent(ReportSource source) => (_source, _phrases) = (source, source.Phrases);

    /// <summary>What they add to the answer.</summary>
    public List<string> Answers { get; } = [];

    public List<(string Id, string Title, List<ReportTable> Tables)> Sections { get; } = [];

    public static IndicatorContent Of(ReportSource source)
    {
        var content = new IndicatorContent(source);
        var indicators = source.Table("indicators");
        if (indicators is { Rows: > 0 })
        {
            if (content.FourSames(indicators) is { Rows: > 0 } sames)
            {
                content.Sections.Add(("sames", source.Phrases.ReportSames, [sames]));
            }

            content.Sections.Add(("indicators", source.Phrases.ReportIndicators, [content.All(indicators)]));
        }

        if (source.Table("standards") is { Rows: > 0 } standards)
        {
            content.Sections.Add(("standards", source.Phrases.ReportStandards, [content.Standards(standards)]));
        }

        if (source.Table("failures") is { Rows: > 0 } failures)
        {
            content.Sections.Add(("failures", source.Phrases.ReportFailures, [content.Failures(failures)]));
        }

        return content;
    }

    // Ids that differ by town and village alone are the two sides of one question; what has no other side stands by itself.
    private ReportTable FourSames(CsvFile all)
    {
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < all.Rows; r++)
        {
            rowOf.TryAdd(all.Text(r, "id"), r);
        }

        var table = new ReportTable("sames-table", _phrases.ReportSamesCaption, all.Name) { Note = _phrases.ReportSamesNote }
            .Texts(_phrases.ReportQuestion).Numbers(_phrases.ReportTownCentres, _phrases.ReportVillages, _phrases.ReportRatio).Texts(_phrases.ReportUnit);
        foreach (var (group, members) in Sames)
        {
            var rows = members.Where(rowOf.ContainsKey).ToList();
            if (rows.Count > 0)
            {
                table.Group(_phrases.IndicatorGroup(group));
            }

            foreach (var id in rows)
            {
                Same(table, all, rowOf, id);
            }
        }

        string[] told = ["price.urban_tariff", "price.urban_unit_cost", "service.urban_per_head", "quality.urban_age"];
        List<string> parts = [.. told.Where(rowOf.ContainsKey).Select(id => Part(all, rowOf, id)).Where(p => p.Length > 0)];
        if (parts.Count > 0)
        {
            Answers.Add(_phrases.ReportSamesSay(parts));
        }

        return table;
    }

    private string Part(CsvFile all, Dictionary<string, int> rowOf, string id)
    {
        var (row, decimals) = (rowOf[id], Decimals(all, rowOf[id]));
        return rowOf.TryGetValue(id.Replace("urban", "rural", StringComparison.Ordinal), out var other) && double.IsFinite(all.Number(row, "value"))
            ? _phrases.ReportSamePart(
                _phrases.IndicatorPair(id, all.Text(row, "name")), ReportCell.Show(all.Number(row, "value"), decimals),
                ReportCell.Show(all.Number(other, "value"), decimals), _phrases.ShownUnit(all.Text(row, "unit")))
            : "";
    }

    private void Same(ReportTable table, CsvFile all, Dictionary<string, int> rowOf, string id)
    {
        var row = rowOf[id];
        var (name, unit, value, decimals) = (_phrases.IndicatorPair(id, all.Text(row, "name")), all.Text(row, "unit"), all.Number(row, "value"), Decimals(all, row));
        if (!rowOf.TryGetValue(id.Replace("urban", "rural", StringComparison.Ordinal), out var other) || other == row)
        {
            table.Row(name, "", "", ReportCell.Of(value, decimals), _phrases.ShownUnit(unit));
            return;
        }

        var village = all.Number(other, "value");
        table.Row(
            name, ReportCell.Of(value, decimals), ReportCell.Of(village, decimals), ReportCell.Of(value > 0 ? village / value : double.NaN, 2),
            _phrases.ShownUnit(unit));
    }

    private ReportTable All(CsvFile all)
    {
        var table = new ReportTable("indicators-table", _phrases.ReportIndicators, all.Name) { Note = _phrases.ReportNotFollowed }
            .Texts(_phrases.ReportIndicator).Numbers(_phrases.ReportValue).Texts(_phrases.ReportUnit, _phrases.ReportBetterWhen);
        var group = "";
        for (var r = 0; r < all.Rows; r++)
        {
            if (all.Text(r, "group") != group)
            {
                group = all.Text(r, "group");
                table.Group(_phrases.IndicatorGroup(group));
            }

            table.Row(
                _phrases.IndicatorName(all.Text(r, "id"), all.Text(r, "name")), ReportCell.Of(all.Number(r, "value"), Decimals(all, r)), _phrases.ShownUnit(all.Text(r, "unit")),
                all.Text(r, "better") switch { "higher" => _phrases.ReportHigher, "lower" => _phrases.ReportLower, _ => "" });
        }

        return table;
    }

    private ReportTable Standards(CsvFile all)
    {
        var table = new ReportTable("standards-table", _phrases.ReportStandards, all.Name).Texts(_phrases.ReportStandard)
            .Numbers(_phrases.ReportLimit, _phrases.ReportWorst).Texts(_phrases.ReportUnit, _phrases.ReportVerdict).Numbers(_phrases.ReportPeopleFailing);
        var (passed, failed) = (0, new List<string>());
        for (var r = 0; r < all.Rows; r++)
        {
            var name = _phrases.IndicatorName(all.Text(r, "id"), all.Text(r, "name"));
            var verdict = all.Text(r, "verdict");
            if (verdict == "fail")
            {
                failed.Add(_phrases.ReportMissed(
                    name,
                    double.IsFinite(all.Number(r, "limit")) ? Limit(all.Number(r, "limit")) : "",
                    double.IsFinite(all.Number(r, "value")) ? ReportCell.Show(all.Number(r, "value"), Places(all, r)) : null,
                    _phrases.ShownUnit(all.Text(r, "unit")),
                    all.Number(r, "people")));
            }

            passed += verdict == "pass" ? 1 : 0;
            table.Row(
                name, new ReportCell(Limit(all.Number(r, "limit")), all.Number(r, "limit")), ReportCell.Of(all.Number(r, "value"), Places(all, r)),
                _phrases.ShownUnit(all.Text(r, "unit")),
                verdict switch { "pass" => new ReportCell(_phrases.ReportPass).As("good"), "fail" => new ReportCell(_phrases.ReportFail).As("bad"), _ => _phrases.ReportUnknown },
                ReportCell.Of(all.Number(r, "people")));
        }

        Answers.Add(_phrases.ReportStandardsSay(passed, failed));
        return table;
    }

    private ReportTable Failures(CsvFile all)
    {
        var people = all.Columns.FirstOrDefault(c => c.StartsWith("people", StringComparison.Ordinal)) ?? "people";
        var table = new ReportTable("failures-table", _phrases.ReportFailures, all.Name) { Note = _phrases.ReportFailuresMean }
            .Texts(_phrases.ReportWhatFails, _phrases.ReportKindHead).Numbers(_phrases.ReportPeopleCutOff);
        foreach (var r in Enumerable.Range(0, all.Rows).Where(r => all.Number(r, people) > 0).OrderByDescending(r => all.Number(r, people)).Take(60))
        {
            table.Row(
                _source.Map?.Facilities.FirstOrDefault(f => f.Id == all.Text(r, "id"))?.Name ?? all.Text(r, "id"), _phrases.FailureKind(all.Text(r, "kind")), ReportCell.Of(all.Number(r, people)));
        }

        return table;
    }

    private static int Decimals(CsvFile all, int row) => all.Number(row, "decimals") is >= 0 and <= 6 and var d ? (int)d : 2;

    // As the standard has it, without zeros that it does not have.
    private static string Limit(double value) => double.IsFinite(value) ? value.ToString("#,0.###", System.Globalization.CultureInfo.InvariantCulture) : "–";

    // As many decimals as a value of its size needs; more, where with these a standard that is missed would look met.
    private static int Places(CsvFile all, int row)
    {
        var (value, limit) = (all.Number(row, "value"), all.Number(row, "limit"));
        var places = Math.Abs(value) switch { >= 100 => 0, >= 10 => 1, >= 1 => 2, _ => 3 };
        while (all.Text(row, "verdict") == "fail" && places < 6 && Math.Round(value, places).Equals(Math.Round(limit, places)))
        {
            places++;
        }

        return places;
    }
}
