using WaterSim.Hydraulics;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>Sums and extremes over all junctions, of all scenarios at a time.</summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class LaneTotals<T>(NetworkArrays arrays)
    where T : struct, ILanes<T>
{
    private readonly bool _pressureDriven =
        arrays.Network.Options.DemandModel == Model.DemandModel.PressureDriven;

    private readonly double[] _delivered = new double[T.Count];
    private readonly double[] _required = new double[T.Count];
    private readonly double[] _lowest = new double[T.Count];
    private readonly double[] _unsolved = new double[T.Count];
    private readonly double[] _row = new double[Lanes8.Count];

    /// <summary>Adds up.</summary>
    /// <param name="states">The scenarios, solved.</param>
    /// <param name="lowest">Lowered to the pressures found, m; one per node and lane, or null where nobody asks.</param>
    /// <param name="unsolved">Mask of the scenarios that are not solved yet, whose pressures mean nothing.</param>
    public void Take(LaneStates states, double[]? lowest, T unsolved)
    {
        var found = T.Of(double.PositiveInfinity);
        var hasUnsupplied = false;
        for (var lane = 0; lane < T.Count; lane++)
        {
            hasUnsupplied |= states[lane].HasUnsupplied;
        }

        var required = Sum(states.Demand);
        T.Store(required, ref _required[0]);
        T.Store(hasUnsupplied || _pressureDriven ? Sum(states.Delivered) : required, ref _delivered[0]);

        T.Store(T.Select(unsolved, T.Of(1), T.Of(0)), ref _unsolved[0]);
        for (var lane = 0; hasUnsupplied && lowest is not null && lane < T.Count; lane++)
        {
            if (_unsolved[lane] > 0)
            {
                continue;
            }

            LowerSupplied(states[lane], new Column<double>(lowest, T.Count, lane));
        }

        lowest = hasUnsupplied ? null : lowest;
        Lower(states.Head, 0, arrays.UnknownCount, ref found, lowest, unsolved);
        Lower(states.Head, arrays.FixedEnd, arrays.SuppliedCount, ref found, lowest, unsolved);
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

    // Of one scenario alone the nodes themselves stand side by side.
    private void Lower(double[] head, int start, int end, ref T found, double[]? lowest, T unsolved)
    {
        var heads = new LaneView<T>(head);
        var i = start;
        if (T.Count == 1 && lowest is null)
        {
            var elevations = new LaneView<T>(arrays.Elevation);
            var least = Lanes8.Of(double.PositiveInfinity);
            for (; i + Lanes8.Count <= end; i += Lanes8.Count)
            {
                least = Lanes8.Min(heads.Row<Lanes8>(i) - elevations.Row<Lanes8>(i), least);
            }

            Lanes8.Store(least, ref _row[0]);
            foreach (var part in _row)
            {
                found = T.Min(T.Of(part), found);
            }
        }

        for (; i < end; i++)
        {
            var pressure = heads[i] - T.Of(arrays.Elevation[i]);
            found = T.Min(pressure, found);
            if (lowest is not null)
            {
                ref var least = ref lowest[i * T.Count];
                var before = T.Load(in least);
                T.Store(T.Select(unsolved, before, T.Min(pressure, before)), ref least);
            }
        }
    }

    // Of one scenario alone eight sums side by side, of several four: one alone would wait for each addition.
    private T Sum(double[] values)
    {
        var i = 0;
        var view = new LaneView<T>(values);
        if (T.Count == 1)
        {
            var (first, second) = (Lanes8.Of(0), Lanes8.Of(0));
            for (; i + (2 * Lanes8.Count) <= values.Length; i += 2 * Lanes8.Count)
            {
                first += view.Row<Lanes8>(i);
                second += view.Row<Lanes8>(i + Lanes8.Count);
            }

            Lanes8.Store(first + second, ref _row[0]);
            var sum = 0.0;
            foreach (var part in _row)
            {
                sum += part;
            }

            for (; i < values.Length; i++)
            {
                sum += values[i];
            }

            return T.Of(sum);
        }

        var (a, b, c, d) = (T.Of(0), T.Of(0), T.Of(0), T.Of(0));
        var count = values.Length / T.Count;
        for (; i + 4 <= count; i += 4)
        {
            a += view[i];
            b += view[i + 1];
            c += view[i + 2];
            d += view[i + 3];
        }

        for (; i < count; i++)
        {
            a += view[i];
        }

        return a + b + (c + d);
    }
}
