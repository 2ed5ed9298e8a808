using WaterSim.Model;

namespace WaterSim.IO.Epanet;

/// <summary>
/// Reduces a series of reported periods to one, as EPANET does: flows without their sign, a link open where it was open
/// in half of the periods or more.
/// </summary>
internal sealed class EpanetStatistic
{
    private const float Closed = 2;
    private const float Open = 3;

    private readonly ReportStatistic _statistic;
    private readonly float[][] _current;
    private readonly double[][] _sum;
    private readonly float[][] _least;
    private readonly float[][] _most;
    private readonly int _flow;
    private readonly int _status;
    private int _periods;

    /// <summary>A statistic over what stands in the given rows at each <see cref="Add"/>.</summary>
    public EpanetStatistic(ReportStatistic statistic, float[][] nodes, float[][] links)
    {
        _statistic = statistic;
        _current = [.. nodes, .. links];
        _sum = [.. _current.Select(r => new double[r.Length])];
        _least = [.. _current.Select(r => Filled(r.Length, float.PositiveInfinity))];
        _most = [.. _current.Select(r => Filled(r.Length, float.NegativeInfinity))];
        _flow = nodes.Length + (int)EpanetLinkVariable.Flow;
        _status = nodes.Length + (int)EpanetLinkVariable.Status;
    }

    /// <summary>Takes up the period that stands in the rows.</summary>
    public void Add()
    {
        _periods++;
        for (var v = 0; v < _current.Length; v++)
        {
            for (var i = 0; i < _current[v].Length; i++)
            {
                var value = _current[v][i];
                if (v == _flow)
                {
                    value = MathF.Abs(value);
                }
                else if (v == _status)
                {
                    value = value >= Open ? 1 : 0;
                }

                _sum[v][i] += value;
                _least[v][i] = MathF.Min(_least[v][i], value);
                _most[v][i] = MathF.Max(_most[v][i], value);
            }
        }
    }

    /// <summary>Puts the statistic into the rows.</summary>
    public void Finish()
    {
        for (var v = 0; v < _current.Length; v++)
        {
            for (var i = 0; i < _current[v].Length; i++)
            {
                var value = _statistic switch
                {
                    ReportStatistic.Average => (float)(_sum[v][i] / _periods),
                    ReportStatistic.Minimum => _least[v][i],
                    ReportStatistic.Maximum => _most[v][i],
                    _ => _most[v][i] - _least[v][i],
                };
                _current[v][i] = v != _status ? value : value < 0.5f ? Closed : Open;
            }
        }
    }

    private static float[] Filled(int length, float value)
    {
        var row = new float[length];
        Array.Fill(row, value);
        return row;
    }
}
