using System.Globalization;
using System.Xml;

namespace WaterSim.Plots.Report;

/// <summary>The run folder's figures, washed and put into the page.</summary>
internal sealed class FigureSection
{
    private const string Folder = "figures/";

    // The map of the page says what this one does, and more.
    private static readonly string[] Order =
    [
        "shortage", "storage", "days-left", "supply", "transfers", "water-by-month", "without",
        "pressure-distribution", "town-balance", "plant-output", "tank-levels", "demand-pattern", "network-map",
    ];

    private readonly ReportSource _source;
    private readonly List<(string File, SvgFragment Drawing)> _figures = [];
    private readonly List<string> _refused = [];

    public FigureSection(ReportSource source)
    {
        _source = source;
        string[] files =
        [
            .. source.Run.Files.Select(f => f.Name)
                .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".svg", StringComparison.Ordinal))
                .OrderBy(n => Array.IndexOf(Order, n[Folder.Length..^4]) is >= 0 and var i ? i : Order.Length)
                .ThenBy(n => n, StringComparer.Ordinal),
        ];
        var drawings = new SvgFragment?[files.Length];
        Parallel.For(0, files.Length, i => drawings[i] = Read(files[i], i));
        for (var i = 0; i < files.Length; i++)
        {
            if (drawings[i] is { } drawing)
            {
                _figures.Add((files[i], drawing));
            }
            else
            {
                _refused.Add(files[i]);
            }
        }
    }

    /// <summary>Number of figures.</summary>
    public int Count => _figures.Count + _refused.Count;

    public void Write(HtmlWriter html)
    {
        if (Count == 0)
        {
            return;
        }

        var phrases = _source.Phrases;
        html.Begin("section", ("id", "figures"));
        html.Leaf("h2", phrases.ReportFigures);
        if (_source.Run.OptionOf("lang") is { } language && language == "zh" != phrases.IsChinese)
        {
            html.Leaf("p", phrases.ReportFiguresInOther, ("class", "note"));
        }

        var number = 0;
        foreach (var (file, drawing) in _figures)
        {
            number++;
            html.Begin("figure", ("class", "drawing"));
            html.Begin("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", drawing.Title.Length > 0 ? drawing.Title : file));
            html.Drawing(drawing);
            html.End();
            html.Begin("figcaption");
            html.Leaf("span", phrases.ReportFigure(number), ("class", "name"));
            html.Text(" ");
            html.Leaf("span", phrases.ReportFrom(file), ("class", "source"));
            html.End();
            html.End();
        }

        foreach (var file in _refused)
        {
            html.Leaf("p", phrases.ReportNoDrawing(file), ("class", "note"));
        }

        html.End();
    }

    private SvgFragment? Read(string file, int i)
    {
        try
        {
            using var stream = File.OpenRead(_source.Run.PathOf(file));
            return SvgFragment.Of(stream, string.Create(CultureInfo.InvariantCulture, $"f{i + 1}"));
        }
        catch (XmlException)
        {
            // Told on the page: the other figures are still good.
            return null;
        }
    }
}
