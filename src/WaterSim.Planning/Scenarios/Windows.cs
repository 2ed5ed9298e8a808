namespace WaterSim.Planning.Scenarios;

/// <summary>Windows of one run.</summary>
internal static class Windows
{
    /// <summary>Windows in order, those that meet or overlap made one; null stands for the whole run.</summary>
    public static IReadOnlyList<(TimeSpan From, TimeSpan To)> Merge(IEnumerable<TimeWindow?> windows, TimeSpan duration)
    {
        var merged = new List<(TimeSpan From, TimeSpan To)>();
        foreach (var (from, to) in windows.Select(w => Of(w, duration)).OrderBy(w => w.From))
        {
            if (merged.Count > 0 && from <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, to > merged[^1].To ? to : merged[^1].To);
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return merged;
    }

    /// <summary>Beginning and end of a window.</summary>
    public static (TimeSpan From, TimeSpan To) Of(TimeWindow? window, TimeSpan duration) =>
        window is { } w ? (w.From, w.To ?? duration) : (TimeSpan.Zero, duration);

    /// <summary>Whether a window is the whole run.</summary>
    public static bool IsWhole(TimeWindow? window, TimeSpan duration) =>
        window is null || Of(window, duration) is var (from, to) && from == TimeSpan.Zero && to >= duration;
}
