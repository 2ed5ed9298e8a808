using System.Globalization;

namespace WaterSim.Plots.Report;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Value">What it is sorted by, where it is a number; else NaN.</param>
/// <param name="Bar">Length of a bar beside it, %, or NaN.</param>
/// <param name="Tone"><c>good</c>, <c>bad</c> or null.</param>
internal readonly record struct ReportCell(string Text, double Value = double.NaN, double Bar = double.NaN, string? Tone = null)
{
    public static implicit operator ReportCell(string text) => new(text);

    /// <summary>A number with so many decimals, thousands apart; a dash where there is none.</summary>
    public static ReportCell Of(double value, int decimals = 0) => new(Show(value, decimals), value);

    /// <summary>The same with a bar of so many per cent.</summary>
    public static ReportCell WithBar(double value, int decimals, double percent) => new(Show(value, decimals), value, percent);

    public ReportCell As(string? tone) => this with { Tone = tone };

    /// <summary>A number as the page shows it.</summary>
    public static string Show(double value, int decimals = 0)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }

        var text = Math.Abs(value).ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', Math.Min(decimals, 9)), CultureInfo.InvariantCulture);
        var isZero = text.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        return value < 0 && !isZero ? "−" + text : text;
    }

    /// <summary>A change with its sign.</summary>
    public static string Signed(double value, int decimals)
    {
        var text = Show(value, decimals);
        return value > 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "+" + text : text;
    }
}
