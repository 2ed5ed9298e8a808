using System.Globalization;
using System.Text.Json;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>What the page of a run of hours or days says.</summary>
internal sealed class RunContent
{
    private const double SecondsPerHour = 3600;

    private readonly ReportSource _source;
    private readonly Phrases _phrases;
    private readonly JsonElement _summary;
    private readonly double _clock;

    private RunContent(ReportSource source)
    {
        (_source, _phrases, _summary) = (source, source.Phrases, source.Summary);
        _clock = RunQuantities.StartClock(source);
    }

    public static ReportContent Of(ReportSource source) => new RunContent(source).Make();

    private ReportContent Make()
    {
        var county = _summary.Name("county", _phrases);
        var run = _source.Run;
        var hours = _summary.Number("duration_s") / SecondsPerHour;
        var indicators = IndicatorContent.Of(_source);
        return new ReportContent
        {
            Place = county,
            Title = _source.ScenarioName ?? (county.Length > 0 ? _phrases.ReportDayTitle(hours) : Path.GetFileNameWithoutExtension(run.OptionOf("network") ?? "network")),
            About = _source.ScenarioDescription ?? "",
            Facts = _phrases.ReportRunFacts(
                hours, _phrases.ClockOfDay(0, TimeSpan.FromSeconds(_clock).ToString(@"hh\:mm", CultureInfo.InvariantCulture)),
                run.OptionOf("demand-model") == "pda", run.StartedOn),
            Answers = [.. Answers(county), .. indicators.Answers],
            Key = Key(),
            Quantities = _source.Map is { } map ? RunQuantities.Of(_source, map) : [],
            Sections = [.. indicators.Sections, .. Sections()],
        };
    }

    private IEnumerable<string> Answers(string county)
    {
        var service = _summary.Find("service");
        if (service is { } s)
        {
            var served = s.Number("people_served");
            var people = s.Number("people");
            yield return served >= people
                ? _phrases.ReportAllServed(people, s.Number("communities"), county)
                : _phrases.ReportSomeServed(people - served, people, [.. s.List("not_served").OrderByDescending(c => c.Number("people")).Select(c => c.Name("name", _phrases))]);
        }

        var (required, delivered) = (_summary.Number("required_m3d"), _summary.Number("delivered_m3d"));
        if (required > 0 && delivered < 0.9995 * required)
        {
            yield return _phrases.ReportMissing(required - delivered, 100 * (required - delivered) / required, WorstTown());
        }
        else if (required > 0 && service is null)
        {
            yield return _phrases.ReportAllDelivered(delivered);
        }

        if (service?.List("worst").FirstOrDefault() is { ValueKind: JsonValueKind.Object } worst)
        {
            yield return double.IsFinite(worst.Number("min_pressure_m"))
                ? _phrases.ReportLowest(
                    worst.Number("min_pressure_m"), worst.Name("name", _phrases), RunQuantities.ClockText(_source, worst.Number("min_pressure_time_s"), _clock),
                    worst.Number("service_head_m"))
                : _phrases.ReportUnreached(worst.Name("name", _phrases));
        }
        else if (_summary.List("worst_nodes").FirstOrDefault() is { ValueKind: JsonValueKind.Object } node)
        {
            yield return _phrases.ReportLowest(
                node.Number("min_pressure_m"), node.Text("node"), RunQuantities.ClockText(_source, node.Number("time_s"), _clock), double.NaN);
        }

        if (Plants() is { Length: > 0 } sentence)
        {
            yield return sentence;
        }

        if (_summary.Find("county_quality")?.Find("chlorine") is { } chlorine)
        {
            yield return _phrases.ReportChlorine(
                chlorine.Number("people_at_or_above"), service?.Number("people") ?? double.NaN, chlorine.Number("tap_min_gm3"), chlorine.Number("lowest_gm3"),
                CommunityName(chlorine.Text("lowest_community")));
        }

        if (_summary.Text("outcome") is not ("completed" or "") || _summary.Find("solver")?.Number("unconverged_steps") > 0)
        {
            yield return _phrases.ReportUnsolved(_summary.Find("solver")?.Number("unconverged_steps") ?? double.NaN);
        }
    }

    private string CommunityName(string id) => _source.Map?.Places.FirstOrDefault(p => p.Id == id)?.Name ?? id;

    // The town that goes without most.
    private (string Name, double Missing)? WorstTown()
    {
        var worst = _summary.List("towns").Select(t => (Name: t.Name("name", _phrases), Missing: t.Number("required_m3d") - t.Number("delivered_m3d")))
            .OrderByDescending(t => t.Missing).FirstOrDefault();
        return worst.Missing > 0.5 ? worst : null;
    }

    private string Plants()
    {
        var plants = _summary.List("plants").ToList();
        if (plants.Count == 0)
        {
            return "";
        }

        var idle = plants.Where(p => p.Number("output_m3d") < 0.5).Select(p => p.Name("name", _phrases)).ToList();
        var hardest = plants.MaxBy(p => p.Number("capacity_use"));
        return _phrases.ReportPlants(
            plants.Sum(p => p.Number("output_m3d")), plants.Sum(p => p.Number("capacity_m3d")), hardest.Name("name", _phrases), 100 * hardest.Number("capacity_use"),
            hardest.Number("peak_output_m3d"), RunQuantities.ClockText(_source, hardest.Number("peak_time_s"), _clock), idle);
    }

    private List<(string Name, string Value, string Unit, string Note)> Key()
    {
        var key = new List<(string Name, string Value, string Unit, string Note)>();
        if (_summary.Find("service") is { } service)
        {
            key.Add((_phrases.ReportPeopleServed, N(service.Number("people_served")), "", _phrases.ReportOfAll(service.Number("people"))));
            key.Add((_phrases.ReportPlacesServed, N(service.Number("communities_served")), "", _phrases.ReportOfAll(service.Number("communities"))));
        }

        var (required, delivered) = (_summary.Number("required_m3d"), _summary.Number("delivered_m3d"));
        key.Add((_phrases.Delivered, N(delivered), "m³/d", required > 0 ? _phrases.ReportShareOfAsked(100 * delivered / required) : ""));
        if (_summary.Find("lowest_pressures_m") is { } pressures)
        {
            key.Add(WithoutWater() is var dry and > 0
                ? (_phrases.ReportLowestPressure, _phrases.ReportNone, "", _phrases.ReportWithoutWater(dry))
                : (_phrases.ReportLowestPressure, N(pressures.Number("min"), 1), "m", _phrases.ReportHalfBelow(pressures.Number("median"))));
        }

        if (_summary.Find("county_quality")?.Find("chlorine") is { } chlorine)
        {
            key.Add((_phrases.ReportLowestChlorine, N(chlorine.Number("lowest_gm3"), 3), "mg/L", _phrases.ReportLimitOf(chlorine.Number("tap_min_gm3"))));
        }

        if (_summary.Find("energy") is { } energy)
        {
            key.Add((_phrases.ReportEnergy, N(energy.Number("total_kwh")), "kWh", _phrases.ReportEnergyPer(energy.Number("kwh_per_1000_m3"))));
        }

        if (_summary.Find("water_balance") is { } balance)
        {
            key.Add((_phrases.ReportBalance, Small(100 * Math.Abs(balance.Number("relative_error"))), "%", _phrases.ReportOfSupplied));
        }

        return key;
    }

    // Places that no source reaches at some time.
    private int WithoutWater() => _source.Table("communities") is not { } table ? 0
        : Enumerable.Range(0, table.Rows).Count(r => !double.IsFinite(table.Number(r, "min_pressure_m")));

    private IEnumerable<(string Id, string Title, List<ReportTable> Tables)> Sections()
    {
        var tables = new RunTablesContent(_source, _clock);
        foreach (var section in new (string Id, string Title, List<ReportTable> Tables)[]
        {
            ("towns", _phrases.ReportTownsAndVillages, tables.Service()), ("supply", _phrases.ReportSupply, tables.Supply()),
            ("warnings", _phrases.ReportWarnings, tables.Warnings()),
        })
        {
            if (section.Tables.Count > 0)
            {
                yield return section;
            }
        }
    }

    private static string N(double value, int decimals = 0) => ReportCell.Show(value, decimals);

    /// <summary>A share that ought to be nothing: its digits, or that it is below what anybody would ask.</summary>
    private static string Small(double percent) => percent < 0.001 ? "< 0.001" : percent.ToString("0.####", CultureInfo.InvariantCulture);
}
