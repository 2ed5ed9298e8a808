using System.Globalization;

namespace WaterSim.Cli;

/// <summary>Durations as people write them: <c>24h</c>, <c>90min</c>, <c>1d12h</c>, <c>36:00</c>, <c>0:05:30</c>.</summary>
internal static class DurationText
{
    /// <summary>What a message says of the form.</summary>
    public const string Form = "write 24h, 90min, 1d12h, 36:00 (h:min) or 0:05:30 (h:min:s)";

    // Longer than any planning horizon, and far from what a TimeSpan cannot hold.
    private const double LongestSeconds = 100.0 * 366 * 86_400;

    /// <summary>Reads a duration in whole seconds; false where the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        text = text.Trim();
        var seconds = text.Contains(':') ? ClockSeconds(text) : UnitSeconds(text);
        duration = seconds is { } s ? TimeSpan.FromSeconds(s) : default;
        return seconds is not null;
    }

    private static double? ClockSeconds(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[4];
        var count = text.Split(parts, ':');
        if (count is not (2 or 3))
        {
            return null;
        }

        double total = 0;
        for (var i = 0; i < count; i++)
        {
            var isWhole = int.TryParse(text[parts[i]], NumberStyles.None, CultureInfo.InvariantCulture, out var value);
            if (!isWhole || (i > 0 && value >= 60))
            {
                return null;
            }

            total += value * (i == 0 ? 3600.0 : i == 1 ? 60 : 1);
        }

        return total <= LongestSeconds ? total : null;
    }

    private static double? UnitSeconds(ReadOnlySpan<char> text)
    {
        double total = 0;
        var smallest = double.PositiveInfinity;
        if (text.IsEmpty)
        {
            return null;
        }

        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExcept("0123456789.");
            if (digits <= 0
                || !double.TryParse(
                    text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return text is "0" && total == 0 ? 0 : null;
            }

            text = text[digits..].TrimStart();
            var letters = text.IndexOfAny("0123456789. ");
            var unit = letters < 0 ? text : text[..letters];
            text = letters < 0 ? [] : text[letters..].TrimStart();
            if (SecondsOf(unit) is not { } factor || factor >= smallest)
            {
                return null;
            }

            smallest = factor;
            total += value * factor;
        }

        return total <= LongestSeconds && total == Math.Floor(total) ? total : null;
    }

    private static double? SecondsOf(ReadOnlySpan<char> unit) => unit switch
    {
        "s" or "sec" => 1,
        "m" or "min" => 60,
        "h" or "hr" => 3600,
        "d" or "day" or "days" => 86_400,
        _ => null,
    };
}
