using System.Globalization;
using Spectre.Console;
using WaterSim.Planning.Comparison;

namespace WaterSim.Cli.Output;

/// <summary>Prints runs side by side: what is better, what is worse, and which communities changed most.</summary>
internal sealed class ComparisonPrinter(IAnsiConsole console, RunComparison comparison, string language)
{
    private const int LongestName = 40;
    private const int MostChanged = 5;
    private const string None = "-";

    private IEnumerable<int> Others => Enumerable.Range(1, comparison.Runs.Length - 1);

    /// <summary>Prints it.</summary>
    public void Print()
    {
        console.Write(new Text(comparison.County.In(language), new Style(decoration: Decoration.Bold)));
        console.WriteLine(comparison.Kind == ComparisonKind.Day ? "  runs of a day side by side" : "  years side by side");
        for (var run = 0; run < comparison.Runs.Length; run++)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {run + 1}  {Short(comparison.Runs[run].Name.In(language), 90)}"));
        }

        console.WriteLine();
        Indicators();
        for (var measure = 0; measure < comparison.Measures.Length; measure++)
        {
            Changed(measure);
        }
    }

    private void Indicators()
    {
        var headings = new List<string> { "<Indicator", "<Unit" };
        headings.AddRange(comparison.Runs.Select((_, r) => string.Create(CultureInfo.InvariantCulture, $"{r + 1}")));
        if (comparison.Runs.Length == 2)
        {
            headings.AddRange(["Change", "<"]);
        }

        var table = new TextTable("Indicators that differ from those of 1", [.. headings]);
        var told = comparison.Indicators.Where(i => i.Values.Any(v => v is not null)).ToArray();
        var differing = told.Where(i => Others.Any(run => i.Verdict(run) != ComparisonVerdict.Same)).ToArray();
        foreach (var indicator in differing)
        {
            var cells = new List<(string Text, Style Style)> { (Short(indicator.Name, LongestName), Style.Plain), (indicator.Unit, Style.Plain) };
            cells.AddRange(indicator.Values.Select((v, run) => (
                Number(v, indicator.Decimals) + Mark(run == 0 || comparison.Runs.Length == 2 ? ComparisonVerdict.None : indicator.Verdict(run)),
                StyleOf(comparison.Runs.Length == 2 ? ComparisonVerdict.None : indicator.Verdict(run)))));
            if (comparison.Runs.Length == 2)
            {
                var verdict = indicator.Verdict(1);
                cells.Add((Signed(indicator.Difference(1), indicator.Decimals), StyleOf(verdict)));
                cells.Add((Word(verdict), StyleOf(verdict)));
            }

            table.AddStyled([.. cells]);
        }

        table.WriteTo(console);
        console.WriteLine(differing.Length == told.Length ? "" : $"{Say.Counted(told.Length - differing.Length, "other indicator")} stay the same.");
        console.WriteLine();
    }

    private void Changed(int measure)
    {
        var by = comparison.Measures[measure];
        foreach (var run in Others)
        {
            var against = comparison.Runs.Length == 2 ? "" : string.Create(CultureInfo.InvariantCulture, $", {run + 1} against 1");
            var table = new TextTable($"Changed most: {by.Name.ToLowerInvariant()}, {by.Unit}{against}", "<Community", "<Town", "People", "Before", "After", "Change", "<");
            foreach (var changed in comparison.ChangedMost(measure, run).Take(MostChanged))
            {
                var (community, style) = (changed.Community, StyleOf(changed.Verdict));
                table.AddStyled(
                    (Short(community.Name.In(language), LongestName), Style.Plain),
                    (community.Town, Style.Plain),
                    (Say.Count(community.People), Style.Plain),
                    (Number(community.Values[measure][0], by.Decimals), Style.Plain),
                    (Number(community.Values[measure][run], by.Decimals), Style.Plain),
                    (Signed(changed.Change, by.Decimals), style),
                    (Word(changed.Verdict), style));
            }

            table.WriteTo(console);
        }
    }

    private static string Number(double? value, int decimals) => value is { } v ? Say.Number(v, decimals) : None;

    private static string Signed(double? change, int decimals)
    {
        if (change is not { } value)
        {
            return None;
        }

        var text = Say.Number(value, decimals);
        return value > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;
    }

    private static string Word(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Better => "better",
        ComparisonVerdict.Worse => "worse",
        ComparisonVerdict.Same => "same",
        _ => "",
    };

    // Of several runs there is room for a sign only; colours alone would be lost on paper.
    private static string Mark(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Better => " ▲",
        ComparisonVerdict.Worse => " ▼",
        _ => "  ",
    };

    private static Style StyleOf(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Better => new Style(Color.Green),
        ComparisonVerdict.Worse => new Style(Color.Red),
        _ => Style.Plain,
    };

    private static string Short(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
}
