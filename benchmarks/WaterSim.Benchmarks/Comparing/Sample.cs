namespace WaterSim.Benchmarks.Comparing;

/// <summary>Repeated measurements of one thing, and what is robustly said of them.</summary>
internal sealed class Sample
{
    private readonly double[] _values;
    private readonly double[] _sorted;

    /// <param name="values">In the order of measuring; at least one.</param>
    public Sample(double[] values)
    {
        _values = values;
        _sorted = [.. values];
        Array.Sort(_sorted);
    }

    public int Count => _values.Length;

    public double Median => Quantile(0.5);

    /// <summary>Median absolute deviation from the median.</summary>
    public double MedianDeviation => new Sample(Array.ConvertAll(_values, v => Math.Abs(v - Median))).Median;

    /// <summary>The value below which a share lies, linear between measurements.</summary>
    public double Quantile(double share)
    {
        var at = share * (_sorted.Length - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, _sorted.Length - 1);
        return _sorted[low] + ((at - low) * (_sorted[high] - _sorted[low]));
    }

    /// <summary>Measurement by measurement, this over another of the same rounds.</summary>
    public Sample Over(Sample other)
    {
        var ratios = new double[_values.Length];
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = _values[i] / other._values[i];
        }

        return new Sample(ratios);
    }
}
