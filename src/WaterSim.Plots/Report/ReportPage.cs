using System.Globalization;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>Puts a page together: head, summary, map, tables, figures, where it comes from.</summary>
internal sealed class ReportPage(ReportSource source)
{
    private static readonly Lazy<OwnText> Style = new(() => OwnText.Of("report.css"));
    private static readonly Lazy<OwnText> TableScript = new(() => OwnText.Of("report-tables.js"));
    private static readonly Lazy<OwnText> MapScript = new(() => OwnText.Of("report-map.js"));

    private readonly HtmlWriter _html = new();
    private readonly Phrases _phrases = source.Phrases;

    /// <summary>Makes the page.</summary>
    /// <exception cref="InvalidDataException">A file of the folder is not what it should be.</exception>
    public byte[] Make()
    {
        var figures = new FigureSection(source);
        var content = source.Kind switch
        {
            ReportKind.Year => YearContent.Of(source),
            ReportKind.Comparison => ComparisonContent.Of(source),
            _ => RunContent.Of(source),
        };
        var hasMap = content.Quantities.Count > 0 && source.Map!.Places.Any(p => double.IsFinite(p.X));

        _html.Begin("html", ("lang", _phrases.IsChinese ? "zh-CN" : "en"));
        Head(content);
        _html.Begin("body");
        _html.Leaf("a", _phrases.ReportSkip, ("class", "skip"), ("href", "#summary"));
        Top(content);
        Navigation(content, hasMap, figures.Count > 0);
        _html.Begin("main");
        Summary(content);
        if (hasMap)
        {
            new MapSection(_html, _phrases, source.Map!, content.Quantities).Write();
        }

        foreach (var (id, title, tables) in content.Sections)
        {
            _html.Begin("section", ("id", id));
            _html.Leaf("h2", title);
            foreach (var table in tables)
            {
                table.Write(_html, _phrases, isAlone: tables.Count == 1);
            }

            _html.End();
        }

        figures.Write(_html);
        new ProvenanceSection(source).Write(_html);
        _html.End();
        _html.Begin("footer");
        _html.Leaf("p", _phrases.ReportMadeBy(source.Run.ToolVersion));
        _html.End();
        _html.Script(TableScript.Value);
        if (hasMap)
        {
            _html.Script(MapScript.Value);
        }

        _html.End();
        _html.End();
        return _html.ToBytes();
    }

    private void Head(ReportContent content)
    {
        _html.Begin("head");
        _html.Begin("meta", ("charset", "utf-8"));
        _html.Begin("meta", ("http-equiv", "Content-Security-Policy"), ("content",
            $"default-src 'none'; style-src {Style.Value.Hash}; script-src {TableScript.Value.Hash} {MapScript.Value.Hash}; img-src data:; base-uri 'none'; form-action 'none'"));
        _html.Begin("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        _html.Begin("meta", ("name", "generator"), ("content", "watersim " + source.Run.ToolVersion));
        _html.Begin("link", ("rel", "icon"), ("href", "data:,"));
        _html.Leaf("title", content.Title + (content.Place.Length > 0 ? " · " + content.Place : ""));
        _html.Style(Style.Value);
        _html.End();
    }

    private void Top(ReportContent content)
    {
        _html.Begin("header", ("class", "top"));
        _html.Leaf("p", content.Place.Length > 0 ? $"{content.Place} · {_phrases.ReportOf(source.Kind)}" : _phrases.ReportOf(source.Kind), ("class", "kicker"));
        _html.Leaf("h1", content.Title);
        if (content.About.Length > 0)
        {
            _html.Leaf("p", content.About, ("class", "lede"));
        }

        _html.Leaf("p", content.Facts, ("class", "facts"));
        _html.End();
    }

    private void Navigation(ReportContent content, bool hasMap, bool hasFigures)
    {
        _html.Begin("nav", ("aria-label", _phrases.ReportContents));
        _html.Begin("ul");
        Link("summary", _phrases.ReportSummary);
        if (hasMap)
        {
            Link("map", _phrases.ReportMap);
        }

        foreach (var (id, title, _) in content.Sections)
        {
            Link(id, title);
        }

        if (hasFigures)
        {
            Link("figures", _phrases.ReportFigures);
        }

        Link("provenance", _phrases.ReportProvenance);
        _html.End();
        _html.End();

        void Link(string id, string text)
        {
            _html.Begin("li");
            _html.Leaf("a", text, ("href", "#" + id));
            _html.End();
        }
    }

    private void Summary(ReportContent content)
    {
        _html.Begin("section", ("id", "summary"));
        _html.Leaf("h2", _phrases.ReportSummary);
        for (var i = 0; i < content.Answers.Count; i++)
        {
            _html.Leaf("p", Bound(content.Answers[i]), ("class", i == 0 ? "answer first" : "answer"));
        }

        _html.Begin("dl", ("class", "key"));
        foreach (var (name, value, unit, note) in content.Key)
        {
            _html.Begin("div");
            _html.Leaf("dt", name);
            _html.Begin("dd");
            _html.Leaf("span", value, ("class", "value"));
            if (unit.Length > 0)
            {
                _html.Leaf("span", " " + unit, ("class", "unit"));
            }

            _html.End();
            _html.Leaf("dd", note, ("class", "note"));
            _html.End();
        }

        _html.End();
        _html.Leaf("p", _phrases.ReportFrom(string.Create(CultureInfo.InvariantCulture, $"{source.SummaryFile}")), ("class", "source"));
        _html.End();
    }

    // A number and its unit stay on one line.
    private static string Bound(string text)
    {
        foreach (var unit in (ReadOnlySpan<string>)["%", "m", "m³", "m³/d", "mg/L", "L/d", "kWh", "yuan/m³", "h", "h/d", "days", "people"])
        {
            for (var at = text.IndexOf(" " + unit, StringComparison.Ordinal); at > 0; at = text.IndexOf(" " + unit, at + 1, StringComparison.Ordinal))
            {
                var end = at + 1 + unit.Length;
                if (char.IsAsciiDigit(text[at - 1]) && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '³' or '/')))
                {
                    text = text[..at] + "\u00A0" + text[(at + 1)..];
                }
            }
        }

        return text;
    }
}
