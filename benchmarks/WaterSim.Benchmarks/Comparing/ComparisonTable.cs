using System.Globalization;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>Writes comparisons as Markdown tables.</summary>
internal sealed class ComparisonTable(TextWriter output)
{
    /// <summary>Writes a line, numbers as everywhere in the world of programs.</summary>
    public void Line(FormattableString text)
    {
        output.WriteLine(FormattableString.Invariant(text));
        output.Flush();
    }

    /// <summary>Begins a part.</summary>
    public void Title(string title, string explanation = "")
    {
        Line($"");
        Line($"## {title}");
        Line($"");
        if (explanation.Length > 0)
        {
            Line($"{explanation}");
            Line($"");
        }
    }

    /// <summary>The head of a table whose last columns are those of <see cref="Times"/>.</summary>
    public void Header(string rival, string ours, params ReadOnlySpan<string> first)
    {
        string[] all = [.. first, $"{rival}, ms", $"{ours}, ms", $"{rival} / {ours}", "rounds", "processor"];
        Line($"| {string.Join(" | ", all)} |");
        Line($"|{string.Concat(Enumerable.Repeat(" --- |", all.Length))}");
    }

    /// <summary>The last columns of a row.</summary>
    public static string Times(TurnByTurn turns)
    {
        var ours = turns.Ours;
        var rounds = string.Create(CultureInfo.InvariantCulture, $"{ours.Count} | {100 * turns.ProcessorShare:F0} %");
        if (turns.Rival is not { } rival)
        {
            return $"- | {Time(ours)} | - | {rounds}";
        }

        var ratios = rival.Over(ours);
        var ratio = string.Create(
            CultureInfo.InvariantCulture,
            $"{ratios.Median:G3} ({ratios.Quantile(0.25):G3} to {ratios.Quantile(0.75):G3})");
        return $"{Time(rival)} | {Time(ours)} | {ratio} | {rounds}";
    }

    /// <summary>What is said of ours and of the rival's; once where it is alike.</summary>
    public static string Pair(RunEffort ours, RunEffort? rival, Func<RunEffort, FormattableString> text)
    {
        var first = FormattableString.Invariant(text(ours));
        var second = rival is { } r ? FormattableString.Invariant(text(r)) : first;
        return first == second ? first : $"{first} / {second}";
    }

    private static string Time(Sample sample) => string.Create(
        CultureInfo.InvariantCulture, $"{Digits(sample.Median)} +- {Digits(sample.MedianDeviation)}");

    // Three digits, without an exponent.
    private static string Digits(double ms) => ms.ToString(
        ms switch { >= 100 => "F0", >= 10 => "F1", >= 1 => "F2", _ => "F3" }, CultureInfo.InvariantCulture);
}
