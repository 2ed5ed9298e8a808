using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>Takes down lowest, mean and highest values.</summary>
internal sealed class ExtremesMeter(int count)
{
    private readonly double[] _lowest = new double[count];
    private readonly double[] _sum = new double[count];
    private readonly double[] _highest = new double[count];
    private readonly double[] _now = new double[count];
    private double _time;

    /// <summary>Where the present values are to be written.</summary>
    public Span<double> Now => _now;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Array.Fill(_lowest, double.PositiveInfinity);
        Array.Fill(_highest, double.NegativeInfinity);
        Array.Clear(_sum);
        _time = 0;
    }

    /// <summary>Takes the present values, which held for a time, s.</summary>
    public void Take(double dt)
    {
        for (var i = 0; i < _now.Length; i++)
        {
            var value = _now[i];
            _lowest[i] = Math.Min(_lowest[i], value);
            _highest[i] = Math.Max(_highest[i], value);
            _sum[i] += value * dt;
        }

        _time += dt;
    }

    /// <summary>Keeps all that changes.</summary>
    public void Keep(StateArchive archive)
    {
        archive.Keep<double>(_lowest);
        archive.Keep<double>(_sum);
        archive.Keep<double>(_highest);
        archive.Keep(ref _time);
    }

    /// <summary>What was found; nothing where no time has passed.</summary>
    public QualityExtremes Total() => _time == 0
        ? QualityExtremes.None
        : new([.. _lowest], [.. Array.ConvertAll(_sum, s => s / _time)], [.. _highest]);
}
