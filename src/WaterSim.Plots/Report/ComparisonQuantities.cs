using System.Text.Json;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;
using static WaterSim.Plots.Report.ComparisonData;

namespace WaterSim.Plots.Report;

/// <summary>What the map of a comparison can show: of each measure the difference of each run from the first, and the runs themselves.</summary>
internal sealed class ComparisonQuantities(ComparisonData data, Phrases phrases)
{
    private readonly ComparisonData _data = data;
    private readonly Phrases _phrases = phrases;

    // Differences first: they are what one looks for.
    public List<MapQuantity> Of(MapData map)
    {
        var byId = _data.Root.ById("communities");
        var all = new List<MapQuantity>();
        foreach (var measure in _data.Root.List("measures"))
        {
            for (var run = 1; run < _data.Runs.Length; run++)
            {
                double[] values = [.. map.Places.Select(p => At(p, measure.Text("id"), run) - At(p, measure.Text("id"), 0))];
                if (values.Any(double.IsFinite))
                {
                    all.Add(Difference(measure, run, values));
                }
            }
        }

        // What does not differ anywhere comes after what does.
        all = [.. all.OrderBy(q => q.Values.All(v => !double.IsFinite(v) || Math.Abs(v) < -q.Limits[2]))];
        foreach (var measure in _data.Root.List("measures"))
        {
            var (id, name) = (measure.Text("id"), _data.MeasureName(measure));
            for (var run = 0; run < _data.Runs.Length; run++)
            {
                double[] values = [.. map.Places.Select(p => At(p, id, run))];
                var quantity = Make($"{id}-{run}", _phrases.ReportIn(name, _data.Runs[run]), measure, values);
                all.Add(id.Contains("pressure", StringComparison.Ordinal)
                    ? (quantity with { IsPressure = true }).WithPressureClasses()
                    : quantity.With(Map.ColorClasses.Even(values)));
            }
        }

        return all;

        double At(MapPlace place, string id, int run) =>
            byId.TryGetValue(place.Id, out var c) && c.Find("values") is { } v ? Value(v, id, run) : double.NaN;
    }

    private MapQuantity Difference(JsonElement measure, int run, double[] values)
    {
        var most = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var least = 0.5 * Math.Pow(10, -measure.Number("decimals"));
        var step = Math.Max(NiceSteps.Step(most, 3), 4 * least);
        var colors = measure.Text("better") == "lower" ? MapQuantity.Difference.Reverse().ToArray() : MapQuantity.Difference;
        return Make($"{measure.Text("id")}-change-{run}", _phrases.ReportDifference(_data.MeasureName(measure), _data.Runs[run], _data.Runs[0]), measure, values) with
        {
            Limits = [-2 * step, -step, -least, least, step, 2 * step],
            Colors = colors,
            Labels =
            [
                _phrases.ReportBelow(-2 * step), _phrases.ReportRange(-2 * step, -step), _phrases.ReportRange(-step, 0), _phrases.ReportSameClass, _phrases.ReportRange(0, step),
                _phrases.ReportRange(step, 2 * step), _phrases.ReportOver(2 * step),
            ],
        };
    }

    private MapQuantity Make(string id, string name, JsonElement measure, double[] values) => new()
    {
        Id = id,
        Name = name,
        Unit = _phrases.ShownUnit(measure.Text("unit")),
        Decimals = DecimalsOf(measure),
        Limits = [],
        Colors = ["#888888"],
        Values = values,
        Source = ReportSource.ComparisonFile,
    };
}
