using SkiaSharp;
using WaterSim.Planning.Comparison;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Comparison;

/// <summary>What every figure of a comparison is made with.</summary>
internal sealed record ComparisonContext(
    RunComparison Comparison, ComparisonSeries Series, Phrases Phrases, Typography Type, string Place, double Scale)
{
    /// <summary>Name of a run.</summary>
    public string NameOf(int run) => Phrases.Name(Comparison.Runs[run].Name);

    /// <summary>A line of each run's colour with its name.</summary>
    public IReadOnlyList<KeyEntry> Key => [.. Comparison.Runs.Select((_, r) => new KeyEntry(NameOf(r), Inks.Runs[r], SampleKind.Line))];

    public Figure Make(string name, string what, float height, Action<Sheet, string> draw)
    {
        var title = Type.Fit(Phrases.Titled(what, Place));
        return new Figure(name, title, Sheet.StandardWidth, height, Type, Scale, sheet => draw(sheet, title));
    }

    /// <summary>Writes the names of runs one below the other where a row is too narrow for one of them; returns the bottom.</summary>
    public float WriteKey(Sheet sheet, float top, params IReadOnlyList<KeyEntry> more)
    {
        var room = sheet.Width - (2 * Sheet.Margin);
        KeyEntry[] entries = [.. Key.Concat(more).Select(e => e with { Text = sheet.Cut(e.Text, Sheet.SmallSize, room - 30) })];
        return KeyBox.Row(sheet, entries, Sheet.Margin, top, sheet.Width - Sheet.Margin);
    }

    /// <summary>Colour of a run.</summary>
    public static SKColor ColorOf(int run) => Inks.Runs[run];
}
