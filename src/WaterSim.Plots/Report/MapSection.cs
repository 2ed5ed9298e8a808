using System.Globalization;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>
/// The map: a drawing that stands by itself, in print and without a script, and the data by which <c>report-map.js</c> makes it one to move
/// about in.
/// </summary>
internal sealed class MapSection(HtmlWriter html, Phrases phrases, MapData map, IReadOnlyList<MapQuantity> quantities)
{
    private static readonly (double From, string Class)[] Widths = [(0.4, "p4"), (0.25, "p3"), (0.12, "p2"), (0, "p1")];

    public void Write()
    {
        var shown = quantities[0];
        html.Begin("section", ("id", "map"));
        html.Leaf("h2", phrases.ReportMap);
        html.Leaf("p", phrases.ReportMapHelp, ("class", "note screen"));
        html.Begin("div", ("class", "map"), ("id", "map-box"));
        Controls(shown);
        html.Begin("figure", ("class", "stage"));
        Draw(shown);
        html.Begin("div", ("class", "zoom screen"), ("role", "group"), ("aria-label", phrases.ReportZoom));
        html.Leaf("button", "+", ("type", "button"), ("id", "zoom-in"), ("aria-label", phrases.ReportZoomIn));
        html.Leaf("button", "−", ("type", "button"), ("id", "zoom-out"), ("aria-label", phrases.ReportZoomOut));
        html.Leaf("button", "⤢", ("type", "button"), ("id", "zoom-all"), ("aria-label", phrases.ReportZoomAll));
        html.End();
        html.Leaf("div", "", ("id", "map-tip"), ("class", "tip"), ("hidden", ""));
        html.Begin("figcaption");
        html.Leaf("span", phrases.ReportFrom(shown.Source), ("id", "map-source"));
        html.End();
        html.End();
        Side(shown);
        html.End();
        html.Data("map-data", new MapScript(phrases, map, quantities).Write);
        html.End();
    }

    private void Controls(MapQuantity shown)
    {
        html.Begin("div", ("class", "controls screen"));
        html.Begin("p");
        html.Leaf("label", phrases.ReportQuantity, ("for", "map-quantity"));
        html.Begin("select", ("id", "map-quantity"));
        for (var q = 0; q < quantities.Count; q++)
        {
            html.Leaf("option", quantities[q].Name, ("value", q.ToString(CultureInfo.InvariantCulture)), ("selected", q == 0 ? "" : null));
        }

        html.End();
        html.End();
        html.Begin("p");
        html.Leaf("label", map.IsCounty ? phrases.ReportFindVillage : phrases.ReportFindNode, ("for", "map-find"));
        html.Begin("select", ("id", "map-find"));
        html.Leaf("option", "–", ("value", ""));
        foreach (var (place, i) in map.Places.Select((p, i) => (p, i)).Where(p => double.IsFinite(p.p.X)).OrderBy(p => p.p.Name, StringComparer.Ordinal))
        {
            html.Leaf("option", place.Name, ("value", i.ToString(CultureInfo.InvariantCulture)));
        }

        html.End();
        html.End();
        html.Begin("p", ("class", "time"), ("id", "map-time-box"), ("hidden", shown.IsSeries ? null : ""));
        html.Leaf(
            "button", "▶", ("type", "button"), ("id", "map-play"), ("aria-label", phrases.ReportPlay),
            ("data-pause", phrases.ReportPause), ("data-play", phrases.ReportPlay));
        html.Begin("input", ("type", "range"), ("id", "map-time"), ("min", "0"), ("max", "0"), ("value", "0"), ("step", "1"), ("aria-label", phrases.ReportTime));
        html.Leaf("output", "", ("id", "map-clock"), ("for", "map-time"));
        html.End();
        html.End();
    }

    private void Side(MapQuantity shown)
    {
        html.Begin("div", ("class", "side"));
        html.Begin("table", ("class", "legend"), ("id", "map-legend"));
        html.Begin("caption");
        html.Leaf("span", shown.Titled, ("id", "map-title"));
        html.End();
        html.Begin("thead");
        html.Begin("tr");
        html.Leaf("th", phrases.ReportClass, ("scope", "col"));
        html.Leaf("th", map.IsCounty ? phrases.ReportPlaces : phrases.ReportNodes, ("scope", "col"), ("class", "n"));
        if (map.IsCounty)
        {
            html.Leaf("th", phrases.ReportPeople, ("scope", "col"), ("class", "n"));
        }

        html.End();
        html.End();
        html.Begin("tbody");
        for (var c = shown.Colors.Length - 1; c >= -1; c--)
        {
            var members = Enumerable.Range(0, map.Places.Count).Where(p => shown.ClassOf(shown.Values[p]) == c).ToList();
            if (c < 0 && members.Count == 0)
            {
                continue;
            }

            html.Begin("tr");
            html.Begin("th", ("scope", "row"));
            html.Begin("svg", ("class", "swatch"), ("viewBox", "0 0 12 12"), ("aria-hidden", "true"), ("focusable", "false"));
            html.Leaf("circle", "", ("cx", "6"), ("cy", "6"), ("r", "5"), ("fill", c < 0 ? shown.NoneColor : shown.Colors[c]), ("stroke", "#444"), ("stroke-width", "0.7"));
            html.End();
            html.Text(c < 0 ? phrases.NoneLabel(shown) : phrases.ClassLabel(shown, c));
            html.End();
            html.Leaf("td", ReportCell.Show(members.Count), ("class", "n"));
            if (map.IsCounty)
            {
                html.Leaf("td", ReportCell.Show(members.Sum(m => map.Places[m].People)), ("class", "n"));
            }

            html.End();
        }

        html.End();
        html.End();
        Symbols();
        html.Leaf("div", "", ("id", "map-card"), ("class", "card"), ("aria-live", "polite"));
        html.End();
    }

    // What shapes stand for; only those that the map has.
    private void Symbols()
    {
        html.Begin("ul", ("class", "symbols"));
        foreach (var (kind, name) in new[]
        {
            ("source", phrases.Source), ("standby", phrases.StandbySource), ("plant", phrases.Plant), ("tank", phrases.ElevatedTank), ("booster", phrases.Booster),
        })
        {
            if (map.Facilities.Any(f => f.Kind == kind))
            {
                html.Begin("li");
                html.Begin("svg", ("class", "swatch"), ("viewBox", "-8 -8 16 16"), ("aria-hidden", "true"), ("focusable", "false"));
                html.Leaf("path", "", ("class", "f " + kind), ("d", ShapeOf(kind)));
                html.End();
                html.Text(name);
                html.End();
            }
        }

        if (quantities.Any(q => q.IsPressure) && map.IsCounty)
        {
            html.Begin("li");
            html.Begin("svg", ("class", "swatch"), ("viewBox", "-8 -8 16 16"), ("aria-hidden", "true"), ("focusable", "false"));
            html.Leaf("circle", "", ("r", "5"), ("class", "ring"));
            html.End();
            html.Text(phrases.BelowService);
            html.End();
        }

        html.End();
    }

    private void Draw(MapQuantity shown)
    {
        html.Begin(
            "svg", ("id", "map-svg"), ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {MapData.Width} {map.Height}")),
            ("role", "group"), ("aria-label", phrases.ReportMapOf(shown.Titled)), ("tabindex", "0"), ("aria-describedby", "map-desc"));
        html.Leaf("desc", phrases.ReportMapKeys, ("id", "map-desc"));
        html.Begin("g", ("id", "map-view"));
        foreach (var group in map.Pipes.GroupBy(p => Widths.First(w => p.Diameter >= w.From).Class).Reverse())
        {
            html.Leaf("path", "", ("class", "pipe " + group.Key), ("d", string.Concat(group.Select(g => g.Path))));
        }

        html.Begin("g", ("id", "map-places"));

        // Large ones first, so that small ones lie above.
        foreach (var (place, i) in map.Places.Select((p, i) => (p, i)).Where(p => double.IsFinite(p.p.X)).OrderByDescending(p => p.p.People))
        {
            Place(shown, place, i);
        }

        html.End();
        html.Begin("g", ("id", "map-marks"), ("aria-hidden", "true"));
        foreach (var mark in map.Facilities.Where(f => double.IsFinite(f.X)).OrderBy(f => f.Kind is "plant"))
        {
            html.Begin("g", ("class", "mark"), ("data-x", F(mark.X)), ("data-y", F(mark.Y)), ("transform", $"translate({F(mark.X)} {F(mark.Y)})"));
            html.Begin("path", ("class", "f " + mark.Kind), ("d", ShapeOf(mark.Kind)));
            html.Leaf("title", mark.Name);
            html.End();
            html.End();
        }

        foreach (var label in new MapLabels(map).All)
        {
            html.Begin(
                "g", ("class", "mark label " + label.Kind), ("data-x", F(label.X)), ("data-y", F(label.Y)),
                ("transform", $"translate({F(label.X)} {F(label.Y)})"));
            html.Leaf("text", label.Name, ("x", F(label.Dx)), ("y", F(label.Dy)), ("text-anchor", label.Anchor));
            html.End();
        }

        html.End();
        html.End();
        ScaleBar();
        html.End();
    }

    private void Place(MapQuantity shown, MapPlace place, int i)
    {
        var c = shown.ClassOf(shown.Values[i]);
        var radius = map.RadiusOf(place);
        var isLow = shown.IsPressure && shown.Values[i] < place.ServiceHead;
        html.Leaf(
            "circle", "", ("cx", F(place.X)), ("cy", F(place.Y)), ("r", F(radius)), ("data-r", F(radius)),
            ("data-i", i.ToString(CultureInfo.InvariantCulture)), ("fill", c < 0 ? shown.NoneColor : shown.Colors[c]), ("class", isLow ? "low" : null),
            ("role", "img"), ("aria-label", place.Name + ": " + Told(shown, shown.Values[i])));
    }

    private string Told(MapQuantity shown, double value) => !double.IsFinite(value) ? phrases.NoneLabel(shown)
        : ReportCell.Show(value, shown.Decimals) + (shown.Unit.Length > 0 ? " " + shown.Unit : "");

    private void ScaleBar()
    {
        if (map.MetresPerUnit is not { } metres)
        {
            return;
        }

        var length = NiceSteps.Floor(150 * metres);
        html.Begin(
            "g", ("id", "map-scale"), ("class", "scalebar"), ("data-m", F(metres)), ("aria-hidden", "true"),
            ("transform", $"translate(18 {F(map.Height - 16)})"));
        html.Leaf("path", "", ("d", $"M0 -5V0H{F(length / metres)}V-5"));
        html.Leaf("text", Map.MapScale.Describe(length), ("x", F((length / metres) + 8)), ("y", "1"));
        html.End();
    }

    private static string ShapeOf(string kind) => kind switch
    {
        "plant" => "M-6-6H6V6H-6Z",
        "tank" => "M-5.5 5.5L0-6L5.5 5.5Z",
        "booster" => "M0-6.5L6.5 0L0 6.5L-6.5 0Z",
        _ => "M-6-3.5H6L0 6.5Z",
    };

    private static string F(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
