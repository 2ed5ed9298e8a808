using SkiaSharp;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>A stepped scale of water quality: classes between limits, open at both ends, each with its colour.</summary>
/// <param name="Limits">Limits between classes, rising.</param>
/// <param name="Colors">One colour per class: one more than limits.</param>
internal sealed record ColorClasses(double[] Limits, SKColor[] Colors)
{
    // From fine to coarse, h.
    private static readonly double[][] Ages =
    [
        [0.5, 1, 2, 4, 6, 8, 10, 12, 15, 18, 21, 24, 30, 36, 48, 60, 72, 96, 120, 144, 168],
        [1, 2, 4, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 240, 336],
        [1, 3, 6, 12, 24, 48, 96, 168, 336, 720],
        [6, 24, 72, 168, 720],
    ];

    /// <summary>Class of a value.</summary>
    public int ClassOf(double value)
    {
        var c = 0;
        while (c < Limits.Length && value >= Limits[c])
        {
            c++;
        }

        return c;
    }

    /// <summary>Ages, h: limits that people use, across the middle 96 % of the values; the oldest is the darkest.</summary>
    public static ColorClasses OfAge(IEnumerable<double> hours)
    {
        var (low, high) = Middle(hours);
        foreach (var ages in Ages)
        {
            double[] inside = [.. ages.Where(a => a > low && a < high)];
            if (inside.Length <= 6)
            {
                return Sequence(inside.Length > 0 ? inside : [ages.MinBy(a => Math.Abs(a - high))]);
            }
        }

        return Sequence(Ages[^1]);
    }

    /// <summary>
    /// Free chlorine in the unit shown, around the limits of the standard: warm colours below what must be left at a plant, cold
    /// ones above.
    /// </summary>
    public static ColorClasses OfResidual(Substance substance) => new(
        [substance.Shown(Substance.LeastAtEnds), substance.Shown(0.1), substance.Shown(Substance.LeastAtPlants), substance.Shown(1)],
        [Inks.Vermillion, Inks.Orange, Inks.Sky, Inks.Blue, new SKColor(0x0B, 0x2A, 0x4A)]);

    /// <summary>Anything else: round limits across the middle 96 % of the values.</summary>
    public static ColorClasses Even(IEnumerable<double> values)
    {
        var (low, high) = Middle(values);
        var step = NiceSteps.Step(high - low, 6);
        var first = step * Math.Ceiling((low / step) + 1e-9);
        var count = Math.Clamp((int)Math.Ceiling((high - first) / step), 1, 7);
        return Sequence([.. Enumerable.Range(0, count).Select(i => Math.Round(first + (i * step), 9))]);
    }

    // Yellow at the light end is faint on white, so the scale stops short of it.
    private static ColorClasses Sequence(double[] limits) => new(
        limits, [.. Enumerable.Range(0, limits.Length + 1).Select(c => Inks.Viridis(0.94 * (1 - (c / (double)limits.Length))))]);

    private static (double Low, double High) Middle(IEnumerable<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0 ? (0, 1)
            : (sorted[(int)(0.02 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.98 * (sorted.Length - 1))]);
    }
}
