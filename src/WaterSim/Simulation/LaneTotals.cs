using WaterSim.Hydraulics;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>Sums and extremes over all junctions, of all scenarios at a time.</summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class LaneTotals<T>(NetworkArrays arrays)
    where T : struct, ILanes<T>
{
    private readonly double[] _delivered = new double[T.Count];
    private readonly double[] _required = new double[T.Count];
    private readonly double[] _lowest = new double[T.Count];

    /// <summary>Adds up.</summary>
    /// <param name="states">The scenarios, solved.</param>
    /// <param name="lowest">Lowered to the pressures found, m; one per node and lane, or null where nobody asks.</param>
    public void Take(LaneStates states, double[]? lowest)
    {
        T.Store(Sum(states.Delivered), ref _delivered[0]);
        T.Store(Sum(states.Demand), ref _required[0]);
        var found = T.Of(double.PositiveInfinity);
        var hasUnsupplied = false;
        for (var lane = 0; lane < T.Count; lane++)
        {
            hasUnsupplied |= states[lane].HasUnsupplied;
        }

        for (var lane = 0; hasUnsupplied && lowest is not null && lane < T.Count; lane++)
        {
            LowerSupplied(states[lane], new Column<double>(lowest, T.Count, lane));
        }

        lowest = hasUnsupplied ? null : lowest;
        Lower(states.Head, 0, arrays.UnknownCount, ref found, lowest);
        Lower(states.Head, arrays.FixedEnd, arrays.SuppliedCount, ref found, lowest);
        T.Store(found, ref _lowest[0]);
    }

    // Where a junction has a source.
    private void LowerSupplied(HydraulicState state, Column<double> lowest)
    {
        for (var i = 0; i < arrays.SuppliedCount; i++)
        {
            if (!state.Unsupplied[i] && (i < arrays.UnknownCount || i >= arrays.FixedEnd))
            {
                lowest[i] = Math.Min(lowest[i], state.Head[i] - arrays.Elevation[i]);
            }
        }
    }

    /// <summary>One scenario's.</summary>
    public StepTotals this[int lane] => new(_delivered[lane], _required[lane], _lowest[lane]);

    private void Lower(double[] head, int start, int end, ref T found, double[]? lowest)
    {
        for (var i = start; i < end; i++)
        {
            var pressure = T.Load(in head[i * T.Count]) - T.Of(arrays.Elevation[i]);
            found = T.Select(T.Less(pressure, found), pressure, found);
            if (lowest is not null)
            {
                ref var least = ref lowest[i * T.Count];
                var before = T.Load(in least);
                T.Store(T.Select(T.Less(pressure, before), pressure, before), ref least);
            }
        }
    }

    // Four sums side by side: one alone would wait for each addition.
    private T Sum(double[] values)
    {
        var (a, b, c, d) = (T.Of(0), T.Of(0), T.Of(0), T.Of(0));
        var i = 0;
        for (; i + (4 * T.Count) <= values.Length; i += 4 * T.Count)
        {
            a += T.Load(in values[i]);
            b += T.Load(in values[i + T.Count]);
            c += T.Load(in values[i + (2 * T.Count)]);
            d += T.Load(in values[i + (3 * T.Count)]);
        }

        for (; i < values.Length; i += T.Count)
        {
            a += T.Load(in values[i]);
        }

        return a + b + (c + d);
    }
}
