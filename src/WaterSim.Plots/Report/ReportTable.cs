using System.Globalization;

namespace WaterSim.Plots.Report;

/// <summary>A table of a page: rows below headings with units, the file that it comes from, sorted and searched by the page's script.</summary>
internal sealed class ReportTable(string id, string caption, string source)
{
    private const int Long = 30;
    private const int Short = 20;

    private readonly List<(string Head, bool IsNumber)> _columns = [];
    private readonly List<(string? Group, ReportCell[] Cells, bool IsTotal)> _rows = [];

    /// <summary>What stands below the table, or null.</summary>
    public string? Note { get; init; }

    public int Rows => _rows.Count;

    public ReportTable Texts(params ReadOnlySpan<string> heads)
    {
        foreach (var head in heads)
        {
            _columns.Add((head, false));
        }

        return this;
    }

    public ReportTable Numbers(params ReadOnlySpan<string> heads)
    {
        foreach (var head in heads)
        {
            _columns.Add((head, true));
        }

        return this;
    }

    public void Row(params ReportCell[] cells) => _rows.Add((null, cells, false));

    public void Total(params ReportCell[] cells) => _rows.Add((null, cells, true));

    /// <summary>A row that names what follows.</summary>
    public void Group(string name) => _rows.Add((name, [], false));

    /// <param name="html">Where to.</param>
    /// <param name="phrases">Texts.</param>
    /// <param name="isAlone">Whether it stands alone under a heading of its name, which then need not be seen twice.</param>
    public void Write(HtmlWriter html, Lettering.Phrases phrases, bool isAlone = false)
    {
        var isPlain = _rows.Any(r => r.Group is not null);
        var isLong = _rows.Count > Long && !isPlain;
        html.Begin("div", ("class", isLong ? "table long" : _rows.Count <= Short ? "table short" : "table"));
        html.Begin("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", id + "-caption"));
        html.Begin("table", ("id", id), ("class", isPlain ? "plain" : "sortable"));
        html.Begin("caption", ("id", id + "-caption"));
        html.Leaf("span", caption, ("class", isAlone ? "name unseen" : "name"));
        html.Text(" ");
        html.Leaf("span", phrases.ReportFrom(source), ("class", "source"));
        html.End();
        html.Begin("thead");
        html.Begin("tr");
        foreach (var (head, isNumber) in _columns)
        {
            html.Leaf("th", head, ("scope", "col"), ("class", isNumber ? "n" : null));
        }

        html.End();
        html.End();
        html.Begin("tbody");
        foreach (var (group, cells, isTotal) in _rows)
        {
            html.Begin("tr", ("class", isTotal ? "total" : group is not null ? "group" : null));
            if (group is not null)
            {
                html.Leaf("th", group, ("scope", "rowgroup"), ("colspan", _columns.Count.ToString(CultureInfo.InvariantCulture)));
            }

            for (var c = 0; c < cells.Length; c++)
            {
                Cell(html, c, cells[c]);
            }

            html.End();
        }

        html.End();
        html.End();
        html.End();
        if (Note is not null)
        {
            html.Leaf("p", Note, ("class", "note"));
        }

        html.End();
    }

    private void Cell(HtmlWriter html, int column, ReportCell cell)
    {
        var isNumber = _columns[column].IsNumber;
        var type = isNumber ? "n" : null;
        html.Begin(
            column == 0 ? "th" : "td",
            ("scope", column == 0 ? "row" : null),
            ("class", cell.Tone is null ? type : type is null ? cell.Tone : type + " " + cell.Tone),
            ("data-v", isNumber && double.IsFinite(cell.Value) ? cell.Value.ToString("G7", CultureInfo.InvariantCulture) : null));
        if (double.IsFinite(cell.Bar))
        {
            html.Begin("svg", ("class", "bar"), ("viewBox", "0 0 100 8"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false"));
            html.Leaf("rect", "", ("class", "ground"), ("width", "100"), ("height", "8"));
            html.Leaf("rect", "", ("width", Math.Clamp(cell.Bar, 0, 100).ToString("0.#", CultureInfo.InvariantCulture)), ("height", "8"));
            html.End();
            html.Leaf("span", cell.Text, ("class", "num"));
            html.End();
            return;
        }

        html.Text(cell.Text);
        html.End();
    }
}
