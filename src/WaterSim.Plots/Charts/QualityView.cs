using WaterSim.Model;
using WaterSim.Quality;

namespace WaterSim.Plots.Charts;

/// <summary>One analysis of a run as figures read it: over the last day where that was taken down, else at the last time.</summary>
internal sealed class QualityView
{
    private readonly RunData _data;
    private readonly QualityResults _quality;
    private readonly double[] _last;

    public QualityView(RunData data, QualityResults quality)
    {
        (_data, _quality) = (data, quality);
        _last = quality.Nodes(data.Results.Times.Length - 1).ToArray();
        HasLastDay = !quality.LastDay.Mean.IsEmpty;
    }

    /// <summary>Whether extremes and means are those of the last day; else they are the values at the last time.</summary>
    public bool HasLastDay { get; }

    public QualityResults Quality => _quality;

    /// <summary>Values in a row.</summary>
    public int Columns => _quality.Columns.Length;

    /// <summary>Mean at a node, in the analysis' unit.</summary>
    public double Mean(int node, int column = 0) => At(HasLastDay ? _quality.LastDay.Mean : null, node, column);

    /// <summary>Lowest at a node, in the analysis' unit.</summary>
    public double Lowest(int node, int column = 0) => At(HasLastDay ? _quality.LastDay.Lowest : null, node, column);

    /// <summary>Highest at a node, in the analysis' unit.</summary>
    public double Highest(int node, int column = 0) => At(HasLastDay ? _quality.LastDay.Highest : null, node, column);

    /// <summary>A node's values, one per reported time.</summary>
    public double[] Series(int node, int column = 0) =>
        [.. Enumerable.Range(0, _data.Results.Times.Length).Select(k => _quality.Nodes(k)[(node * Columns) + column])];

    /// <summary>
    /// Means along the links over the reported times of the last day, a row of columns per link; null where links were not
    /// kept.
    /// </summary>
    public double[]? LinkMeans()
    {
        var times = _data.Results.Times;
        if (_quality.Links(times.Length - 1).IsEmpty)
        {
            return null;
        }

        var sums = new double[_data.Network.Links.Length * Columns];
        var count = 0;
        for (var k = 0; k < times.Length; k++)
        {
            if (times[k] <= times[^1] - TimeSpan.FromDays(1) && k < times.Length - 1)
            {
                continue;
            }

            count++;
            var row = _quality.Links(k);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += row[i];
            }
        }

        return Array.ConvertAll(sums, s => s / count);
    }

    /// <summary>
    /// The junctions that draw water and that a source reaches, worst first: by the lowest value, where that is the same by
    /// the mean, then in the order of the network.
    /// </summary>
    public List<int> WorstFirst() => [.. Enumerable.Range(0, _data.Network.Nodes.Length)
        .Where(i => _data.Network.Nodes[i] is Junction && _data.MeanRequired[i] > 0 && double.IsFinite(_data.LowestPressure[i]))
        .OrderBy(i => Lowest(i)).ThenBy(i => Mean(i))];

    private double At(IReadOnlyList<double>? values, int node, int column)
    {
        var place = (node * Columns) + column;
        return values is null ? _last[place] : values[place];
    }
}
