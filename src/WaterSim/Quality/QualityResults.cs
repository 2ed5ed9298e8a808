using System.Collections.Immutable;

namespace WaterSim.Quality;

/// <summary>
/// What one analysis found, in SI units: rows per reported time of the run, with a value per column and node or link of the
/// model. Age in s, shares from 0 to 1, concentrations in g/m3.
/// </summary>
public sealed class QualityResults
{
    /// <summary>The column of a blend that counts water which was in the network at the start.</summary>
    public const string AtStart = "(start)";

    /// <summary>The column of a blend that counts water which enters at junctions.</summary>
    public const string Elsewhere = "(elsewhere)";

    private readonly List<double[]> _nodes = [];
    private readonly List<double[]> _links = [];

    internal QualityResults(QualityAnalysis analysis, ImmutableArray<string> columns) => (Analysis, Columns) = (analysis, columns);

    /// <summary>What was followed.</summary>
    public QualityAnalysis Analysis { get; }

    /// <summary>Names of the columns: of a blend the ids of the reservoirs and what else water may come from; else one.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Where each column's substance came from and went to; one per column.</summary>
    public ImmutableArray<QualityBalance> Balances { get; internal set; } = [];

    /// <summary>
    /// Lowest, mean and highest value at each node over the last day of the run, or over all of it where it is shorter, taken
    /// after every quality step; a row of <see cref="Columns"/> per node. Empty where they were not asked for.
    /// </summary>
    public QualityExtremes LastDay { get; internal set; } = QualityExtremes.None;

    /// <summary>Values at the nodes at time <paramref name="k"/>: for each node a value per column.</summary>
    public ReadOnlySpan<double> Nodes(int k) => _nodes[k];

    /// <summary>
    /// Means along the links at time <paramref name="k"/>: for each link a value per column; of a pump or valve the mean of its
    /// ends. Empty where they were not asked for.
    /// </summary>
    public ReadOnlySpan<double> Links(int k) => k < _links.Count ? _links[k] : [];

    /// <summary>A column's values at the nodes at time <paramref name="k"/>, one per node.</summary>
    public double[] NodeColumn(int k, int column) => Column(_nodes[k], column);

    /// <summary>A column's means along the links at time <paramref name="k"/>, one per link.</summary>
    public double[] LinkColumn(int k, int column) => Column(_links[k], column);

    internal double[] AddNodes(int count) => Add(_nodes, count);

    internal double[] AddLinks(int count) => Add(_links, count);

    private double[] Column(double[] rows, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns.Length);
        var values = new double[rows.Length / Columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = rows[(i * Columns.Length) + column];
        }

        return values;
    }

    private double[] Add(List<double[]> rows, int count)
    {
        rows.Add(new double[count * Columns.Length]);
        return rows[^1];
    }
}
