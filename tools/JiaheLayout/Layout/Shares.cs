namespace JiaheLayout.Layout;

/// <summary>Splits a whole number by weights into whole numbers that sum to it (largest remainders).</summary>
internal static class Shares
{
    public static int[] Split(int total, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        var exact = weights.Select(w => total * w / sum).ToArray();
        var parts = exact.Select(e => (int)e).ToArray();
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i);
        foreach (var i in order.Take(total - parts.Sum()))
        {
            parts[i]++;
        }

        return parts;
    }
}
