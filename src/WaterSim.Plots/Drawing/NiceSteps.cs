namespace WaterSim.Plots.Drawing;

/// <summary>Round steps for scales.</summary>
internal static class NiceSteps
{
    /// <summary>The least of 1, 2, 5 times a power of ten that covers the span in at most so many steps.</summary>
    public static double Step(double span, int most)
    {
        if (!(span > 0) || !double.IsFinite(span))
        {
            return 1;
        }

        var raw = span / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5, 10])
        {
            if (factor * power >= raw * (1 - 1e-9))
            {
                return factor * power;
            }
        }

        return 10 * power;
    }

    /// <summary>The largest of 1, 2, 5 times a power of ten that is not above the value.</summary>
    public static double Floor(double value)
    {
        if (!(value > 0) || !double.IsFinite(value))
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
    }
}
