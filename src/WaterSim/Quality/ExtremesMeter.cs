using System.Collections.Immutable;
using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <summary>Takes down lowest, mean and highest values at nodes.</summary>
/// <typeparam name="T">The values that are followed together.</typeparam>
internal sealed class ExtremesMeter<T>(int nodes)
    where T : struct, ILanes<T>
{
    private readonly T[] _lowest = new T[nodes];
    private readonly T[] _sum = new T[nodes];
    private readonly T[] _highest = new T[nodes];
    private double _time;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Array.Fill(_lowest, T.Of(double.PositiveInfinity));
        Array.Fill(_highest, T.Of(double.NegativeInfinity));
        Array.Fill(_sum, T.Of(0));
        _time = 0;
    }

    /// <summary>Takes values of a node, one per step.</summary>
    /// <param name="node">The node.</param>
    /// <param name="values">Its values, without what they have grown by.</param>
    /// <param name="grown">What the first has grown by.</param>
    /// <param name="growth">What each has grown by more than the one before.</param>
    /// <param name="dt">Time for which each holds, s: steps that end at an event are shorter than others.</param>
    public void Take(int node, ReadOnlySpan<T> values, T grown, T growth, double dt)
    {
        var (lowest, sum, highest) = (_lowest[node], T.Of(0), _highest[node]);
        foreach (var value in values)
        {
            var told = value + grown;
            lowest = T.Min(lowest, told);
            highest = T.Max(highest, told);
            sum += told;
            grown += growth;
        }

        (_lowest[node], _highest[node]) = (lowest, highest);
        _sum[node] += sum * T.Of(dt);
    }

    /// <summary>Says that values of all nodes have been taken for a time, s.</summary>
    public void NoteTime(double time) => _time += time;

    /// <summary>Keeps all that changes.</summary>
    public void Keep(StateArchive archive)
    {
        Transport<T>.Keep(archive, _lowest);
        Transport<T>.Keep(archive, _sum);
        Transport<T>.Keep(archive, _highest);
        archive.Keep(ref _time);
    }

    /// <summary>What was found, a row of columns per node of the model; nothing where no time has passed.</summary>
    /// <param name="columns">How many of the values are meant.</param>
    /// <param name="solverNode">The node here of each node of the model.</param>
    public QualityExtremes Total(int columns, int[] solverNode)
    {
        if (_time == 0)
        {
            return QualityExtremes.None;
        }

        var row = new double[T.Count];
        return new(Rows(_lowest, 1), Rows(_sum, _time), Rows(_highest, 1));

        ImmutableArray<double> Rows(T[] values, double divisor)
        {
            var rows = ImmutableArray.CreateBuilder<double>(solverNode.Length * columns);
            foreach (var node in solverNode)
            {
                T.Store(values[node], ref row[0]);
                for (var c = 0; c < columns; c++)
                {
                    rows.Add(row[c] / divisor);
                }
            }

            return rows.MoveToImmutable();
        }
    }
}
