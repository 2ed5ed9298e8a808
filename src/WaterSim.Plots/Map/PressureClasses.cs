using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>
/// A stepped scale of pressure: round limits across the middle 96 % of the values, open at both ends, so that one
/// node in a hollow does not take the colours from the rest.
/// </summary>
internal sealed class PressureClasses
{
    private const int Most = 8;

    public PressureClasses(IEnumerable<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        if (sorted.Length == 0)
        {
            Limits = [0];
            return;
        }

        var low = sorted[(int)(0.02 * (sorted.Length - 1))];
        var high = sorted[(int)Math.Ceiling(0.98 * (sorted.Length - 1))];
        var step = Math.Max(NiceSteps.Step(high - low, Most - 2), 1);
        var first = step * Math.Ceiling((low / step) + 1e-9);
        var limits = new List<double>();
        for (var i = 0; limits.Count < Most - 1 && (i == 0 || first + ((i - 1) * step) < high); i++)
        {
            limits.Add(first + (i * step));
        }

        Limits = [.. limits];
    }

    /// <summary>Limits between classes, m, rising; there is one class more than limits.</summary>
    public double[] Limits { get; }

    public int Count => Limits.Length + 1;

    public int ClassOf(double pressure)
    {
        var c = 0;
        while (c < Limits.Length && pressure >= Limits[c])
        {
            c++;
        }

        return c;
    }

    // Yellow at the top end is faint on white, so the scale stops short of it.
    public SKColor ColorOf(int c) => Inks.Viridis(Count == 1 ? 0.5 : 0.94 * c / (Count - 1));
}
